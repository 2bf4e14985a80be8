package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process of telegram-test-api, an emulation of the Bot API for Node.js that others wrote. */
final class TestApi implements AutoCloseable {

    /** On a port of the system's choice, without forgetting what was said, and no longer than somebody listens. */
    private static final String SCRIPT = """
            const TelegramServer = require('telegram-test-api');
            const server = new TelegramServer({ host: '127.0.0.1', storeTimeout: 24 * 60 * 60 });
            server.config.port = 0;
            server.start().then(() => console.log(server.server.address().port));
            process.stdin.on('end', () => process.exit()).resume();
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String url;

    private TestApi(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static TestApi start() {
        try {
            var process = new ProcessBuilder("node", "-e", SCRIPT)
                    .directory(folder().toFile())
                    .redirectErrorStream(true)
                    .start();
            var port = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
            if (port == null || !port.matches("\\d+")) {
                process.destroy();
                throw new IllegalStateException("telegram-test-api did not say where it listens, but: " + port);
            }
            return new TestApi(process, "http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var folder = Path.of(System.getProperty("telegram-test-api", "target/telegram-test-api"));
        if (!Files.isDirectory(folder.resolve("node_modules/telegram-test-api"))) {
            throw new IllegalStateException("telegram-test-api is not in " + folder
                    + ": npm install --prefix target/telegram-test-api telegram-test-api@4.2.1 puts it there,"
                    + " -Dtelegram-test-api=<folder> names another one");
        }
        return folder;
    }

    String url() {
        return url;
    }

    /** What somebody with a phone does. */
    JsonNode does(String what, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(url + "/" + what))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var answer = JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("ok").asBoolean()) {
                throw new AssertionError("telegram-test-api does not: " + answer);
            }
            return answer.path("result");
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
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
