package org.pokana.channel.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/**
 * Delivers updates to a webhook: those of one chat one after the other, those of several at the same time. What is not
 * answered with success is brought again, at first at once, then after 2, 4, 8 … seconds.
 */
final class FakeDelivery {

    /** How long a second lasts for those who wait for the next attempt; tests cannot wait as Telegram can. */
    private static final long SECOND_MILLIS = 20;

    private static final int LONGEST_PAUSE = 60;
    private static final int LONGEST_RETRY_AFTER = 3600;

    /** Telegram gives up after 23 hours of 410. */
    private static final int MOST_GONE = 20;

    /** How an update failed so far. */
    private record Trial(int failures, int pause, long notBefore) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeWebhook webhook;
    private final FakeUpdates updates;
    private final Executor threads;
    private final Set<String> busy = new HashSet<>();
    private final Map<Long, Trial> trials = new HashMap<>();
    private int gone;

    FakeDelivery(FakeWebhook webhook, FakeUpdates updates, Executor threads) {
        this.webhook = webhook;
        this.updates = updates;
        this.threads = threads;
    }

    void run() {
        try {
            while (!updates.isClosed()) {
                var update = webhook.target().url().isEmpty() ? Optional.<ObjectNode>empty() : next();
                if (update.isEmpty()) {
                    updates.rest(SECOND_MILLIS);
                } else {
                    threads.execute(() -> deliver(update.get(), webhook.target()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The oldest of a chat to which nothing is under way, if that chat need not wait. */
    private synchronized Optional<ObjectNode> next() {
        var passed = new HashSet<String>();
        for (ObjectNode update : updates.waiting()) {
            var queue = queue(update);
            if (busy.size() >= webhook.target().connections()) {
                return Optional.empty();
            }
            if (passed.add(queue) && !busy.contains(queue) && isDue(update)) {
                busy.add(queue);
                return Optional.of(update);
            }
        }
        return Optional.empty();
    }

    private boolean isDue(ObjectNode update) {
        var trial = trials.get(id(update));
        return trial == null || System.nanoTime() >= trial.notBefore();
    }

    private static long id(ObjectNode update) {
        return update.path("update_id").asLong();
    }

    /** Taps of a person wait in another line than their messages, and so may come before what was said before. */
    static String queue(ObjectNode update) {
        if (update.has("callback_query")) {
            return "taps of " + update.path("callback_query").path("from").path("id");
        }
        var kind = update.has("my_chat_member") ? "membership in " : "messages in ";
        return kind + Optional.ofNullable(update.findValue("chat")).map(chat -> chat.path("id"));
    }

    private void deliver(ObjectNode update, FakeWebhook.Target target) {
        if (!target.url().startsWith("http://127.0.0.1:")) {
            failed(update, "Connection timed out", 0); // nothing of a test leaves the machine
            return;
        }
        try {
            var response = client.send(request(update, target), BodyHandlers.discarding());
            if (response.statusCode() / 100 == 2) {
                succeeded(update);
            } else {
                refused(update, response);
            }
        } catch (IOException | IllegalArgumentException e) {
            failed(update, "Connection refused", 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        updates.wake();
    }

    private static HttpRequest request(ObjectNode update, FakeWebhook.Target target) {
        var request = HttpRequest.newBuilder(URI.create(target.url()))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(update.toString()));
        if (!target.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", target.secret());
        }
        return request.build();
    }

    private synchronized void succeeded(ObjectNode update) {
        gone = 0;
        trials.remove(id(update));
        busy.remove(queue(update));
        if (!updates.isRepeated()) {
            updates.remove(update);
        }
    }

    private void refused(ObjectNode update, HttpResponse<Void> response) {
        int code = response.statusCode();
        var status = HttpStatus.resolve(code);
        int wait = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        failed(
                update,
                "Wrong response from the webhook: " + code + " " + (status == null ? "" : status.getReasonPhrase()),
                Math.min(wait, LONGEST_RETRY_AFTER));
        synchronized (this) {
            gone = code == 410 ? gone + 1 : 0;
            if (gone > MOST_GONE) {
                webhook.target(FakeWebhook.NOWHERE);
            }
        }
    }

    private synchronized void failed(ObjectNode update, String error, int retryAfter) {
        webhook.failed(error);
        var before = trials.getOrDefault(id(update), new Trial(0, 1, 0));
        boolean grows = retryAfter == 0 && before.failures() > 0;
        int pause = grows ? Math.min(LONGEST_PAUSE, before.pause() * 2) : before.pause();
        long wait = retryAfter > 0 ? retryAfter : grows ? pause : 0;
        trials.put(
                id(update),
                new Trial(before.failures() + 1, pause, System.nanoTime() + wait * SECOND_MILLIS * 1_000_000));
        busy.remove(queue(update));
    }
}
