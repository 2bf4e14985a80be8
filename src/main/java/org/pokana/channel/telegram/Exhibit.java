package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Showing;

/** Reads what a message shows besides words; nothing in it is taken for granted. */
final class Exhibit {

    private static final int LONGEST_NAME = 255;
    private static final Pattern ID = Pattern.compile("[\\w-]{1,200}");
    private static final Pattern GROUP = Pattern.compile("\\w{1,64}");

    /** An animation is described as a document, too, so that comes last. */
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("voice", Kind.VOICE);
        KINDS.put("audio", Kind.AUDIO);
        KINDS.put("animation", Kind.ANIMATION);
        KINDS.put("video", Kind.VIDEO);
        KINDS.put("document", Kind.FILE);
    }

    private Exhibit() {}

    /** Null when there is nothing that can be passed on. */
    static @Nullable Showing in(JsonNode message, String bot) {
        var group = message.path("media_group_id").asText("");
        return largest(message.path("photo"))
                .flatMap(photo -> read(Kind.PHOTO, photo, group, bot))
                .or(() -> KINDS.keySet().stream()
                        .filter(kind -> message.path(kind).isObject())
                        .findFirst()
                        .flatMap(kind -> read(KINDS.get(kind), message.path(kind), group, bot)))
                .orElse(null);
    }

    /** Of the sizes of a picture the largest that we could fetch. */
    private static Optional<JsonNode> largest(JsonNode sizes) {
        JsonNode largest = null;
        for (JsonNode size : sizes) {
            boolean fits = size.path("file_size").asLong() <= KeptFiles.LARGEST;
            if (fits && size.isObject() && (largest == null || area(size) >= area(largest))) {
                largest = size;
            }
        }
        return Optional.ofNullable(largest);
    }

    private static long area(JsonNode size) {
        return (long) size.path("width").asInt() * size.path("height").asInt();
    }

    private static Optional<Showing> read(@Nullable Kind kind, JsonNode file, String group, String bot) {
        var id = file.path("file_id").asText("");
        if (kind == null || !file.path("file_id").isTextual() || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        var name = file.path("file_name").asText("");
        return Optional.of(new Showing(
                kind,
                Downloads.reference(bot, id),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                Math.max(0, file.path("file_size").asLong()),
                GROUP.matcher(group).matches() ? group : null));
    }
}
