package org.pokana.channel.telegram;

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
import tools.jackson.databind.JsonNode;

/**
 * A strict stand-in of the Bot API on a local port. Every call is checked against the specification; what breaks it is
 * refused, and fails the test.
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
    private final Violations violations = new Violations();
    private final FakeLimit limit = new FakeLimit();
    private final FakeWebhook webhook;
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
        webhook = new FakeWebhook(updates, limit, clock);
        methods = new FakeMethods(chats, webhook);
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
        var http = new FakeServer(this, this::effect);
        server.createContext("/bot", http::call);
        server.createContext("/file/bot", http::download);
        server.createContext("/sim/", new FakeControl(this)::handle);
        server.setExecutor(threads);
        server.start();
        threads.execute(new FakeDelivery(webhook, updates, threads)::run);
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
        return chats.everSent(chat);
    }

    List<FakeCall> calls() {
        return List.copyOf(calls);
    }

    public List<FakeCall> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** What was wrong with the calls so far. A test in which something was fails by itself. */
    public List<String> violations() {
        return violations.all();
    }

    /** What was wrong so far was meant to be. */
    void forgives() {
        violations.forgive();
    }

    /** Taps the bot has not answered yet: their buttons still spin. */
    public Set<String> unansweredTaps() {
        return chats.unanswered();
    }

    /** Commands and descriptions as set, such as {@code setMyDescription bg}. */
    public Map<String, String> profile() {
        return methods.profile().shelves();
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
        limit.set(perSecond, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** From now on people, groups and the bot as a whole have the limits that Telegram gives them. */
    public void keepsTelegramsLimits() {
        limit.asTelegram();
    }

    /** How often somebody sent too much. */
    public int toldToWait() {
        return limit.toldToWait();
    }

    FakeLimit limit() {
        return limit;
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
        webhook.target(url.isEmpty() ? FakeWebhook.NOWHERE : new FakeWebhook.Target(url, "", 40));
    }

    public String webhook() {
        return webhook.target().url();
    }

    FakeChats chats() {
        return chats;
    }

    /** Adds an update of any kind, such as one that nobody has ever seen. */
    public long update(String kind, JsonNode content) {
        return updates.add(kind, content);
    }

    BotApiSpec spec() {
        return spec;
    }

    void violated(String breach) {
        violations.add(List.of(breach));
    }

    /** Notes a call, checks it whatever becomes of it, and says what goes wrong with it. */
    Optional<FakeFault> heard(FakeCall call) {
        calls.add(call);
        violations.add(breaches(call));
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

    private List<String> breaches(FakeCall call) {
        return call.method().equals(FakeServer.DOWNLOAD)
                ? List.of()
                : spec.breaches(call.method(), call.fields(), call.files().keySet());
    }

    private JsonNode effect(FakeCall call) {
        if (!methods.know(call.method())) {
            violated("the stand-in does not know " + call.method());
            throw new FakeRefusal(404, "Not Found: method not found");
        }
        FakeScrutiny.pass(call);
        var breaches = breaches(call);
        if (!breaches.isEmpty()) {
            throw FakeRefusal.bad(String.join("; ", breaches));
        }
        limit.count(call);
        return methods.call(call);
    }

    @Override
    public void close() {
        updates.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
