package org.pokana.channel.telegram;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Telegram-test-api, whose answers are only put right where they contradict the specification. */
final class TestApiServer implements ScenarioServer {

    private final TestApi api = TestApi.start();
    private final RawBot bot = new RawBot(api.url());
    private final Wiretap wiretap = new Wiretap(this::answer);
    private final AtomicInteger taps = new AtomicInteger();

    @Override
    public String url() {
        return wiretap.url();
    }

    private JsonNode answer(FakeCall call) {
        var fields = JsonMapper.shared().valueToTree(call.fields());
        var answer = call.files().isEmpty()
                ? bot.calls(call.method(), fields)
                : bot.uploads(call.method(), fields, call.files());
        if (answer.path("message").asString("").contains("is not supported")) {
            return otherwise(call);
        }
        if (answer.path("result") instanceof ObjectNode result) {
            mend(result);
        }
        return answer;
    }

    /** No webhook was ever set; for whatever else there is not, it has words other than Telegram's. */
    private static JsonNode otherwise(FakeCall call) {
        var answer = object();
        if (call.method().equals("getWebhookInfo")) {
            answer.put("ok", true).putObject("result").put("url", "");
            return answer;
        }
        return answer.put("ok", false).put("error_code", 404).put("description", "Not Found: method not found");
    }

    /** Bots say that they are bots, and a date is a number of seconds. */
    private static void mend(ObjectNode result) {
        if (result.has("username")) {
            result.put("is_bot", true);
        }
        if (result.has("date")) {
            result.put("date", result.path("date").asLong() / 1000);
        }
    }

    @Override
    public ScenarioPerson person(long id, String language) {
        return new Person(id, language);
    }

    @Override
    public List<Call> calls() {
        return wiretap.calls();
    }

    @Override
    public void refusesNext(String method, long chat, int code, String description, int retryAfter) {
        throw new UnsupportedOperationException("telegram-test-api refuses nothing");
    }

    @Override
    public boolean hasAnsweredAllTaps() {
        var fetched = new HashSet<String>();
        var answered = new HashSet<String>();
        for (Wiretap.Exchange exchange : wiretap.exchanges()) {
            for (JsonNode tap : exchange.answer().findValues("callback_query")) {
                fetched.add(tap.path("id").asString());
            }
            if (exchange.call().method().equals("answerCallbackQuery")) {
                answered.add(exchange.call().text("callback_query_id"));
            }
        }
        return fetched.size() == taps.get() && answered.containsAll(fetched);
    }

    @Override
    public void close() {
        wiretap.close();
        api.close();
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    private final class Person extends ScenarioPerson {

        private final long id;
        private final String language;

        Person(long id, String language) {
            this.id = id;
            this.language = language;
        }

        @Override
        long id() {
            return id;
        }

        @Override
        void says(String text) {
            var message = chat().put("text", text);
            message.set("from", from());
            if (text.startsWith("/")) {
                message.putArray("entities")
                        .addObject()
                        .put("type", "bot_command")
                        .put("offset", 0)
                        .put("length", text.split(" ")[0].length());
            }
            api.does(text.startsWith("/") ? "sendCommand" : "sendMessage", message);
        }

        private ObjectNode from() {
            return object().put("id", id)
                    .put("is_bot", false)
                    .put("first_name", "Олена")
                    .put("language_code", language);
        }

        private ObjectNode chat() {
            var message = object().put("botToken", FakeTelegram.TOKEN).put("date", System.currentTimeMillis() / 1000);
            message.putObject("chat").put("id", id).put("type", "private").put("first_name", "Олена");
            return message;
        }

        @Override
        void taps(String label) {
            var button = messages()
                    .filter(message -> !data(message.path("message"), label).isEmpty())
                    .reduce((older, newer) -> newer)
                    .orElseThrow(() -> new AssertionError("no message has a button '" + label + "': " + screen()));
            taps(button.path("messageId").asLong(), data(button.path("message"), label));
        }

        @Override
        void tapsOld(String label) {
            for (Wiretap.Exchange exchange : wiretap.exchanges()) {
                var data = data(JsonMapper.shared().valueToTree(exchange.call().fields()), label);
                if (exchange.call().number("chat_id", 0) == id && !data.isEmpty()) {
                    var sent = exchange.answer().path("result").path("message_id");
                    taps(exchange.call().number("message_id", sent.asLong(0)), data);
                    return;
                }
            }
            throw new AssertionError("no message ever had a button '" + label + "'");
        }

        private void taps(long message, String data) {
            var tap = object().put("botToken", FakeTelegram.TOKEN).put("data", data);
            tap.set("from", from());
            tap.set("message", chat().put("message_id", message));
            taps.incrementAndGet();
            api.does("sendCallback", tap);
        }

        private static String data(JsonNode message, String label) {
            return buttons(message)
                    .filter(button -> button.path("text").asString("").equals(label))
                    .map(button -> button.path("callback_data").asString(""))
                    .findFirst()
                    .orElse("");
        }

        private static Stream<JsonNode> buttons(JsonNode message) {
            return message.path("reply_markup")
                    .path("inline_keyboard")
                    .valueStream()
                    .flatMap(JsonNode::valueStream);
        }

        @Override
        List<Shown> screen() {
            return messages().map(Person::shown).toList();
        }

        /** In order; what the bot sent names its chat otherwise than what people wrote. */
        private Stream<JsonNode> messages() {
            return api.does("getUpdatesHistory", object().put("token", FakeTelegram.TOKEN))
                    .valueStream()
                    .filter(update -> update.has("message"))
                    .filter(update -> update.path("message").path("chat_id").asLong(0) == id
                            || update.path("message").path("chat").path("id").asLong(0) == id)
                    .sorted(Comparator.comparingLong(
                            update -> update.path("messageId").asLong()));
        }

        private static Shown shown(JsonNode update) {
            var message = update.path("message");
            return new Shown(
                    update.path("messageId").asLong(),
                    message.has("chat_id"),
                    "text",
                    message.path("text").asString(""),
                    buttons(message)
                            .map(button -> button.path("text").asString(""))
                            .toList());
        }
    }
}
