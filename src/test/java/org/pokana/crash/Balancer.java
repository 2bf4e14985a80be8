package org.pokana.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several instances: passes each call on to one of them, and every third to all at once. */
final class Balancer implements AutoCloseable {

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Integer> ports = new ArrayList<>();
    private final Random random = new Random(7);
    private final AtomicInteger deliveries = new AtomicInteger();

    Balancer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        server.createContext("/", this::passOn);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** One more instance is to listen here. */
    int port() throws IOException {
        int port = SharedStore.freePort();
        synchronized (ports) {
            ports.add(port);
        }
        return port;
    }

    /** How many calls reached an instance. */
    int deliveries() {
        return deliveries.get();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var secret = exchange.getRequestHeaders().getFirst(SECRET);
            var answers = new ArrayList<Future<Integer>>();
            for (int port : chosen()) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .header(SECRET, secret)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
                answers.add(threads.submit(() -> answer(request)));
            }
            int worst = 0;
            for (var answer : answers) {
                worst = Math.max(worst, answer.get());
            }
            exchange.sendResponseHeaders(worst, -1);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IOException(e);
        }
    }

    private List<Integer> chosen() {
        synchronized (ports) {
            return random.nextInt(3) == 0 ? List.copyOf(ports) : List.of(ports.get(random.nextInt(ports.size())));
        }
    }

    private int answer(HttpRequest request) throws InterruptedException {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            deliveries.incrementAndGet();
            return status;
        } catch (IOException dead) {
            return 502;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
