package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Bot API as data: says what is wrong with a call before any server sees it. */
final class BotApiSpec {

    /** Counted without the white space at both ends. */
    private static final Pattern TRIMMED = Pattern.compile(".*\\.(text|caption)");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode types;
    private final Map<String, String> names = new HashMap<>();
    private final JsonNode methods;

    BotApiSpec() {
        try (var file = BotApiSpec.class.getResourceAsStream("/telegram/bot-api.json")) {
            var spec = JSON.readTree(file);
            types = spec.get("types");
            methods = spec.get("methods");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        methods.propertyNames().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
    }

    /** The method as the documentation writes it; servers and libraries do not mind case. */
    String method(String written) {
        return names.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    }

    Set<String> typeNames() {
        return Set.copyOf(types.propertyNames());
    }

    JsonNode type(String name) {
        return types.get(name);
    }

    /** Everything wrong with a call; files are the fields uploaded with it. */
    List<String> breaches(String method, Map<String, JsonNode> fields, Set<String> files) {
        var known = methods.get(method);
        if (known == null) {
            return List.of(method + ": no such method");
        }
        var breaches = fieldBreaches(method, known.get("fields"), fields, files);
        breaches.addAll(
                BotApiRules.ofCall(method, fields, files, known.get("fields").propertyNames()));
        return breaches;
    }

    private ArrayList<String> fieldBreaches(
            String where, JsonNode known, Map<String, JsonNode> fields, Set<String> files) {
        var breaches = new ArrayList<String>();
        fields.forEach((name, value) -> {
            if (known.get(name) == null) {
                breaches.add(where + "." + name + ": no such field");
            } else if (!value.isNull()) {
                breaches.addAll(valueBreaches(where + "." + name, known.get(name), value));
            }
        });
        known.properties().forEach(field -> {
            var value = fields.get(field.getKey());
            boolean absent = (value == null || value.isNull()) && !files.contains(field.getKey());
            if (absent && field.getValue().path("required").asBoolean(false)) {
                breaches.add(where + "." + field.getKey() + ": missing");
            }
        });
        return breaches;
    }

    private List<String> valueBreaches(String where, JsonNode field, JsonNode value) {
        var breaches = new ArrayList<>(anyOf(where, types(field), value));
        breaches.addAll(limitBreaches(where, field, value));
        return breaches;
    }

    /** A list of this or a list of that is, to Telegram, a list of both. */
    private static List<String> types(JsonNode field) {
        var types = field.get("types").valueStream().map(JsonNode::asString).toList();
        var elements = types.stream()
                .filter(type -> type.startsWith("Array of "))
                .map(type -> type.substring("Array of ".length()))
                .toList();
        return elements.size() < 2 ? types : List.of("Array of " + String.join("|", elements));
    }

    private List<String> anyOf(String where, List<String> types, JsonNode value) {
        return types.stream()
                .map(type -> typeBreaches(where, type, value))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private List<String> typeBreaches(String where, String type, JsonNode value) {
        if (type.startsWith("Array of ")) {
            return arrayBreaches(where, type.substring("Array of ".length()), value);
        }
        return switch (type) {
            case "String" -> value.isString() ? List.of() : List.of(where + ": not a string");
            case "Integer" -> isNumber(value, "-?\\d+") ? List.of() : List.of(where + ": not a whole number");
            case "Float" ->
                isNumber(value, "-?\\d+(\\.\\d+)?([eE]-?\\d+)?") ? List.of() : List.of(where + ": not a number");
            case "Boolean", "True" -> isBoolean(value) ? List.of() : List.of(where + ": not true or false");
            case "InputFile" -> List.of(where + ": not an uploaded file");
            default -> objectBreaches(where, type, unpacked(value));
        };
    }

    private static boolean isNumber(JsonNode value, String pattern) {
        return (value.isNumber() || value.isString()) && value.asString().matches(pattern);
    }

    private static boolean isBoolean(JsonNode value) {
        return value.isBoolean() || value.isString() && value.asString().matches("(?i)true|false");
    }

    private List<String> arrayBreaches(String where, String element, JsonNode value) {
        var array = unpacked(value);
        if (!array.isArray()) {
            return List.of(where + ": not an array");
        }
        var breaches = new ArrayList<String>();
        for (int i = 0; i < array.size(); i++) {
            breaches.addAll(anyOf(where + "[" + i + "]", List.of(element.split("\\|")), array.get(i)));
        }
        return breaches;
    }

    /** Multipart requests carry objects as JSON text. */
    private static JsonNode unpacked(JsonNode value) {
        try {
            return value.isString() ? JSON.readTree(value.asString()) : value;
        } catch (JacksonException e) {
            return value;
        }
    }

    private List<String> objectBreaches(String where, String type, JsonNode value) {
        var known = types.get(type);
        if (known.has("subtypes")) {
            return known.get("subtypes")
                    .valueStream()
                    .map(subtype -> objectBreaches(where, subtype.asString(), value))
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow();
        }
        if (!value.isObject()) {
            return List.of(where + ": not a " + type);
        }
        var fields = new HashMap<String, JsonNode>();
        value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        var breaches = fieldBreaches(where, known.get("fields"), fields, Set.of());
        breaches.addAll(BotApiRules.of(where, type, fields));
        return breaches;
    }

    private static List<String> limitBreaches(String where, JsonNode field, JsonNode value) {
        var breaches = new ArrayList<String>();
        if (value.isString()) {
            var text = TRIMMED.matcher(where).matches()
                    ? FakeMarks.of(value.asString(), null).text()
                    : value.asString();
            within(breaches, where, "characters", field, "_length", text.codePointCount(0, text.length()));
            within(breaches, where, "bytes", field, "_bytes", text.getBytes(UTF_8).length);
        }
        if (unpacked(value).isArray()) {
            within(breaches, where, "items", field, "_items", unpacked(value).size());
        }
        if (value.isNumber()) {
            within(breaches, where, "as a number", field, "", value.asDouble());
        }
        if (field.has("enum") && field.get("enum").valueStream().noneMatch(value::equals)) {
            breaches.add(where + ": " + value + " is none of " + field.get("enum"));
        }
        return breaches;
    }

    private static void within(
            List<String> breaches, String where, String unit, JsonNode field, String limit, double size) {
        double least = field.path("min" + limit).asDouble(size);
        double most = field.path("max" + limit).asDouble(size);
        if (size < least || size > most) {
            breaches.add("%s: %.0f %s, not within %.0f and %.0f".formatted(where, size, unit, least, most));
        }
    }
}
