package org.pokana;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The real service in a process of its own, which can be killed at any moment and started again on the same data. */
public final class BotProcess implements AutoCloseable {

    private final Path data;
    private final Map<String, String> settings;
    private final Path log;
    private @Nullable Process process;

    /** @param settings environment variables, such as {@code POKANA_TELEGRAM_TOKEN} */
    public BotProcess(Path folder, Map<String, String> settings) {
        this.data = folder.resolve("data");
        this.log = folder.resolve("bot.log");
        this.settings = settings;
    }

    /** Returns once it says that it has started. */
    public void start() {
        long before = said().lines().filter(BotProcess::tellsOfStart).count();
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.pokana.PokanaApplication"));
        builder.environment().put("POKANA_DATA", data.toString());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.directory(new File(System.getProperty("user.dir")));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the bot has started")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .failFast("the bot died at start:\n" + said(), () -> !process.isAlive())
                .until(() -> said().lines().filter(BotProcess::tellsOfStart).count() > before);
    }

    private static boolean tellsOfStart(String line) {
        return line.contains("Started PokanaApplication");
    }

    /** As a power switch would. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** As an operator would; false if it did not end in time. */
    public boolean stop() throws InterruptedException {
        if (process == null) {
            return true;
        }
        process.destroy();
        return process.waitFor(40, TimeUnit.SECONDS);
    }

    /** Everything it logged since the first start. */
    public String said() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
