package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The person's side over HTTP, for scripts in other processes.
 *
 * <pre>
 * POST /sim/message   {"user_id":7,"text":"/start","language_code":"bg"}
 *                     {"user_id":7,"chat_id":-100,"text":"@pokana_test_bot кога?"}          in a group
 *                     {"user_id":7,"photo":"&lt;base64>","caption":"…"}                        or "voice"
 *                     {"user_id":7,"document":"&lt;base64>","file_name":"…","mime_type":"…"}   or "audio", "video"
 *                     {"user_id":7,"album":[{"photo":"…","caption":"…"},{"photo":"…"}]}
 * POST /sim/callback  {"user_id":7,"label":"Меню"}      or "data" with "message_id"
 * POST /sim/block     {"user_id":7}                     and /sim/unblock
 * POST /sim/join      {"user_id":7,"chat_id":-100}      adds the bot to a group; /sim/leave removes it
 * POST /sim/fault     {"method":"sendMessage","code":429,"retry_after":5,"times":3,"chat_id":7}
 *                     or "kind": "drop", "deliver-then-drop", "html", "truncate",
 *                     "stall" (late answer) or "dawdle" (late effect) with "seconds"
 * DELETE /sim/fault                                     all is well again
 * POST /sim/updates   {"restart_at":7,"repeat_percent":30,"shuffle":10}
 * POST /sim/limit     {"telegram":true}                as Telegram has them; {} takes them away
 *                     {"per_second":30,"burst":5,"per_group_minute":20}
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
            FakeServer.write(exchange, answerOrExcuse(exchange));
        }
    }

    private FakeServer.Answer answerOrExcuse(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (RuntimeException | AssertionError e) {
            return FakeServer.Answer.json(400, JSON.createObjectNode().put("error", String.valueOf(e.getMessage())));
        }
    }

    private FakeServer.Answer answer(HttpExchange exchange) throws IOException {
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
            case "/sim/violations" -> FakeServer.Answer.json(200, JSON.valueToTree(fake.violations()));
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
        long chat = call.number("chat_id", call.number("user_id", 0));
        var person = person(call);
        var album = call.tree("album");
        if (album.isPresent()) {
            var media = album.get().valueStream().map(FakeControl::media).toArray(FakeMedia[]::new);
            return person.sendsAlbum(media).get(0);
        }
        var body = JSON.valueToTree(call.fields());
        return call.fields().containsKey("text")
                ? person.saysIn(chat, call.text("text"))
                : person.sendsIn(chat, media(body));
    }

    private static FakeMedia media(JsonNode body) {
        var kind = FakeContent.WITH_FILE.stream()
                .filter(body::has)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("neither text nor any of " + FakeContent.WITH_FILE));
        byte[] content = Base64.getDecoder().decode(body.get(kind).asString());
        var name = body.path("file_name").asString("");
        var type = body.path("mime_type").asString("application/octet-stream");
        return new FakeMedia(
                kind, new FakeUpload(name, type, content), body.path("caption").asString(""));
    }

    private FakeServer.Answer fault(FakeCall call) {
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
            case "dawdle" -> script.dawdles(Duration.ofSeconds(call.number("seconds", 5)));
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

    private FakeServer.Answer heal() {
        fake.heals();
        return done(0);
    }

    private FakeServer.Answer updates(FakeCall call) {
        if (call.number("restart_at", 0) > 0) {
            fake.restartsIdsAt(call.number("restart_at", 0));
        }
        fake.repeatsUpdates((int) call.number("repeat_percent", 0));
        fake.shufflesUpdates((int) call.number("shuffle", 1));
        return done(0);
    }

    private FakeServer.Answer limit(FakeCall call) {
        if (call.text("telegram").equals("true")) {
            fake.keepsTelegramsLimits();
        } else {
            fake.limit()
                    .set(
                            (int) call.number("per_second", Integer.MAX_VALUE),
                            (int) call.number("burst", Integer.MAX_VALUE),
                            (int) call.number("per_group_minute", Integer.MAX_VALUE));
        }
        return done(0);
    }

    private static FakeServer.Answer done(long result) {
        return FakeServer.Answer.json(
                200, JSON.createObjectNode().put("ok", true).put("result", result));
    }

    private FakeServer.Answer chat(long id, String format) {
        var transcript = new FakeTranscript(fake.messages(id));
        return format.equals("text")
                ? new FakeServer.Answer(
                        200, "text/plain; charset=utf-8", transcript.text().getBytes(UTF_8))
                : FakeServer.Answer.json(200, transcript.json());
    }
}
