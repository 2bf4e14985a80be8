package org.pokana.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.pokana.channel.telegram.FakeTelegram;

/** Another program that receives with our token: what it fetches it does not confirm, and it never stops asking. */
final class Stranger implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Thread thread = new Thread(this::poll, "stranger");
    private volatile boolean there;

    Stranger(FakeTelegram telegram) {
        address = URI.create(telegram.url() + "/bot" + FakeTelegram.TOKEN + "/getUpdates?timeout=5&limit=1");
        thread.setDaemon(true);
    }

    void comes() {
        there = true;
        thread.start();
    }

    private void poll() {
        try {
            while (there) {
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            there = false;
        }
    }

    void goes() {
        there = false;
    }

    @Override
    public void close() {
        goes();
    }
}
