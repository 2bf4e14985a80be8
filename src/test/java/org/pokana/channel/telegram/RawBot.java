package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot without any library between itself and the wire. */
final class RawBot {

    private static final String BOUNDARY = "--a-boundary-of-ours";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    RawBot(FakeTelegram fake) {
        this(fake.url());
    }

    RawBot(String server) {
        this.server = server;
    }

    /** @param fields as JSON, for which single quotes will do */
    JsonNode calls(String method, String fields) {
        return calls(method, tree(fields));
    }

    JsonNode calls(String method, JsonNode fields) {
        return read(post(method, "application/json", fields.toString().getBytes(UTF_8)));
    }

    private static JsonNode tree(String fields) {
        return JsonMapper.shared().readTree(fields.replace('\'', '"'));
    }

    /** What a call is answered that ought to be refused, such as {@code 400 Bad Request: chat not found}. */
    String isRefused(String method, String fields) {
        var answer = calls(method, fields);
        return answer.path("error_code").asString("-") + " "
                + answer.path("description").asString("-");
    }

    /** With files, each under the name of its part. */
    JsonNode uploads(String method, String fields, Map<String, FakeUpload> files) {
        return uploads(method, tree(fields), files);
    }

    JsonNode uploads(String method, JsonNode fields, Map<String, FakeUpload> files) {
        var body = new ByteArrayOutputStream();
        fields.properties().forEach(field -> {
            var value = field.getValue().isString()
                    ? field.getValue().asString()
                    : field.getValue().toString();
            part(body, "name=\"" + field.getKey() + "\"\r\n", value.getBytes(UTF_8));
        });
        files.forEach((name, file) -> part(
                body,
                "name=\"" + name + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n",
                file.bytes()));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return read(post(method, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    HttpResponse<byte[]> downloads(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + "/file/bot" + FakeTelegram.TOKEN + "/" + path)));
    }

    byte[] controls(String page, String body) {
        return controls(page, tree(body));
    }

    byte[] controls(String page, JsonNode body) {
        return send(sim(page).POST(BodyPublishers.ofString(body.toString()))).body();
    }

    byte[] looksAt(String page) {
        return send(sim(page)).body();
    }

    private HttpRequest.Builder sim(String page) {
        return HttpRequest.newBuilder(URI.create(server + "/sim/" + page));
    }

    private HttpResponse<byte[]> post(String method, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(server + "/bot" + FakeTelegram.TOKEN + "/" + method))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
