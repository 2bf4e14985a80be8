package org.pokana.messaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import org.pokana.kernel.Attachment.Kind;

/** What a file really is, by its first bytes; what it says of itself is never believed. */
final class FileType {

    static final String UNKNOWN = "application/octet-stream";

    /** Some recorders mark sound as if it were a film. */
    private static final Set<String> MUSIC = Set.of("audio/mpeg", "audio/mp4", "video/mp4");

    private FileType() {}

    /** Its media type; {@link #UNKNOWN} for everything that nobody needs to open in a page. */
    static String of(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 16), ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (start.startsWith("GIF8")) {
            return "image/gif";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (start.startsWith("%PDF-")) {
            return "application/pdf";
        }
        return ofSound(start);
    }

    private static String ofSound(String start) {
        if (start.startsWith("OggS")) {
            return "audio/ogg";
        }
        if (start.startsWith("ID3") || start.matches("(?s)\u00ff[\u00e2\u00e3\u00f2\u00f3\u00fa\u00fb].*")) {
            return "audio/mpeg";
        }
        if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
            return "audio/wav";
        }
        if (start.startsWith("ftyp", 4)) {
            return start.startsWith("M4A", 8) ? "audio/mp4" : "video/mp4";
        }
        return start.startsWith("\u001aE\u00df\u00a3") ? "video/webm" : UNKNOWN;
    }

    /** As what it is best shown. */
    static Kind guess(byte[] bytes) {
        return switch (of(bytes)) {
            case "image/jpeg", "image/png" -> Picture.canBeShown(bytes) ? Kind.PHOTO : Kind.FILE;
            case "image/gif" -> Kind.ANIMATION;
            case "video/mp4" -> Kind.VIDEO;
            case "audio/mpeg", "audio/mp4" -> Kind.AUDIO;
            case "audio/ogg" -> Kind.VOICE;
            default -> Kind.FILE;
        };
    }

    /** The kind it was sent as if it is of that kind; otherwise a file like any other. */
    static Kind kind(Kind wanted, String type) {
        boolean fits =
                switch (wanted) {
                    case PHOTO -> type.equals("image/jpeg") || type.equals("image/png");
                    case VIDEO -> type.equals("video/mp4");
                    case ANIMATION -> type.equals("video/mp4") || type.equals("image/gif");
                    case AUDIO -> MUSIC.contains(type);
                    case VOICE -> type.equals("audio/ogg") || MUSIC.contains(type);
                    case FILE -> true;
                };
        return fits ? wanted : Kind.FILE;
    }
}
