package org.pokana.channel.telegram;

import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file on Telegram's servers.
 *
 * @param kind {@code document}, {@code photo}, {@code audio}, {@code voice}, {@code video} or {@code animation}
 * @param width zero for what is no picture, as is the height
 */
public record FakeFile(
        String id, int number, String kind, String name, String type, byte[] bytes, int width, int height) {

    /** The same content is the same file, whoever sent it and however often. */
    String uniqueId() {
        return "AQAD" + HexFormat.of().toHexDigits(java.util.Arrays.hashCode(bytes));
    }

    /** Where it is downloaded from: the folders and endings are Telegram's. */
    String path() {
        return switch (kind) {
            case "photo" -> "photos/file_" + number + ".jpg";
            case "voice" -> "voice/file_" + number + ".oga";
            case "audio" -> "music/file_" + number + ending();
            case "video" -> "videos/file_" + number + ending();
            case "animation" -> "animations/file_" + number + ending();
            default -> "documents/file_" + number + ending();
        };
    }

    private String ending() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** As the Bot API shows it within a message. */
    ObjectNode json() {
        var file = JsonMapper.shared().createObjectNode();
        file.put("file_id", id).put("file_unique_id", uniqueId()).put("file_size", bytes.length);
        if (width > 0) {
            file.put("width", width).put("height", height);
        }
        if (!kind.equals("photo")) {
            file.put("mime_type", type);
        }
        if (!kind.equals("photo") && !kind.equals("voice")) {
            file.put("file_name", name);
        }
        if (!kind.equals("photo") && !kind.equals("document")) {
            file.put("duration", 1);
        }
        if ((kind.equals("video") || kind.equals("animation")) && width == 0) {
            file.put("width", 640).put("height", 360);
        }
        return file;
    }
}
