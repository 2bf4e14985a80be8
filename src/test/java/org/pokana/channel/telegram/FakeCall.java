package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * A call as it reached the server: its method, fields, and the files that came along.
 *
 * @param at when, in nanoseconds of no particular origin
 */
public record FakeCall(String method, Map<String, JsonNode> fields, Map<String, FakeUpload> files, long at) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\\s;]+)");
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");

    static FakeCall read(String method, HttpExchange exchange) throws IOException {
        return read(
                method,
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestBody().readAllBytes());
    }

    static FakeCall read(String method, @Nullable String contentType, @Nullable String query, byte[] body) {
        var type = contentType == null ? "" : contentType;
        var call = new FakeCall(method, new LinkedHashMap<>(), new LinkedHashMap<>(), System.nanoTime());
        call.readForm(query == null ? "" : query);
        if (type.startsWith("multipart/form-data")) {
            call.readParts(body, type);
        } else if (type.startsWith("application/x-www-form-urlencoded") && !isJson(body)) {
            call.readForm(new String(body, UTF_8));
        } else if (body.length > 0) {
            JSON.readTree(body).properties().forEach(field -> call.fields.put(field.getKey(), field.getValue()));
        }
        return call;
    }

    /** Without the name of the method, which the library repeats in the body. */
    FakeCall ofTheBot() {
        fields.remove("method");
        return this;
    }

    /** By hand nobody says that it is. */
    private static boolean isJson(byte[] body) {
        return body.length > 0 && body[0] == '{';
    }

    private void readForm(String form) {
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                var value = URLDecoder.decode(pair.substring(equals + 1), UTF_8);
                fields.put(URLDecoder.decode(pair.substring(0, equals), UTF_8), StringNode.valueOf(value));
            }
        }
    }

    private void readParts(byte[] body, String type) {
        var boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            return;
        }
        // One character per byte, so that positions in the text are positions in the bytes.
        for (String part : new String(body, ISO_8859_1).split("--" + Pattern.quote(boundary.group(1)))) {
            int end = part.indexOf("\r\n\r\n");
            if (end >= 0) {
                var head = new String(part.substring(0, end).getBytes(ISO_8859_1), UTF_8);
                readPart(head, part.substring(end + 4, part.length() - 2).getBytes(ISO_8859_1));
            }
        }
    }

    private void readPart(String head, byte[] content) {
        var name = NAME.matcher(head);
        var file = FILE_NAME.matcher(head);
        if (!name.find()) {
            return;
        }
        if (file.find()) {
            var type = TYPE.matcher(head);
            files.put(name.group(1), new FakeUpload(file.group(1), type.find() ? type.group(1) : "", content));
        } else {
            fields.put(name.group(1), StringNode.valueOf(new String(content, UTF_8)));
        }
    }

    /** A field as text; empty when it is missing. */
    public String text(String field) {
        var value = fields.get(field);
        return value == null || value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
    }

    public long number(String field, long otherwise) {
        return text(field).matches("-?\\d+") ? Long.parseLong(text(field)) : otherwise;
    }

    /** A field that is an object or array, also when it came as JSON text. */
    public Optional<JsonNode> tree(String field) {
        return text(field).isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(text(field)));
    }
}
