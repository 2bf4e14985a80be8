package org.pokana.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Signs in a text: at most one, where a line begins, followed by words. */
public final class Emoji {

    private static final Pattern ANY = Pattern.compile(
            "[\\x{2300}-\\x{23FF}\\x{25A0}-\\x{27BF}" + "\\x{2B00}-\\x{2BFF}\\x{1F000}-\\x{1FAFF}]\\x{FE0F}?");
    private static final Pattern AT_LINE_START = Pattern.compile("(?m)^" + ANY.pattern() + " (?=\\S)");

    private Emoji() {}

    public static List<String> breaches(String text) {
        var found = new ArrayList<String>();
        if (ANY.matcher(text).results().count() > 1) {
            found.add("more than one emoji");
        }
        if (ANY.matcher(AT_LINE_START.matcher(text).replaceAll("")).find()) {
            found.add("an emoji in the middle of a line");
        }
        return found;
    }
}
