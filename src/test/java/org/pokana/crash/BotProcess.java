package org.pokana.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.pokana.channel.telegram.FakeTelegram;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Careless;

/**
 * The real service in a process of its own, which can be killed, stopped, frozen and started again on the same data. Its
 * clock says that it is ten o'clock on a Monday in Bulgaria, so that no test depends on when it runs.
 */
final class BotProcess implements AutoCloseable {

    private static final Duration SHIFT = Duration.between(Instant.now(), Instant.parse("2027-02-01T08:00:00Z"))
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    /** What all bots and everybody around them go by. */
    static final Clock CLOCK = Clock.offset(Clock.systemUTC(), SHIFT);

    private static final String TELLS = "#";

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> carelessness = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private @Nullable Process process;
    private boolean ready;
    private boolean frozen;
    private int waits;
    private int orders;

    /** On data of its own, which are kept in the folder. */
    BotProcess(Path folder, FakeTelegram telegram) {
        this.folder = created(folder);
        set("POKANA_DATA", folder.resolve("data").toString());
        set("SERVER_PORT", "0");
        set("POKANA_TELEGRAM_TOKEN", FakeTelegram.TOKEN);
        set("POKANA_TELEGRAM_API", telegram.url());
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its settings, all of which are environment variables. */
    BotProcess set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** From the next start on it does something wrong. */
    BotProcess careless(Careless how) {
        carelessness.add(how.name());
        return this;
    }

    /** Returns once it says that it has started. */
    void start() {
        launch();
        awaitReady();
    }

    void awaitReady() {
        Awaitility.await("the bot has started")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> assertThat(isAlive())
                        .as("the bot died at start:\n" + said())
                        .isTrue())
                .until(this::isReady);
    }

    /** Begins to start. */
    void launch() {
        var command = new ArrayList<>(JavaArchive.command());
        command.add(MortalBot.class.getName());
        command.add(SHIFT.toString());
        command.addAll(carelessness);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        try {
            var started = builder.start();
            synchronized (log) {
                process = started;
                ready = false;
            }
            listen(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(Process speaking) {
        var thread = new Thread(
                () -> {
                    try (BufferedReader lines = speaking.inputReader()) {
                        lines.lines().forEach(line -> hear(speaking, line));
                    } catch (IOException | UncheckedIOException e) {
                        hear(speaking, "(said no more: " + e.getMessage() + ")");
                    }
                },
                "ear-of-the-test");
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(Process speaking, String line) {
        synchronized (log) {
            if (line.startsWith(TELLS)) {
                var words = line.substring(TELLS.length()).split(" ", 2);
                ready = ready || (words[0].equals("ready") && speaking == process);
                waits += words[0].equals("waits") ? 1 : 0;
                answers.put(words[0], words.length > 1 ? words[1] : "");
            } else {
                log.add(line);
            }
            log.notifyAll();
        }
    }

    private boolean isReady() {
        synchronized (log) {
            return ready;
        }
    }

    /** Empty if it died before it answered. */
    Optional<String> tell(String order) {
        String number;
        synchronized (log) {
            number = String.valueOf(++orders);
        }
        try {
            var ears = running().outputWriter();
            ears.write(number + " " + order + "\n");
            ears.flush();
        } catch (IOException deadAlready) {
            return Optional.empty();
        }
        return answer(number);
    }

    private Optional<String> answer(String number) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        synchronized (log) {
            while (!answers.containsKey(number) && isAlive() && System.nanoTime() < end) {
                try {
                    log.wait(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("interrupted", e);
                }
            }
            var answer = answers.remove(number);
            if (answer != null && answer.startsWith("failed")) {
                throw new AssertionError(answer + "\n" + said());
            }
            return Optional.ofNullable(answer);
        }
    }

    /** At the so-manieth time the point is reached, and so long after. */
    void diesAt(CrashPoint point, int hit, Duration later) {
        tell("die " + point + " " + hit + " " + later.toMillis());
    }

    /** How often a thread stopped where it was told to wait. */
    int waits() {
        synchronized (log) {
            return waits;
        }
    }

    /** Waits until everything said to it is heard and all is sent, and says how long that took. */
    Duration finishes(long said, Duration limit) {
        long begin = System.nanoTime();
        var done = "inbox=" + said + " unheard=0 unsent=0 pending=0 unsettled=0 unrung=0";
        Awaitility.await("that all is done")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(tell("left")).contains(done));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    Books books() {
        var file = folder.resolve("books");
        tell("books " + file).orElseThrow(() -> new AssertionError("it is dead:\n" + said()));
        return Books.read(file);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    boolean isAwake() {
        return isAlive() && !frozen;
    }

    /** As a power switch would. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** As an operator would; says how long it took. */
    Duration stop() throws InterruptedException {
        long begin = System.nanoTime();
        running().destroy();
        if (!running().waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not stop:\n" + said());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    int exitCode() {
        return running().exitValue();
    }

    /** It gets no processor until it thaws. */
    void freeze() {
        signal("-STOP");
        frozen = true;
    }

    void thaw() {
        frozen = false;
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, String.valueOf(running().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process running() {
        return java.util.Objects.requireNonNull(process, "it was never started");
    }

    /** Everything it logged since the first start. */
    String said() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
