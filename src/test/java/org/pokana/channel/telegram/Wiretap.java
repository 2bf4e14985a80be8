package org.pokana.channel.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Stands between the bot and a server of others: checks every call against the specification and writes it down. */
final class Wiretap implements AutoCloseable {

    /** A call and what was answered to it. */
    record Exchange(FakeCall call, JsonNode answer) {}

    private final Function<FakeCall, JsonNode> server;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BotApiSpec spec = new BotApiSpec();
    private final Violations violations = new Violations();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<FakeCall> calls = new CopyOnWriteArrayList<>();

    Wiretap(Function<FakeCall, JsonNode> server) {
        this.server = server;
        try {
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/bot", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** All that were made, even if the server has not answered yet. */
    List<ScenarioServer.Call> calls() {
        return calls.stream()
                .map(call -> new ScenarioServer.Call(
                        call.method(), call.fields(), call.files().keySet(), call.at()))
                .toList();
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            var call = FakeCall.read(spec.method(path[2]), exchange).ofTheBot();
            calls.add(call);
            violations.add(
                    spec.breaches(call.method(), call.fields(), call.files().keySet()));
            var answer = server.apply(call);
            exchanges.add(new Exchange(call, answer));
            int code = answer.path("ok").asBoolean()
                    ? 200
                    : answer.path("error_code").asInt(500);
            FakeServer.write(exchange, FakeServer.Answer.json(code, answer));
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
