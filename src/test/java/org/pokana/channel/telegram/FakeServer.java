package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP: reads calls, writes answers, and spoils them where a fault says so. */
final class FakeServer {

    /** What the fetching of a file is called, which is no method. */
    static final String DOWNLOAD = "download";

    private static final String JSON = "application/json";

    /** What goes back over the wire. */
    record Answer(int code, String type, byte[] body) {

        static Answer ok(JsonNode result) {
            return json(
                    200, JsonMapper.shared().createObjectNode().put("ok", true).set("result", result));
        }

        static Answer of(FakeRefusal refusal) {
            return json(refusal.code(), refusal.body());
        }

        static Answer json(int code, JsonNode body) {
            return new Answer(code, JSON, body.toString().getBytes(UTF_8));
        }
    }

    private final FakeTelegram fake;
    private final Function<FakeCall, JsonNode> effect;

    FakeServer(FakeTelegram fake, Function<FakeCall, JsonNode> effect) {
        this.fake = fake;
        this.effect = effect;
    }

    /** {@code /bot<token>/<method>} */
    void call(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            var token = path.length < 2 ? "" : path[1].substring("bot".length());
            var call = FakeCall.read(fake.spec().method(path.length < 3 ? "" : path[2]), exchange)
                    .ofTheBot();
            answer(exchange, call, () -> {
                check(token);
                return Answer.ok(effect.apply(call));
            });
        } catch (JacksonException e) {
            fake.violated("a body that is no JSON: "
                    + exchange.getRequestURI().getPath().replaceAll(".*/", ""));
        }
    }

    /** {@code /file/bot<token>/<path>} */
    void download(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/", 4);
            answer(exchange, FakeCall.read(DOWNLOAD, exchange), () -> {
                check(path.length < 3 ? "" : path[2].substring("bot".length()));
                var file = fake.chats().files().at(path.length < 4 ? "" : path[3]);
                return new Answer(
                        200,
                        "application/octet-stream",
                        file.orElseThrow(() -> new FakeRefusal(404, "Not Found"))
                                .bytes());
            });
        }
    }

    private static void check(String token) {
        if (!token.equals(FakeTelegram.TOKEN)) {
            throw token.contains(":") ? new FakeRefusal(401, "Unauthorized") : new FakeRefusal(404, "Not Found");
        }
    }

    private void answer(HttpExchange exchange, FakeCall call, Supplier<Answer> taken) throws IOException {
        var fault = fake.heard(call);
        if (fault.isPresent()) {
            fail(exchange, fault.get(), taken);
        } else {
            write(exchange, orRefused(taken));
        }
    }

    private static Answer orRefused(Supplier<Answer> taken) {
        try {
            return taken.get();
        } catch (FakeRefusal refusal) {
            return Answer.of(refusal);
        }
    }

    private static void fail(HttpExchange exchange, FakeFault fault, Supplier<Answer> taken) throws IOException {
        var answer = fault.after() ? orRefused(taken) : fault.answer();
        switch (fault.kind()) {
            case REFUSE, HTML, GARBAGE -> write(exchange, fault.answer());
            case STALL -> {
                rest(fault.pause());
                write(exchange, answer);
            }
            case DAWDLE -> {
                rest(fault.pause());
                write(exchange, orRefused(taken));
            }
            case TRUNCATE -> truncate(exchange, answer);
            case DROP -> {
                // Closing without an answer is the whole fault.
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void truncate(HttpExchange exchange, Answer answer) throws IOException {
        exchange.sendResponseHeaders(200, answer.body().length);
        exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
        exchange.getResponseBody().flush();
    }

    static void write(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.code(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
