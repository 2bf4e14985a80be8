package org.pokana.channel.telegram;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message says or shows.
 *
 * @param text the caption of what has files, title and address of a venue
 * @param entities what is marked in the text
 * @param files one, or a picture in its sizes
 * @param raw how the Bot API shows a kind that is neither text nor file
 */
record FakeContent(
        String kind,
        String text,
        @Nullable JsonNode entities,
        List<FakeFile> files,
        @Nullable JsonNode raw) {

    static final Set<String> WITH_FILE = Set.of("document", "photo", "audio", "voice", "video", "animation");

    static FakeContent text(String text, @Nullable JsonNode entities) {
        return new FakeContent("text", text, entities, List.of(), null);
    }

    static FakeContent shown(String kind, String text, JsonNode raw) {
        return new FakeContent(kind, text, null, List.of(), raw);
    }

    FakeContent saying(String newText, @Nullable JsonNode newEntities) {
        return new FakeContent(kind, newText, newEntities, files, raw);
    }

    byte[] file() {
        return files.isEmpty() ? new byte[0] : files.get(files.size() - 1).bytes();
    }

    /** Fills in the fields that this kind has in a message of the Bot API. */
    void describe(ObjectNode message) {
        if (kind.equals("text")) {
            message.put("text", text);
            describeEntities(message, "entities");
        } else if (raw != null) {
            message.set(kind, raw);
            if (raw.has("location")) {
                message.set("location", raw.get("location"));
            }
        } else {
            describeFile(message);
        }
    }

    private void describeFile(ObjectNode message) {
        if (kind.equals("photo")) {
            var sizes = message.putArray("photo");
            files.forEach(size -> sizes.add(size.json()));
        } else {
            message.set(kind, files.get(0).json());
        }
        if (kind.equals("animation")) {
            message.set("document", files.get(0).json());
        }
        if (!text.isEmpty()) {
            message.put("caption", text);
            describeEntities(message, "caption_entities");
        }
    }

    private void describeEntities(ObjectNode message, String field) {
        if (entities != null) {
            message.set(field, entities);
        }
    }
}
