package org.pokana.channel.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The person's side over HTTP, for scripts in other processes.
 *
 * <pre>
 * POST /sim/message   {"user_id":7,"text":"/start","language_code":"bg"}
 * POST /sim/callback  {"user_id":7,"label":"Меню"}      or "data" with "message_id"
 * POST /sim/block     {"user_id":7}                     and /sim/unblock
 * POST /sim/join      {"user_id":7,"chat_id":-100}      adds the bot to a group; /sim/leave removes it
 * POST /sim/message   {"user_id":7,"chat_id":-100,"text":"@pokana_test_bot кога?"}   in a group
 * POST /sim/fault     {"method":"sendMessage","code":429,"retry_after":5,"times":3,"chat_id":7}
 *                     or "kind": "drop", "deliver-then-drop", "html", "truncate", "stall" with "seconds"
 * DELETE /sim/fault                                     all is well again
 * POST /sim/updates   {"restart_at":7,"repeat_percent":30,"shuffle":10}
 * POST /sim/limit     {"per_second":30}
 * GET  /sim/chat/7            every message as JSON; ?format=text as people read it
 * GET  /sim/calls?method=sendMessage                    how many
 * GET  /sim/violations
 * </pre>
 */
final class FakeControl {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FakeTelegram fake;
    private final Map<Long, FakePerson> people = new ConcurrentHashMap<>();

    FakeControl(FakeTelegram fake) {
        this.fake = fake;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            FakeTelegram.write(exchange, 200, answer(exchange));
        } catch (RuntimeException | AssertionError e) {
            FakeTelegram.write(
                    exchange,
                    400,
                    JSON.createObjectNode()
                            .put("error", String.valueOf(e.getMessage()))
                            .toString());
        }
    }

    private String answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var call = FakeCall.read("sim", exchange);
        if (path.startsWith("/sim/chat/")) {
            return chat(Long.parseLong(path.substring("/sim/chat/".length())), call.text("format"));
        }
        return switch (path) {
            case "/sim/message" -> done(say(call));
            case "/sim/join" -> done(person(call).adds(call.number("chat_id", 0)));
            case "/sim/leave" -> done(person(call).removes(call.number("chat_id", 0)));
            case "/sim/callback" -> done(tap(call));
            case "/sim/block" -> done(person(call).blocks());
            case "/sim/unblock" -> done(person(call).unblocks());
            case "/sim/fault" -> exchange.getRequestMethod().equals("DELETE") ? heal() : fault(call);
            case "/sim/updates" -> updates(call);
            case "/sim/limit" -> limit(call);
            case "/sim/calls" -> done(fake.calls(call.text("method")).size());
            case "/sim/violations" -> JSON.writeValueAsString(fake.violations());
            default -> throw new IllegalArgumentException("no such page: " + path);
        };
    }

    private FakePerson person(FakeCall call) {
        var language = call.text("language_code");
        return people.computeIfAbsent(
                call.number("user_id", 0), id -> fake.person(id, language.isEmpty() ? null : language));
    }

    private long tap(FakeCall call) {
        if (call.text("data").isEmpty()) {
            return person(call).taps(call.text("label"));
        }
        long wanted = call.number("message_id", 0);
        var message = fake.messages(call.number("user_id", 0)).stream()
                .filter(any -> any.id() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message " + wanted));
        return person(call).taps(message, call.text("data"));
    }

    private long say(FakeCall call) {
        long chat = call.number("chat_id", 0);
        return chat == 0 ? person(call).says(call.text("text")) : person(call).saysIn(chat, call.text("text"));
    }

    private String fault(FakeCall call) {
        var script = fake.next(call.text("method"))
                .times((int) call.number("times", 1))
                .to(call.number("chat_id", 0));
        int code = (int) call.number("code", 502);
        switch (call.text("kind")) {
            case "drop" -> script.drops();
            case "deliver-then-drop" -> script.deliversThenDrops();
            case "truncate" -> script.breaksOff();
            case "html" -> script.answersHtml(code);
            case "stall" -> script.stalls(Duration.ofSeconds(call.number("seconds", 5)));
            default -> {
                if (code == 429) {
                    script.throttles((int) call.number("retry_after", 1));
                } else {
                    script.refuses(code, call.text("description"));
                }
            }
        }
        return done(0);
    }

    private String heal() {
        fake.heals();
        return done(0);
    }

    private String updates(FakeCall call) {
        if (call.number("restart_at", 0) > 0) {
            fake.restartsIdsAt(call.number("restart_at", 0));
        }
        fake.repeatsUpdates((int) call.number("repeat_percent", 0));
        fake.shufflesUpdates((int) call.number("shuffle", 1));
        return done(0);
    }

    private String limit(FakeCall call) {
        fake.sendsAtMost((int) call.number("per_second", Integer.MAX_VALUE));
        return done(0);
    }

    private static String done(long result) {
        return JSON.createObjectNode().put("ok", true).put("result", result).toString();
    }

    private String chat(long id, String format) {
        if (format.equals("text")) {
            return fake.messages(id).stream()
                    .map(message -> (message.ours() ? "< " : "> ")
                            + message.text()
                            + (message.rows().isEmpty() ? "" : "\n  " + message.labels()))
                    .collect(Collectors.joining("\n"));
        }
        var messages = JSON.createArrayNode();
        fake.messages(id).forEach(message -> {
            ObjectNode json = messages.addObject();
            json.put("id", message.id()).put("ours", message.ours()).put("kind", message.kind());
            json.put("text", message.text()).put("revision", message.revision());
            var buttons = json.putArray("buttons");
            message.buttons()
                    .forEach(button ->
                            buttons.addObject().put("label", button.label()).put("data", button.data()));
        });
        return messages.toString();
    }
}
