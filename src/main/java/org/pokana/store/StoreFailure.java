package org.pokana.store;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store cannot be used; the message tells an operator why, and the action what to do. */
public final class StoreFailure extends RuntimeException {

    private final String action;

    private StoreFailure(String message, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }

    static StoreFailure notWritten(Throwable cause) {
        return new StoreFailure(
                "The store could not write to its disk, so nothing more is accepted.",
                "Check the disk and its free space, then start Pokana again; everything confirmed before is safe.",
                cause);
    }

    static StoreFailure diskFull(Path file) {
        return new StoreFailure(
                "The disk of %s is almost full, so nothing more is accepted.".formatted(file),
                "Make room on the disk; Pokana then goes on by itself.",
                null);
    }

    static StoreFailure damaged(Path file, Path backups, Throwable cause) {
        return new StoreFailure(
                "The data file %s is damaged and was not opened.".formatted(file),
                "Copy the newest file from %s over it to go back to that backup, or move it away to start empty."
                        .formatted(backups),
                cause);
    }

    static StoreFailure inUse(Path folder) {
        return new StoreFailure(
                "The data folder %s is already used by another running Pokana.".formatted(folder),
                "Stop the other one first, or name another folder in POKANA_DATA.",
                null);
    }

    static StoreFailure notWritable(Path path, Throwable cause) {
        return new StoreFailure(
                "Pokana cannot write to %s.".formatted(path),
                "Give the user that runs Pokana the right to write there, or name another folder in POKANA_DATA.",
                cause);
    }

    static StoreFailure malformedUri(Throwable cause) {
        return new StoreFailure(
                "POKANA_MONGODB_URI is not a MongoDB address.",
                "Write it like mongodb://host:27017/pokana, or leave it out to use the embedded store.",
                cause);
    }

    static StoreFailure unreachable(List<String> hosts, int seconds, Throwable cause) {
        return new StoreFailure(
                "The MongoDB at %s did not answer within %d seconds.".formatted(String.join(", ", hosts), seconds),
                "Start it, or correct POKANA_MONGODB_URI, or leave that out to use the embedded store.",
                cause);
    }

    static StoreFailure notAdmitted(List<String> hosts, Throwable cause) {
        return new StoreFailure(
                "The MongoDB at %s does not accept our user and password.".formatted(String.join(", ", hosts)),
                "Correct the user, the password or authSource in POKANA_MONGODB_URI.",
                cause);
    }

    static StoreFailure lacks(String operation, Throwable cause) {
        return new StoreFailure(
                "The MongoDB server does not do this as Pokana needs it: %s.".formatted(operation),
                "Use MongoDB 5 or newer, or leave out POKANA_MONGODB_URI to use the embedded store.",
                cause);
    }
}
