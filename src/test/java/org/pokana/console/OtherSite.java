package org.pokana.console;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page of somebody else; for browsers {@code 127.0.0.1} is another site than {@code localhost}. */
final class OtherSite implements AutoCloseable {

    private final HttpServer server;
    private volatile String html = "";

    OtherSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var page = exchange.getRequestURI().getPath().equals("/") ? html : "";
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void shows(String body) {
        html = """
                <!DOCTYPE html>
                <html lang="bg">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width">
                  <title>Сдружение „Мост“</title>
                  <style>button, h2, a { font: 40px serif !important; background: red; } iframe { display: none; }</style>
                </head>
                <body><main><h1>Сдружение „Мост“</h1>%s</main></body>
                </html>
                """.formatted(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
