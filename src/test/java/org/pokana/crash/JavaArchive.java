package org.pokana.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.pokana.PokanaApplication;

/**
 * How to start another Java with our classes, and fast: a shared archive of the classes saves a third of each start. It is
 * made once, takes jars where we have folders, and does without where it cannot be made.
 */
final class JavaArchive {

    private static final Path FOLDER = Path.of("target", "archive");
    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m");
    private static final List<String> COMMAND = made();

    private JavaArchive() {}

    /** Everything but the main class and its arguments. */
    static List<String> command() {
        return COMMAND;
    }

    private static List<String> made() {
        try {
            Files.createDirectories(FOLDER);
            var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .map(JavaArchive::jar)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            var archive = FOLDER.resolve("classes.jsa").toAbsolutePath();
            Files.deleteIfExists(archive);
            boolean made = run(command("-XX:ArchiveClassesAtExit=" + archive, classPath)) && Files.exists(archive);
            return command(made ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto", classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String option, String classPath) {
        var command = new ArrayList<>(JVM);
        command.addAll(List.of(option, "-Xlog:disable", "-Xlog:all=error:stderr", "-cp", classPath));
        return command;
    }

    private static Path jar(Path entry) {
        if (!Files.isDirectory(entry)) {
            return entry;
        }
        var jar = FOLDER.resolve(entry.getFileName() + ".jar").toAbsolutePath();
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(entry)) {
            for (Path file : files.sorted().toList()) {
                boolean folder = Files.isDirectory(file);
                var name = entry.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.isEmpty()) {
                    out.putNextEntry(new JarEntry(folder ? name + "/" : name));
                    if (!folder) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the service on nothing, and ends it once it is up. */
    private static boolean run(List<String> command) throws IOException {
        var all = new ArrayList<>(command);
        all.addAll(List.of("-Dspring.context.exit=onRefresh", PokanaApplication.class.getName()));
        var builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("log").toFile());
        builder.environment().put("POKANA_DATA", FOLDER.resolve("data").toString());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("POKANA_TELEGRAM_TOKEN", "4242:nobody");
        builder.environment().put("POKANA_TELEGRAM_API", "http://127.0.0.1:9");
        try {
            var process = builder.start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
