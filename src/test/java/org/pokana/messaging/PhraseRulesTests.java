package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pokana.dialogue.Emoji;
import org.pokana.dialogue.Script;

/**
 * The rules of a talk that a phrase can break by itself, whether or not anybody meets it on a walk; the numbers are
 * those of {@code DialogueRules}.
 */
class PhraseRulesTests {

    private static final int LONGEST = 600;
    private static final int LONGEST_LABEL = 25;

    /** Phrases of which no one is said in the chat. */
    private static final Pattern OTHER_PLACES = Pattern.compile("(public|console|webchat|telegram|format|room)\\..*");

    private final Map<String, Map<String, String>> phrases = said();
    private final Set<String> labels = labels();

    /** Without those that tests made up, which say their own names. */
    private static Map<String, Map<String, String>> said() {
        var all = PhraseFiles.read(Optional.empty());
        all.values().forEach(known -> known.entrySet()
                .removeIf(one -> one.getValue().equals(one.getKey())));
        return all;
    }

    /** What stands on a button of a question. */
    private Set<String> labels() {
        var keys = phrases.get("bg").keySet();
        return keys.stream()
                .filter(key -> key.endsWith(".button")
                        || key.endsWith(".description")
                        || keys.contains(key.replaceFirst("\\.[a-z-]+$", "") + ".misunderstood"))
                .filter(key -> !key.endsWith(".misunderstood") && !key.endsWith(".description"))
                .filter(key -> !keys.contains(key + ".misunderstood"))
                .collect(Collectors.toSet());
    }

    @Test
    void noPhraseIsLongerThanAPhoneShows() { // 12
        assertThat(breaches((language, text) -> text.length() > LONGEST)).isEmpty();
    }

    @Test
    void noQuestionAsksTwoThings() { // 13
        var questions = phrases.get("bg").keySet().stream()
                .filter(key -> phrases.get("bg").containsKey(key + ".misunderstood"))
                .collect(Collectors.toSet());
        assertThat(questions).hasSizeGreaterThan(30);
        assertThat(breaches(questions, (language, text) -> branches(text).stream()
                        .anyMatch(branch -> branch.chars().filter(c -> c == '?').count() > 1)))
                .isEmpty();
    }

    /** Of what is said differently for one and for many, each way by itself. */
    private static List<String> branches(String text) {
        return text.contains(", select,") || text.contains(", plural,")
                ? List.of(text.split("\\} *\\w+ *\\{"))
                : List.of(text);
    }

    @Test
    void labelsAreShortAndBeginWithAWord() { // 14
        assertThat(labels).hasSizeGreaterThan(80).contains("menu.button", "register.consent.yes", "announce.more.when");
        assertThat(breaches(
                        labels,
                        (language, text) -> text.replaceAll("\\{0[^}]*}", "10").length() > LONGEST_LABEL))
                .isEmpty();
        assertThat(breaches(labels, (language, text) -> !text.matches("(?U)^(\\w|\\{0).*")))
                .isEmpty();
    }

    @Test
    void emojiStandAloneAtTheBeginningOfALine() { // 16
        var found = new ArrayList<String>();
        each((language, key, text) -> {
            if (!key.endsWith(".words")) { // what people say, not what we do
                Emoji.breaches(text.replace("\\n", "\n"))
                        .forEach(breach -> found.add(language + " " + key + ": " + breach));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void mistakesAreNamedWithAnExampleOrAWayOut() { // 20
        var mistakes = phrases.get("bg").keySet().stream()
                .filter(key -> key.endsWith(".misunderstood"))
                .collect(Collectors.toSet());
        assertThat(mistakes).hasSizeGreaterThan(30);
        assertThat(breaches(
                        mistakes, (language, text) -> !text.matches("(?s)\\{\\d}|.*(„.+“|“.+”|\\d|бутон|button).*")))
                .isEmpty();
        assertThat(breaches(mistakes, (language, text) -> !text.startsWith("{") && text.length() < 20))
                .isEmpty();
    }

    @Test
    void noPhraseMixesLanguages() { // 24
        var found = new ArrayList<String>();
        each((language, key, text) -> {
            if (!OTHER_PLACES.matcher(key).matches() && !key.startsWith("language.")) {
                found.addAll(Script.strangers(withoutGaps(text), language));
            }
        });
        assertThat(found).isEmpty();
    }

    /** The words between the names of plurals and other choices. */
    private static String withoutGaps(String text) {
        return text.replaceAll("\\{\\d+(?=[,}])(, *(plural|select|number),? *#?)?", ", ")
                .replaceAll("(?<=[},]) *=?\\w+ *\\{", " ")
                .replaceAll("[{}#]", " ");
    }

    @Test
    void findsWhatBreaksThem() { // control: each check sees its fault
        assertThat(Emoji.breaches("🗓 кога\n📍 къде")).hasSize(1);
        assertThat(Emoji.breaches("Записани сте ✅.")).hasSize(1);
        assertThat(Emoji.breaches("✅ Записани сте.")).isEmpty();
        assertThat(Script.strangers("Натиснете Register.", "bg")).hasSize(1);
        assertThat(Script.strangers("Напишете /help или вижте www.cpdp.bg в Telegram.", "bg"))
                .isEmpty();
        assertThat(Script.strangers("Press „Запиши ме“.", "en")).hasSize(2);
        assertThat(branches("{0, plural, =0 {Коя?} other {Коя? Изберете.}}")).hasSize(2);
        assertThat(withoutGaps("{0, plural, one{# човек} other{# души}} за „{1}“"))
                .doesNotContain("plural", "one");
    }

    private List<String> breaches(BiPredicate<String, String> breaks) {
        return breaches(phrases.get("bg").keySet(), breaks);
    }

    private List<String> breaches(Set<String> keys, BiPredicate<String, String> breaks) {
        var found = new ArrayList<String>();
        each((language, key, text) -> {
            if (keys.contains(key) && breaks.test(language, text)) {
                found.add(language + " " + key + "=" + text);
            }
        });
        return found;
    }

    private void each(Look look) {
        phrases.forEach((language, known) -> known.forEach((key, text) -> {
            if (!key.endsWith(".words") && !key.startsWith("test.") && !key.startsWith("format.")) {
                look.at(language, key, text);
            }
        }));
    }

    @FunctionalInterface
    private interface Look {

        void at(String language, String key, String text);
    }
}
