package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A text with what is marked in it, as it is after Telegram has cleaned it and taken the white space off both ends. */
record FakeMarks(String text, @Nullable JsonNode entities) {

    static FakeMarks caption(FakeCall call) {
        return of(call.text("caption"), call.tree("caption_entities").orElse(null));
    }

    static FakeMarks caption(JsonNode media) {
        return of(media.path("caption").asString(""), media.get("caption_entities"));
    }

    static FakeMarks of(String text, @Nullable JsonNode entities) {
        int[] places = new int[text.length() + 1];
        var clean = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            places[i] = clean.length();
            clean.append(clean(text.charAt(i)));
        }
        places[text.length()] = clean.length();
        int from = 0;
        while (from < clean.length() && (clean.charAt(from) == ' ' || clean.charAt(from) == '\n')) {
            from++;
        }
        var trimmed = clean.substring(from).stripTrailing();
        return new FakeMarks(trimmed, entities == null ? null : move(entities, places, from, trimmed.length()));
    }

    /** What could hide or turn round other text does not arrive. */
    private static String clean(char letter) {
        boolean gone = letter == '\r' || letter >= '\u2028' && letter <= '\u202e';
        boolean blank = letter < ' ' && letter != '\n';
        return gone ? "" : blank ? " " : String.valueOf(letter);
    }

    private static @Nullable JsonNode move(JsonNode entities, int[] places, int from, int length) {
        var moved = JsonMapper.shared().createArrayNode();
        for (JsonNode entity : entities) {
            int begin = entity.path("offset").asInt();
            int end = begin + entity.path("length").asInt();
            if (begin < 0 || end >= places.length) {
                throw bad("entity beginning at UTF-16 offset " + begin
                        + " ends after the end of the text at UTF-16 offset " + end);
            }
            int start = Math.max(0, places[begin] - from);
            int stop = Math.min(length, places[end] - from);
            if (stop > start) {
                moved.add(((ObjectNode) entity.deepCopy()).put("offset", start).put("length", stop - start));
            }
        }
        return moved.isEmpty() ? null : moved;
    }
}
