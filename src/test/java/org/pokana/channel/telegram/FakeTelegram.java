package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict stand-in of the Bot API on a local port. Every call is checked against the specification; what breaks it is
 * refused and kept in {@link #violations()}.
 */
public final class FakeTelegram implements AutoCloseable {

    public static final String TOKEN = "4242:TEST-token_of-nobody";

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else every small answer takes 40 ms
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final BotApiSpec spec = new BotApiSpec();
    private final FakeUpdates updates;
    private final FakeChats chats;
    private final FakeMethods methods;
    private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
    private final List<FakeMessage> sent = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final FakeLimit limit = new FakeLimit();
    private final FakeChatLimit chatLimit = new FakeChatLimit();
    private final List<FakeFault> faults = new ArrayList<>();

    /** On any free port. */
    public static FakeTelegram open() {
        return open(0, Clock.systemUTC());
    }

    public static FakeTelegram open(int port, Clock clock) {
        return new FakeTelegram(port, clock);
    }

    private FakeTelegram(int port, Clock clock) {
        // Like the real one: the first id is any number, so nothing may rely on small or rising ones.
        updates = new FakeUpdates(ThreadLocalRandom.current().nextInt(100_000_000, 900_000_000));
        chats = new FakeChats(clock);
        methods = new FakeMethods(chats, updates);
        threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "fake-telegram");
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/bot", this::handle);
        server.createContext("/sim/", new FakeControl(this)::handle);
        server.setExecutor(threads);
        server.start();
        threads.execute(new FakeDelivery(methods, updates)::run);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public FakePerson person(long id, @Nullable String language) {
        chats.meet(id);
        return new FakePerson(this, id, language);
    }

    /** All messages of a chat in order, as edited. */
    public List<FakeMessage> messages(long chat) {
        return chats.all(chat);
    }

    /** The bot's messages of a chat in order, as edited. */
    public List<FakeMessage> answers(long chat) {
        return chats.all(chat).stream().filter(FakeMessage::ours).toList();
    }

    /** Every message and every edit, as it was then. */
    List<FakeMessage> everSent(long chat) {
        return sent.stream().filter(message -> message.chat() == chat).toList();
    }

    public List<FakeCall> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** What was wrong with the calls so far; a test ends by finding this empty. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Taps the bot has not answered yet: their buttons still spin. */
    public Set<String> unansweredTaps() {
        return chats.unanswered();
    }

    /** Commands and descriptions as set, such as {@code setMyDescription bg}. */
    public Map<String, String> profile() {
        return methods.profile();
    }

    public FakeFault.Script next(String method) {
        return new FakeFault.Script(this, method);
    }

    void add(FakeFault fault) {
        synchronized (faults) {
            faults.add(fault);
        }
    }

    public void heals() {
        synchronized (faults) {
            faults.clear();
        }
    }

    public void deletes(long chat, long message) {
        chats.delete(chat, message);
    }

    /** The next update gets this id, however low. */
    public void restartsIdsAt(long id) {
        updates.restartAt(id);
    }

    /** From now on so many messages a second are sent, and no more. */
    public void sendsAtMost(int perSecond) {
        limit.set(perSecond);
    }

    /** From now on no chat bears more than Telegram's chats do. */
    public void mindsEachChat() {
        chatLimit.beStrict();
    }

    /** From now on this part of the updates, in percent, is delivered more than once. */
    public void repeatsUpdates(int percent) {
        updates.repeat(percent);
    }

    /** From now on updates overtake each other, so many at a time; only a webhook gets to see that. */
    public void shufflesUpdates(int window) {
        updates.shuffle(window);
    }

    public int unfetched() {
        return updates.size();
    }

    public void hasWebhook(String url) {
        methods.setWebhook(url, "");
    }

    void hasWebhook(String url, String secret) {
        methods.setWebhook(url, secret);
    }

    public String webhook() {
        return methods.webhook();
    }

    FakeChats chats() {
        return chats;
    }

    /** Adds an update of any kind, such as one that nobody has ever seen. */
    public long update(String kind, JsonNode content) {
        ObjectNode update = JsonMapper.shared().createObjectNode();
        update.set(kind, content);
        return updates.add(update);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            var token = path.length < 2 ? "" : path[1].substring("bot".length());
            var call = FakeCall.read(spec.method(path.length < 3 ? "" : path[2]), exchange);
            call.fields().remove("method"); // the library repeats the name of the method in the body
            calls.add(call);
            var fault = fault(call);
            if (fault.isPresent()) {
                fail(exchange, fault.get(), token, call);
                return;
            }
            answer(exchange, token, call);
        } catch (JacksonException e) {
            violations.add("a body that is no JSON: "
                    + exchange.getRequestURI().getPath().replaceAll(".*/", ""));
        }
    }

    private Optional<FakeFault> fault(FakeCall call) {
        synchronized (faults) {
            for (int i = 0; i < faults.size(); i++) {
                var fault = faults.get(i);
                if (fault.concerns(call)) {
                    faults.set(i, fault.once());
                    return Optional.of(fault);
                }
            }
            return Optional.empty();
        }
    }

    private void answer(HttpExchange exchange, String token, FakeCall call) throws IOException {
        try {
            write(exchange, 200, ok(effect(token, call)));
        } catch (FakeRefusal refusal) {
            write(exchange, refusal.code(), refusal.body().toString());
        }
    }

    private static String ok(JsonNode result) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("ok", true)
                .set("result", result)
                .toString();
    }

    private JsonNode effect(String token, FakeCall call) {
        if (!token.equals(TOKEN)) {
            throw token.contains(":") ? new FakeRefusal(401, "Unauthorized") : new FakeRefusal(404, "Not Found");
        }
        var breaches = spec.breaches(call.method(), call.fields(), call.files().keySet());
        if (!breaches.isEmpty()) {
            violations.addAll(breaches);
            throw FakeRefusal.bad(String.join("; ", breaches));
        }
        limit.count(call);
        chatLimit.count(call);
        var result = methods.call(call);
        remember(call);
        return result;
    }

    private void remember(FakeCall call) {
        if (call.method().startsWith("send") || call.method().startsWith("edit")) {
            var newest = answers(call.number("chat_id", 0)).stream()
                    .max(java.util.Comparator.comparingLong(FakeMessage::revision));
            newest.ifPresent(sent::add);
        }
    }

    private void fail(HttpExchange exchange, FakeFault fault, String token, FakeCall call) throws IOException {
        String answer = fault.description();
        if (fault.after()) {
            answer = ok(effect(token, call));
        }
        switch (fault.kind()) {
            case REFUSE ->
                write(
                        exchange,
                        fault.code(),
                        new FakeRefusal(fault.code(), fault.description(), fault.seconds())
                                .body()
                                .toString());
            case HTML, GARBAGE -> write(exchange, fault.code(), fault.description());
            case STALL -> stall(exchange, fault, answer);
            case TRUNCATE -> truncate(exchange, answer);
            case DROP -> {
                // Closing without an answer is the whole fault.
            }
        }
    }

    private static void stall(HttpExchange exchange, FakeFault fault, String answer) throws IOException {
        try {
            Thread.sleep(fault.seconds() * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(exchange, 200, answer);
    }

    private static void truncate(HttpExchange exchange, String answer) throws IOException {
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    static void write(HttpExchange exchange, int code, String answer) throws IOException {
        byte[] body = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.startsWith("<") ? "text/html" : "application/json");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        updates.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
