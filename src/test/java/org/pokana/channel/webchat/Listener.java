package org.pokana.channel.webchat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads events as a page does. */
final class Listener implements AutoCloseable {

    record Event(String name, String id, String data) {}

    private final HttpResponse<java.io.InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    Listener(String url, String session, long since, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/chat/events?since=" + since))
                .header("Accept", "text/event-stream")
                .header("Cookie", Door.COOKIE + "=" + session);
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        var reading = new Thread(this::read, "listener");
        reading.setDaemon(true);
        reading.start();
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The next event but for signs of life. */
    Event next() throws InterruptedException {
        while (true) {
            var event = events.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("nothing came");
            }
            if (!event.name().equals("beat")) {
                return event;
            }
        }
    }

    List<Event> next(int many) throws InterruptedException {
        var all = new ArrayList<Event>();
        while (all.size() < many) {
            all.add(next());
        }
        return all;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, id, data));
                    name = "";
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                }
            }
        } catch (IOException e) {
            // the server or the test hung up
        }
        events.add(new Event("end", "", ""));
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
