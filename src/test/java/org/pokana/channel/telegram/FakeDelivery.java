package org.pokana.channel.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import tools.jackson.databind.node.ObjectNode;

/** Delivers updates to a webhook, each person's in order; what is not answered with success is brought again and again. */
final class FakeDelivery {

    private static final long PAUSE_MILLIS = 50;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeMethods methods;
    private final FakeUpdates updates;

    FakeDelivery(FakeMethods methods, FakeUpdates updates) {
        this.methods = methods;
        this.updates = updates;
    }

    void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (methods.webhook().isEmpty()) {
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    deliverAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverAll() throws InterruptedException {
        var heldBack = new HashSet<String>();
        for (ObjectNode update : updates.await()) {
            var chat = chat(update);
            if (!heldBack.contains(chat) && delivered(update)) {
                updates.remove(update);
            } else {
                heldBack.add(chat);
            }
        }
        if (!heldBack.isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String chat(ObjectNode update) {
        return update.findValue("from") == null
                ? ""
                : update.findValue("from").path("id").asString("");
    }

    private boolean delivered(ObjectNode update) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(methods.webhook()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(update.toString()));
        if (!methods.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", methods.secret());
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
