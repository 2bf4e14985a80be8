package org.pokana.channel.telegram;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A text with what is marked in it, as it is after Telegram has taken the white space off both ends. */
record FakeMarks(String text, @Nullable JsonNode entities) {

    static FakeMarks caption(FakeCall call) {
        return trim(call.text("caption"), call.tree("caption_entities").orElse(null));
    }

    static FakeMarks caption(JsonNode media) {
        return trim(media.path("caption").asString(""), media.get("caption_entities"));
    }

    static FakeMarks trim(String text, @Nullable JsonNode entities) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\n')) {
            from++;
        }
        var trimmed = text.substring(from).stripTrailing();
        return new FakeMarks(trimmed, entities == null ? null : shift(entities, from, trimmed.length()));
    }

    private static JsonNode shift(JsonNode entities, int by, int length) {
        var shifted = JsonMapper.shared().createArrayNode();
        for (JsonNode entity : entities) {
            int from = Math.max(0, entity.path("offset").asInt() - by);
            int to = Math.min(
                    length,
                    entity.path("offset").asInt() + entity.path("length").asInt() - by);
            if (to > from) {
                shifted.add(((ObjectNode) entity.deepCopy()).put("offset", from).put("length", to - from));
            }
        }
        return shifted.isEmpty() ? null : shifted;
    }
}
