package org.pokana.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the data file, named by the time of their making; each can be put in its place. */
final class Backups {

    private static final int KEPT = 24;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    Backups(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Under another name until it is complete, as a crash would leave half a backup that looks whole. */
    Path copy(Path data) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.copy(data, emptied(folder.resolve("unfinished")));
            DataFile.markAsCopy(unfinished);
            Path backup = folder.resolve("pokana-" + TIME.format(clock.instant()) + ".mv");
            DataFile.moveSafely(unfinished, backup);
            forgetOld();
            return backup;
        } catch (IOException e) {
            throw new UncheckedIOException("No backup could be made in " + folder, e);
        }
    }

    private static Path emptied(Path file) throws IOException {
        Files.deleteIfExists(file);
        return file;
    }

    private void forgetOld() throws IOException {
        for (Path old : newestFirst().stream().skip(KEPT).toList()) {
            Files.delete(old);
        }
    }

    List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".mv"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
