package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open page of the desk that is told what changes. */
final class DeskListener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private volatile boolean over;

    DeskListener(DeskVisitor browser, String subjects) {
        var response = browser.follows("/desk/live/" + subjects);
        assertThat(response.statusCode()).isEqualTo(200);
        stream = response.body();
        var reading = new Thread(this::read);
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(heard::add);
        } catch (IOException | UncheckedIOException closed) {
            // nobody listens any more
        }
        over = true;
    }

    String heard() {
        return String.join("\n", heard);
    }

    void hears(String words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard()).contains(words));
    }

    boolean isOver() {
        return over;
    }

    void ends() {
        await().atMost(PATIENCE).until(() -> over);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
