package org.pokana.store;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MongoDB that comes with Pokana: needs no installation, serves this process only. */
final class EmbeddedStore implements Store {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    /** A writer that waits for the disk keeps its thread, and only writers on other threads can share its commit. */
    private static final int THREADS = 32;

    private final DataLock lock;
    private final DataFile file;
    private final Backups backups;
    private final CommitGate gate;
    private final EmbeddedBackend backend;
    private final MongoServer server;
    private final ConnectionString uri;

    static EmbeddedStore open(Path folder, String password, Clock clock) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw StoreFailure.notWritable(absolute, e);
        }
        DataLock lock = DataLock.take(absolute);
        @Nullable DataFile file = null;
        try {
            Path backups = absolute.resolve("backups");
            file = DataFile.open(absolute.resolve("pokana.mv"), backups, lock);
            return new EmbeddedStore(lock, file, new Backups(backups, clock), password, clock);
        } catch (RuntimeException e) {
            if (file != null) {
                file.close();
            }
            lock.close();
            throw e;
        }
    }

    private EmbeddedStore(DataLock lock, DataFile file, Backups backups, String password, Clock clock) {
        this.lock = lock;
        this.file = file;
        this.backups = backups;
        this.gate = new CommitGate(file);
        this.backend = new EmbeddedBackend(file.store(), gate, password, clock) {
            @Override
            void beforeChange() {
                file.requireRoom();
            }
        };
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
        this.uri = new ConnectionString(server.getConnectionString() + "/pokana?appName=" + password);
        log.info("Everything is kept in {}.", file.path());
    }

    @Override
    public boolean servesOneInstance() {
        return true;
    }

    @Override
    public ConnectionString uri() {
        return uri;
    }

    @Override
    public void requireSound() {
        gate.requireSound();
        file.requireRoom();
    }

    CommitGate gate() {
        return gate;
    }

    long examined() {
        return backend.examined();
    }

    @Override
    public void backup() {
        gate.alone(() -> backups.copy(file.path()));
    }

    @Override
    public void compact() {
        gate.alone(file::compact);
    }

    /** The last change is already on the disk; what is left is to close in an order that nobody can still write. */
    @Override
    public void close() {
        server.shutdownNow();
        try (lock) {
            if (gate.isSound()) {
                file.close();
            } else {
                file.abandon();
            }
        }
    }
}
