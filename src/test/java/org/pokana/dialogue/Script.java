package org.pokana.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells words of another alphabet from names, commands and addresses, which are the same in every language. */
public final class Script {

    private static final Map<String, Pattern> STRANGE = Map.of(
            "bg",
            Pattern.compile("\\p{IsLatin}[\\p{IsLatin}-]+"),
            "en",
            Pattern.compile("\\p{IsCyrillic}[\\p{IsCyrillic}-]+"));

    /** Commands, addresses of pages, and what is to be sent on as it stands. */
    private static final Pattern NEUTRAL = Pattern.compile(
            "/[a-z_]+(?: [\\w-]+)?|(?:https?://|www\\.)\\S+|\\b[\\w-]+\\.(?:bg|com|eu|org|int|json|ics)\\S*");

    /** Names that are written so in every language, and how a language calls itself. */
    private static final Map<String, Set<String>> NAMES = Map.of(
            "bg", Set.of("Telegram", "Viber", "English"),
            "en", Set.of("Български", "български"));

    /** Whoever cannot read the greeting is told once, in the other language, how to get theirs. */
    private static final List<String> WAY_OUT = List.of(
            "For English type English.",
            "In English? Press the button below or type English.",
            "In English? Type English.",
            "Which language?",
            "На български? Натиснете бутона долу или напишете „български“.",
            "На български? Напишете „български“.",
            "За български напишете „български“.",
            "На какъв език да пиша?");

    /** Roman numerals and units, a project as its funding names it, and what is to be looked for in the log. */
    private static final Pattern FIXED =
            Pattern.compile("\\b[IVX]+\\b|\\bMB\\b|\\bBG EIF\\b|\\bQR\\b|„failed for good“");

    private Script() {}

    public static List<String> strangers(String text, String language) {
        var rest = text.replace(World.ORGANISATION, " ");
        for (String name : Cast.NAMES.values()) {
            rest = rest.replace(name, " ");
        }
        for (String typed : Conduct.JUNK) {
            rest = rest.replace(typed, " "); // quoted from what the person wrote
        }
        for (String sentence : WAY_OUT) {
            rest = rest.replace(sentence, " ");
        }
        rest = FIXED.matcher(NEUTRAL.matcher(rest).replaceAll(" ")).replaceAll(" ");
        return STRANGE.get(language)
                .matcher(rest)
                .results()
                .map(found -> found.group())
                .filter(word -> !NAMES.get(language).contains(word))
                .map(word -> "“" + word + "” is of another language: "
                        + text.substring(0, Math.min(60, text.length())).replace("\n", " "))
                .toList();
    }
}
