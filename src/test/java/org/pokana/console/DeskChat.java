package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in the web chat of the same service, over the same wire as their browser. */
final class DeskChat {

    /** Whoever asks so much in a minute is asked to wait, and tests are in a hurry. */
    static final String[] PATIENT = {
        "pokana.webchat.per-session=1000", "pokana.webchat.per-address=1000", "pokana.webchat.new-sessions=100"
    };

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonMapper json = new JsonMapper();
    private final DeskVisitor browser;
    private final String name;
    private final Contact contact;
    private int said;
    private long read;

    DeskChat(DeskStage stage, String name) {
        this.browser = stage.stranger();
        this.name = name;
        post("/chat/session", "{}");
        asks("/start");
        try (var everybody = stage.bean(Contacts.class).all()) {
            contact = everybody.max(Comparator.comparing(Contact::since)).orElseThrow();
        }
    }

    Contact contact() {
        return contact;
    }

    /** What they are told next. */
    String asks(String text) {
        says(text);
        return hears();
    }

    void says(String text) {
        hearsNothingMore();
        var letter = json.createObjectNode().put("id", name + "-letter-%04d".formatted(++said));
        post("/chat/messages", letter.put("text", text).toString());
    }

    void taps(String label) {
        var button = entries().stream()
                .flatMap(entry -> entry.path("buttons").valueStream())
                .filter(each -> each.path("label").asString().equals(label))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no button " + label));
        hearsNothingMore();
        var letter = json.createObjectNode().put("id", name + "-letter-%04d".formatted(++said));
        post(
                "/chat/messages",
                letter.put("text", label)
                        .put("pick", button.path("pick").asString())
                        .toString());
    }

    private void hearsNothingMore() {
        read = entries().stream().mapToLong(DeskChat::number).max().orElse(0);
    }

    /** All that they were told since they last said something. */
    String hears() {
        await().atMost(PATIENCE).until(() -> !told().isEmpty());
        return told();
    }

    /** Waits until they are told this, whenever that is. */
    void hears(String words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).contains(words));
    }

    private String told() {
        return entries().stream()
                .filter(entry ->
                        number(entry) > read && !entry.path("who").asString().equals("person"))
                .map(entry -> entry.path("text").asString())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static long number(JsonNode entry) {
        return entry.path("number").asLong();
    }

    private List<JsonNode> entries() {
        var history = browser.get("/chat/history");
        return new ArrayList<>(
                json.readTree(history.body()).path("said").valueStream().toList());
    }

    private void post(String path, String body) {
        var sent = browser.send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)),
                path,
                "Content-Type",
                "application/json",
                "Accept-Language",
                "bg");
        assertThat(sent.statusCode()).as(path + " " + sent.body()).isIn(202, 204);
    }
}
