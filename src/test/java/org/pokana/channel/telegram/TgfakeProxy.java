package org.pokana.channel.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between the bot and tgfake: checks every call against the specification, writes it down, and stands in for the
 * little that tgfake does not have.
 */
final class TgfakeProxy implements AutoCloseable {

    /** A call and what was answered to it. */
    record Exchange(FakeCall call, JsonNode answer) {}

    private final RawBot tgfake;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BotApiSpec spec = new BotApiSpec();
    private final Violations violations = new Violations();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, FakeUpload> uploads = new ConcurrentHashMap<>();
    private final Map<Long, String> languages = new ConcurrentHashMap<>();

    TgfakeProxy(String url) {
        tgfake = new RawBot(url);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/bot", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that were made, even if tgfake has not answered yet. */
    List<FakeCall> calls() {
        return calls;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    /** People of tgfake have no language; from now on this one has. */
    void speaks(long person, String language) {
        languages.put(person, language);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            var call = FakeCall.read(spec.method(path[2]), exchange).ofTheBot();
            calls.add(call);
            violations.add(
                    spec.breaches(call.method(), call.fields(), call.files().keySet()));
            var answer = answer(call);
            exchanges.add(new Exchange(call, answer));
            int code = answer.path("ok").asBoolean()
                    ? 200
                    : answer.path("error_code").asInt(500);
            FakeServer.write(exchange, FakeServer.Answer.json(code, answer));
        }
    }

    private JsonNode answer(FakeCall call) {
        ObjectNode fields = JsonMapper.shared().valueToTree(call.fields());
        var answer = call.files().isEmpty()
                ? tgfake.calls(call.method(), fields)
                : tgfake.uploads(call.method(), fields, call.files());
        call.files().values().forEach(file -> remember(answer, file));
        giveLanguages(answer);
        return switch (answer.path("description").asString("")) {
            case "Not Found: method not found" -> otherwise(call, fields);
            case "Bad Request: there is no document in the request" -> again(call, fields, answer);
            case "Bad Request: Text buttons are not allowed in the inline keyboard" ->
                withoutCopying(call, fields, answer);
            default -> answer;
        };
    }

    private void remember(JsonNode answer, FakeUpload file) {
        var id = answer.path("result").path("document").path("file_id").asString("");
        if (!id.isEmpty()) {
            uploads.put(id, file);
        }
    }

    private void giveLanguages(JsonNode answer) {
        for (JsonNode from : answer.findValues("from")) {
            var language = languages.get(from.path("id").asLong());
            if (language != null) {
                ((ObjectNode) from).put("language_code", language);
            }
        }
    }

    /** A venue becomes a text; whatever else there is not is done. */
    private JsonNode otherwise(FakeCall call, ObjectNode fields) {
        if (!call.method().equals("sendVenue")) {
            return JsonMapper.shared().createObjectNode().put("ok", true).put("result", true);
        }
        var text = JsonMapper.shared().createObjectNode();
        text.set("chat_id", fields.get("chat_id"));
        text.put("text", call.text("title") + "\n" + call.text("address"));
        return tgfake.calls("sendMessage", text);
    }

    /** A file under another name than that of its field, or sent by its id, is uploaded as tgfake likes it. */
    private JsonNode again(FakeCall call, ObjectNode fields, JsonNode refused) {
        var named = call.text("document");
        var file = named.startsWith("attach://")
                ? call.files().get(named.substring("attach://".length()))
                : uploads.get(named);
        if (file == null) {
            return refused;
        }
        fields.remove("document");
        var answer = tgfake.uploads(call.method(), fields, Map.of("document", file));
        remember(answer, file);
        return answer;
    }

    /** A button that copies becomes one that opens a page. */
    private JsonNode withoutCopying(FakeCall call, ObjectNode fields, JsonNode refused) {
        var markup = call.tree("reply_markup").orElseThrow();
        var copying = markup.findParents("copy_text");
        if (copying.isEmpty()) {
            return refused;
        }
        copying.forEach(button -> {
            ((ObjectNode) button).remove("copy_text");
            ((ObjectNode) button).put("url", "https://example.org/copy");
        });
        fields.set("reply_markup", markup);
        return tgfake.calls(call.method(), fields);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
