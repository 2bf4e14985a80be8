package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tgfake with the proxy in front of it. */
final class TgfakeServer implements ScenarioServer {

    private final Tgfake tgfake = Tgfake.start(FakeTelegram.TOKEN);
    private final RawBot control = new RawBot(tgfake.url());
    private final TgfakeProxy proxy = new TgfakeProxy(tgfake.url());
    private final Wiretap wiretap = new Wiretap(proxy::answer);
    private final Set<Long> people = new CopyOnWriteArraySet<>();
    private final Set<String> taps = new CopyOnWriteArraySet<>();

    @Override
    public String url() {
        return wiretap.url();
    }

    @Override
    public ScenarioPerson person(long id, String language) {
        people.add(id);
        proxy.speaks(id, language);
        return new Person(id);
    }

    @Override
    public List<Call> calls() {
        return wiretap.calls();
    }

    @Override
    public void refusesNext(String method, long chat, int code, String description, int retryAfter) {
        post(
                "fault",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("method", method)
                        .put("code", code)
                        .put("description", description)
                        .put("retry_after", retryAfter)
                        .put("times", 1)
                        .put("contains", String.valueOf(chat)));
    }

    @Override
    public boolean hasAnsweredAllTaps() {
        var answered = new HashSet<String>();
        people.forEach(person -> chat(person)
                .path("callbacks")
                .forEach(callback -> answered.add(callback.path("id").asString())));
        return answered.containsAll(taps);
    }

    private JsonNode chat(long id) {
        return read(control.looksAt("chat/" + id));
    }

    private JsonNode post(String page, ObjectNode body) {
        var answer = read(control.controls(page, body));
        if (answer.has("error")) {
            throw new AssertionError("tgfake does not: " + answer.path("error").asString());
        }
        return answer;
    }

    private static JsonNode read(byte[] answer) {
        return JsonMapper.shared().readTree(new String(answer, UTF_8));
    }

    @Override
    public void close() {
        wiretap.close();
        tgfake.close();
    }

    private final class Person extends ScenarioPerson {

        private final long id;

        Person(long id) {
            this.id = id;
        }

        @Override
        long id() {
            return id;
        }

        @Override
        void says(String text) {
            post(
                    "message",
                    JsonMapper.shared().createObjectNode().put("user_id", id).put("text", text));
        }

        @Override
        void taps(String label) {
            var messages = new ArrayList<JsonNode>();
            chat(id).path("messages").forEach(messages::add);
            for (int i = messages.size() - 1; i >= 0; i--) {
                var data = data(messages.get(i).path("keyboard"), label);
                if (!data.isEmpty()) {
                    taps(messages.get(i).path("message_id").asLong(), data);
                    return;
                }
            }
            throw new AssertionError("no message has a button '" + label + "': " + screen());
        }

        @Override
        void tapsOld(String label) {
            for (Wiretap.Exchange exchange : wiretap.exchanges()) {
                var markup = exchange.call().tree("reply_markup");
                var data = markup.map(keyboard -> data(keyboard.path("inline_keyboard"), label))
                        .orElse("");
                if (exchange.call().number("chat_id", 0) == id && !data.isEmpty()) {
                    taps(exchange.answer().path("result").path("message_id").asLong(), data);
                    return;
                }
            }
            throw new AssertionError("no message ever had a button '" + label + "'");
        }

        private static String data(JsonNode rows, String label) {
            return rows.valueStream()
                    .flatMap(JsonNode::valueStream)
                    .filter(button -> button.path("text").asString("").equals(label))
                    .map(button -> button.path("callback_data").asString(""))
                    .findFirst()
                    .orElse("");
        }

        private void taps(long message, String data) {
            var tap = JsonMapper.shared().createObjectNode().put("user_id", id);
            taps.add(post("callback", tap.put("message_id", message).put("data", data))
                    .path("callback_query_id")
                    .asString());
        }

        @Override
        List<Shown> screen() {
            return chat(id).path("messages")
                    .valueStream()
                    .filter(message -> !message.path("deleted").asBoolean())
                    .map(Person::shown)
                    .toList();
        }

        private static Shown shown(JsonNode message) {
            var kind = message.has("document") ? "document" : message.has("photo") ? "photo" : "text";
            var labels = message.path("keyboard")
                    .valueStream()
                    .flatMap(JsonNode::valueStream)
                    .map(button -> button.path("text").asString(""))
                    .toList();
            return new Shown(
                    message.path("message_id").asLong(),
                    message.path("from").asString("").equals("bot"),
                    kind,
                    message.path(kind.equals("text") ? "text" : "caption").asString(""),
                    labels);
        }
    }
}
