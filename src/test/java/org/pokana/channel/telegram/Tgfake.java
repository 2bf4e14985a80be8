package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The process of tgfake, a stand-in of the Bot API that others wrote. */
final class Tgfake implements AutoCloseable {

    private static final Pattern ORIGIN = Pattern.compile(" at (http://\\S+)");

    private final Process process;
    private final String url;

    private Tgfake(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Tgfake start(String token) {
        try {
            var process = new ProcessBuilder(program(), "--addr", "127.0.0.1:0", "--token", token, "--poll-max", "5s")
                    .redirectErrorStream(true)
                    .start();
            var banner = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
            var origin = ORIGIN.matcher(String.valueOf(banner));
            if (!origin.find()) {
                process.destroy();
                throw new IllegalStateException("tgfake did not say where it listens, but: " + banner);
            }
            return new Tgfake(process, origin.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        var named = System.getProperty("tgfake", "");
        return candidates(named).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IllegalStateException(
                        (named.isBlank() ? "tgfake is not installed" : "there is no program at " + named)
                                + ": go install github.com/EvilFreelancer/tgfake/cmd/tgfake@v1.4.1"
                                + " installs it, -Dtgfake=<path> names another one"));
    }

    private static List<Path> candidates(String named) {
        if (!named.isBlank()) {
            return List.of(Path.of(named));
        }
        var places = new ArrayList<Path>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(folder, "tgfake"));
        }
        var go = System.getenv().getOrDefault("GOPATH", System.getProperty("user.home") + "/go");
        places.add(Path.of(go, "bin", "tgfake"));
        return places;
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
