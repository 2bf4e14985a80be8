package org.pokana.channel.telegram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the Bot API demands in words rather than in types, and what we ask of ourselves. */
final class BotApiRules {

    /** No official limit; what all clients show well. */
    private static final int MOST_ROWS = 8;

    private static final int WIDEST_ROW = 3;
    private static final Set<String> NO_ACTION = Set.of("text", "style", "icon_custom_emoji_id");

    /** The texts that can be marked, and where the marks are. */
    private static final Map<String, String> MARKED =
            Map.of("text", "entities", "caption", "caption_entities", "quote", "quote_entities");

    private static final Pattern ATTACHED = Pattern.compile("attach://([^\"]+)");

    private BotApiRules() {}

    /** Of a call as a whole, whose method has the fields known. */
    static List<String> ofCall(
            String method, Map<String, JsonNode> fields, Set<String> files, Collection<String> known) {
        var breaches = new ArrayList<>(markBreaches(method, fields));
        if (has(fields, "allow_paid_broadcast")) {
            breaches.add(method + ".allow_paid_broadcast: costs money");
        }
        var named = new TreeSet<String>();
        fields.values().forEach(value -> named.addAll(attached(value)));
        named.stream()
                .filter(part -> !files.contains(part))
                .forEach(part -> breaches.add(method + ": no file " + part + " came along"));
        files.stream()
                .filter(part -> !named.contains(part) && !known.contains(part))
                .forEach(part -> breaches.add(method + ": nothing says what the file " + part + " is for"));
        return breaches;
    }

    /** The files that a field, or something within it, refers to. */
    private static List<String> attached(JsonNode value) {
        return ATTACHED.matcher(value.isString() ? value.asString() : value.toString())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Of an object within a call. */
    static List<String> of(String where, String type, Map<String, JsonNode> fields) {
        return switch (type) {
            case "InlineKeyboardButton" -> buttonBreaches(where, fields);
            case "InlineKeyboardMarkup" ->
                has(fields, "inline_keyboard") ? keyboardBreaches(where, fields.get("inline_keyboard")) : List.of();
            case "BotCommand" -> commandBreaches(where, fields);
            case "MessageEntity" -> entityBreaches(where, fields);
            default -> markBreaches(where, fields);
        };
    }

    private static List<String> buttonBreaches(String where, Map<String, JsonNode> fields) {
        long actions = fields.entrySet().stream()
                .filter(field ->
                        !NO_ACTION.contains(field.getKey()) && !field.getValue().isNull())
                .count();
        var breaches = new ArrayList<String>();
        if (actions != 1) {
            breaches.add(where + ": " + actions + " actions instead of one");
        }
        if (has(fields, "text") && fields.get("text").asString("").isBlank()) {
            breaches.add(where + ".text: empty");
        }
        return breaches;
    }

    private static List<String> keyboardBreaches(String where, JsonNode rows) {
        var breaches = new ArrayList<String>();
        if (rows.size() > MOST_ROWS) {
            breaches.add(where + ": " + rows.size() + " rows");
        }
        for (JsonNode row : rows) {
            if (row.isEmpty() || row.size() > WIDEST_ROW) {
                breaches.add(where + ": a row of " + row.size());
            }
        }
        return breaches;
    }

    private static List<String> commandBreaches(String where, Map<String, JsonNode> fields) {
        return text(fields, "command").matches("[a-z0-9_]*")
                ? List.of()
                : List.of(where + ".command: something else than a-z, 0-9 and _");
    }

    private static List<String> entityBreaches(String where, Map<String, JsonNode> fields) {
        var breaches = new ArrayList<String>();
        boolean hasTime = has(fields, "unix_time") || has(fields, "date_time_format");
        boolean isTime = text(fields, "type").equals("date_time");
        if (isTime && !has(fields, "unix_time")) {
            breaches.add(where + ".unix_time: missing");
        }
        if (!isTime && hasTime) {
            breaches.add(where + ": only a date_time has a time");
        }
        if (!text(fields, "date_time_format").matches("|[rR]|w?[dD]?[tT]?")) {
            breaches.add(where + ".date_time_format: not r, nor w, d or D, and t or T");
        }
        if (text(fields, "type").equals("text_link") && !has(fields, "url")) {
            breaches.add(where + ".url: missing");
        }
        return breaches;
    }

    private static List<String> markBreaches(String where, Map<String, JsonNode> fields) {
        var breaches = new ArrayList<String>();
        if (has(fields, "parse_mode")) {
            breaches.add(where + ".parse_mode: marks go out as entities, which no text can break");
        }
        MARKED.forEach((text, marks) -> {
            if (has(fields, text) && has(fields, marks)) {
                breaches.addAll(placeBreaches(where + "." + marks, text(fields, text), tree(fields.get(marks))));
            }
        });
        return breaches;
    }

    /** Places are counted in UTF-16, and no character is marked by half. */
    private static List<String> placeBreaches(String where, String text, JsonNode marks) {
        var breaches = new ArrayList<String>();
        for (int i = 0; i < marks.size(); i++) {
            int from = marks.get(i).path("offset").asInt(-1);
            int to = from + marks.get(i).path("length").asInt(0);
            if (from < 0 || to <= from || to > text.length()) {
                breaches.add(
                        "%s[%d]: %d to %d, not within the %d of the text".formatted(where, i, from, to, text.length()));
            } else if (splits(text, from) || splits(text, to)) {
                breaches.add("%s[%d]: splits a character".formatted(where, i));
            }
        }
        return breaches;
    }

    private static boolean splits(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static boolean has(Map<String, JsonNode> fields, String name) {
        return fields.get(name) != null && !fields.get(name).isNull();
    }

    private static String text(Map<String, JsonNode> fields, String name) {
        return has(fields, name) ? fields.get(name).asString("") : "";
    }

    private static JsonNode tree(JsonNode value) {
        return value.isString() ? JsonMapper.shared().readTree(value.asString()) : value;
    }
}
