package org.pokana.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A process that holds the data folder until its input ends. */
final class Holding {

    private Holding() {}

    public static void main(String[] args) throws IOException {
        EmbeddedStore store = EmbeddedStore.open(Path.of(args[0]), TestStore.PASSWORD, Clock.systemUTC());
        System.out.println("holding");
        while (System.in.read() >= 0) {}
        store.close();
    }
}
