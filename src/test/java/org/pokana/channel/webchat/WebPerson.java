package org.pokana.channel.webchat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.pokana.Someone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the web chat, over HTTP as its page does it: a cookie, what is posted, and what there is to read. */
public final class WebPerson extends Someone {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final String language;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<Long, String> seen = new HashMap<>();
    private int letters;

    public WebPerson(String url, String language) {
        this.url = url;
        this.language = language;
        post("/chat/session", Map.of());
    }

    @Override
    public void starts(String payload) {
        types(("/start " + payload).strip());
    }

    @Override
    protected void types(String words) {
        post("/chat/messages", Map.of("id", id(), "text", words, "language", language));
    }

    /** Presses a button of the newest message that has it. */
    @Override
    protected void presses(String label) {
        var said = said();
        for (int i = said.size() - 1; i >= 0; i--) {
            var message = said.get(i);
            for (JsonNode button : message.path("buttons")) {
                if (button.path("label").asString().equals(label)) {
                    post(
                            "/chat/messages",
                            Map.of(
                                    "id", id(),
                                    "pick", button.path("pick").asString(),
                                    "label", label,
                                    "on", message.path("number").asLong(),
                                    "language", language));
                    return;
                }
            }
        }
        throw new AssertionError("no message on the screen has a button '" + label + "': " + said);
    }

    @Override
    public void waitsFor(String... words) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (JsonNode message : said()) {
                var reads = message.toString();
                long number = message.path("number").asLong();
                if (message.path("who").asString().equals("bot")
                        && !reads.equals(seen.get(number))
                        && Arrays.stream(words).allMatch(read(message)::contains)) {
                    seen.put(number, reads);
                    return;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("waited in vain for " + Arrays.toString(words) + "; on the screen: "
                + said().stream().map(WebPerson::read).toList());
    }

    @Override
    public String linked(String to) {
        return payload(to, said().stream().map(WebPerson::read).toList().toString());
    }

    private static String read(JsonNode message) {
        var labels = StreamSupport.stream(message.path("buttons").spliterator(), false)
                .map(button -> button.path("label").asString())
                .toList();
        return message.path("text").asString() + " " + labels;
    }

    private String id() {
        return "letter-%04d".formatted(++letters);
    }

    private List<JsonNode> said() {
        var history = send(HttpRequest.newBuilder(URI.create(url + "/chat/history")));
        return StreamSupport.stream(JSON.readTree(history).path("said").spliterator(), false)
                .toList();
    }

    private void post(String path, Map<String, Object> letter) {
        send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(letter))));
    }

    private String send(HttpRequest.Builder request) {
        try {
            var response =
                    browser.send(request.header("Accept-Language", language).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError("the service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
