package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/** Where updates are delivered to, if anywhere; and how updates are asked for otherwise. */
final class FakeWebhook {

    private static final Set<Integer> PORTS = Set.of(443, 80, 88, 8443);
    private static final String RESERVED = "127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|0\\..*";
    private static final long CONFLICT_MILLIS = 3000;

    /** @param connections how many deliveries may be under way at once */
    record Target(String url, String secret, int connections) {}

    static final Target NOWHERE = new Target("", "", 0);

    private final FakeUpdates updates;
    private final FakeLimit limit;
    private final Clock clock;
    private volatile Target target = NOWHERE;
    private long nextConflict;
    private long lastErrorDate;
    private String lastError = "";

    FakeWebhook(FakeUpdates updates, FakeLimit limit, Clock clock) {
        this.updates = updates;
        this.limit = limit;
        this.clock = clock;
    }

    void methods(Map<String, Function<FakeCall, JsonNode>> methods) {
        methods.put("getUpdates", this::getUpdates);
        methods.put("setWebhook", this::set);
        methods.put("deleteWebhook", this::delete);
        methods.put("getWebhookInfo", call -> info());
    }

    Target target() {
        return target;
    }

    synchronized void target(Target newTarget) {
        target = newTarget;
        lastErrorDate = 0;
        updates.wake();
    }

    synchronized void failed(String error) {
        lastError = error;
        lastErrorDate = clock.instant().getEpochSecond();
    }

    private JsonNode getUpdates(FakeCall call) {
        try {
            if (!target.url().isEmpty()) {
                throw new FakeRefusal(
                        409,
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                                + " webhook first");
            }
            call.tree("allowed_updates").ifPresent(updates::allow);
            return updates.poll(
                    call.number("offset", 0), call.number("limit", 100), Math.min(50, call.number("timeout", 0)));
        } catch (FakeRefusal conflict) {
            waitOutOfTurn();
            throw conflict;
        }
    }

    /** Conflicts are three seconds apart: who quarrels on waits for the answer. */
    private void waitOutOfTurn() {
        synchronized (this) {
            long now = System.nanoTime() / 1_000_000;
            if (now >= nextConflict) {
                nextConflict = now + CONFLICT_MILLIS;
                return;
            }
        }
        try {
            Thread.sleep(CONFLICT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode set(FakeCall call) {
        var url = call.text("url");
        if (url.isEmpty()) {
            return delete(call);
        }
        limit.countWebhook();
        check(url);
        check(call);
        updates.terminate("Conflict: terminated by setWebhook request");
        drop(call);
        call.tree("allowed_updates").ifPresent(updates::allow);
        target(new Target(url, call.text("secret_token"), (int) call.number("max_connections", 40)));
        return BooleanNode.TRUE;
    }

    private static void check(FakeCall call) {
        if (call.text("secret_token").length() > 256) {
            throw bad("secret token is too long");
        }
        if (!call.text("secret_token").matches("[A-Za-z0-9_-]*")) {
            throw bad("secret token contains unallowed characters");
        }
    }

    /** A server of one's own, such as this one, also delivers to any port of its own machine. */
    private static void check(String url) {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            throw bad("invalid webhook URL specified");
        }
        if (address.getHost() == null) {
            throw bad("invalid webhook URL specified");
        }
        if (url.startsWith("http://127.0.0.1:")) {
            return;
        }
        if (!url.startsWith("https://")) {
            throw bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (address.getPort() != -1 && !PORTS.contains(address.getPort())) {
            throw bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        if (address.getHost().matches(RESERVED)) {
            throw bad("bad webhook: IP address " + address.getHost() + " is reserved");
        }
    }

    private JsonNode delete(FakeCall call) {
        drop(call);
        target(NOWHERE);
        return BooleanNode.TRUE;
    }

    private void drop(FakeCall call) {
        if (call.text("drop_pending_updates").equals("true")) {
            updates.drop();
        }
    }

    private synchronized JsonNode info() {
        var info = JsonMapper.shared().createObjectNode().put("url", target.url());
        info.put("has_custom_certificate", false).put("pending_update_count", updates.size());
        if (lastErrorDate > 0) {
            info.put("last_error_date", lastErrorDate).put("last_error_message", lastError);
        }
        if (!target.url().isEmpty()) {
            info.put("max_connections", target.connections()).put("ip_address", "127.0.0.1");
        }
        if (!updates.allowedKinds().isEmpty()) {
            info.set("allowed_updates", updates.allowedKinds());
        }
        return info;
    }
}
