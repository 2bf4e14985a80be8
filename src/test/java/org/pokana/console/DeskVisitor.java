package org.pokana.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts that follows no redirect by itself; it sends what the pages it was shown hold. */
final class DeskVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_?csrf\" (?:content|value)=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    DeskVisitor(String site) {
        this.site = site;
    }

    void carries(String cookie, String value) {
        cookies.put(cookie, value);
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    HttpResponse<byte[]> download(String path) {
        try {
            return http.send(
                    request(HttpRequest.newBuilder().GET(), path, "Accept-Language", "bg"), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A form of the page seen last; a field may be there several times. */
    HttpResponse<String> submits(String path, String... fields) {
        var all = new ArrayList<Map.Entry<String, String>>();
        for (int i = 0; i < fields.length; i += 2) {
            all.add(Map.entry(fields[i], fields[i + 1]));
        }
        if (all.stream().noneMatch(field -> field.getKey().equals("_csrf"))) {
            all.add(Map.entry("_csrf", csrf));
        }
        return post(path, all);
    }

    /** As another site's page would, with the visitor's cookies and nothing of ours. */
    HttpResponse<String> isTrickedInto(String path) {
        return post(path, List.of());
    }

    private HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
        var form = fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(form)),
                path,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** What is told as it happens; whoever asks has to close it. */
    HttpResponse<InputStream> follows(String path) {
        try {
            return http.send(request(HttpRequest.newBuilder().GET(), path), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder builder, String path, String... headers) {
        try {
            var response = http.send(request(builder, path, headers), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            var found = CSRF.matcher(response.body());
            if (found.find()) {
                csrf = found.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(HttpRequest.Builder builder, String path, String... headers) {
        var request = builder.uri(URI.create(site + path)).header("Accept", "text/html, */*;q=0.8");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request.build();
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
