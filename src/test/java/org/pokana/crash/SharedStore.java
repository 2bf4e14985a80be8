package org.pokana.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pokana.store.StoreProcess;

/** A database server that several instances share, in a process of its own; killed, it comes back at the same address. */
final class SharedStore implements AutoCloseable {

    private static final String TELLS = "POKANA_MONGODB_URI=";

    private final Path data;
    private final int port;
    private final Process process;
    private final String uri;

    static SharedStore open(Path folder) throws IOException {
        return new SharedStore(folder.resolve("store"), freePort());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private SharedStore(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        var command = new ArrayList<>(JavaArchive.command());
        command.addAll(List.of(StoreProcess.class.getName(), data.toString(), String.valueOf(port)));
        process = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(new File(data + ".log")))
                .start();
        uri = process.inputReader()
                .lines()
                .filter(line -> line.startsWith(TELLS))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the store did not start; see " + data + ".log"))
                .substring(TELLS.length());
    }

    String uri() {
        return uri;
    }

    /** Pulls its plug. */
    SharedStore killed() throws IOException {
        close();
        return new SharedStore(data, port);
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
