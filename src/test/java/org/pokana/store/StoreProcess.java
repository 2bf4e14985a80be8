package org.pokana.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The embedded store as a server of its own, which several instances can share as they would a MongoDB: {@code
 * StoreProcess data 27018}. Says the address for {@code POKANA_MONGODB_URI}.
 */
public final class StoreProcess {

    /** Three instances with all their threads. */
    private static final int THREADS = 96;

    private StoreProcess() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var data = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        var file = DataFile.open(data.resolve("pokana.mv"), data.resolve("backups"), DataLock.take(data));
        var backend = new EmbeddedBackend(file.store(), new CommitGate(file), TestStore.PASSWORD, Clock.systemUTC());
        var server = new MongoServer(backend);
        var address = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1]));
        server.bind(address, 1, THREADS);
        System.out.println(
                "POKANA_MONGODB_URI=" + server.getConnectionString() + "/pokana?appName=" + TestStore.PASSWORD);
        Thread.currentThread().join();
    }
}
