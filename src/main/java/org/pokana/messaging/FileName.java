package org.pokana.messaging;

import java.util.regex.Pattern;
import org.pokana.kernel.Attachment.Kind;

/** Names of files as somebody else may see them: no folders, nothing invisible, nothing that turns words around. */
public final class FileName {

    private static final int LONGEST = 80;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\:]", Pattern.DOTALL);

    /** Control characters, marks of direction and others that show nothing; then what some systems do not allow. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>\"|?*]");

    private FileName() {}

    /** Such as {@code програма.pdf}; a name of its kind when nothing of it is left. */
    public static String clean(String name, Kind kind) {
        var last = FOLDERS.matcher(name.strip()).replaceFirst("");
        var fit = UNFIT.matcher(last).replaceAll("").strip().replaceAll("^\\.+|\\.+$", "");
        return fit.isBlank() ? usual(kind) : shortened(fit);
    }

    private static String usual(Kind kind) {
        return switch (kind) {
            case PHOTO -> "photo.jpg";
            case VIDEO, ANIMATION -> "video.mp4";
            case AUDIO -> "audio.mp3";
            case VOICE -> "voice.ogg";
            case FILE -> "file";
        };
    }

    /** From its middle, so that its ending, by which people know what it is, stays. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int kept = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + ending;
    }
}
