package org.pokana.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pokana.dialogue.Breaches.Breach;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Text;

/** Looks at a single screen as its reader does; each rule of the house that can be seen there is one check. */
final class Look {

    static final int LONGEST_TEXT = 600;
    static final int LONGEST_LABEL = 25;
    private static final int MOST_CHOICES = 8;
    static final int MOST_IN_A_ROW = 3;

    /** By the number of the rule. */
    static final Map<Integer, Function<Stop, List<String>>> RULES = new TreeMap<>(Map.ofEntries(
            Map.entry(2, Stop::misread),
            Map.entry(5, Ways::deadEnd),
            Map.entry(6, Ways::noWayBack),
            Map.entry(11, Ways::morePerTap),
            Map.entry(12, Look::tooMuchToRead),
            Map.entry(13, Look::severalQuestions),
            Map.entry(14, Look::unclearLabels),
            Map.entry(15, Look::tooManyChoices),
            Map.entry(16, Look::emoji),
            Map.entry(17, Look::slipOfTheThumb),
            Map.entry(24, Look::mixedLanguages)));

    private static final Pattern GAP = Pattern.compile("\\{\\d");
    private static final Pattern STEP = Pattern.compile("(стъпка|step) \\d (от|of) \\d|^(Последна стъпка|Last step)");

    /** Those that are ticked say so before. */
    private static final Pattern WORD = Pattern.compile("^(✓ )?[\\p{L}\\p{N}]");

    /** Buttons that carry people without a number, of whom two may have the same name. */
    private static final Set<String> NAMESAKES = Set.of("/admit", "/remove_guest");

    /** Stands between the words of an announcement and the reason for it. */
    static final String LETTER = "— — —";

    private Look() {}

    static List<Breach> at(Stop stop) {
        var found = new ArrayList<Breach>();
        RULES.forEach(
                (rule, look) -> look.apply(stop).forEach(what -> found.add(new Breach(rule, what, stop.toString()))));
        return found;
    }

    private static List<String> tooMuchToRead(Stop stop) {
        var found = new ArrayList<String>();
        if (stop.screen().answers().size() > MOST_IN_A_ROW) {
            found.add(stop.screen().answers().size() + " messages in a row");
        }
        for (Text text : stop.screen().texts()) {
            if (text.text().length() > LONGEST_TEXT) {
                found.add(text.text().length() + " characters: " + beginning(text));
            }
            if (GAP.matcher(text.text()).find()) {
                found.add("a gap is not filled: " + beginning(text));
            }
        }
        return found;
    }

    private static List<String> severalQuestions(Stop stop) {
        if (!stop.screen().asks()) {
            return List.of();
        }
        var asked = stop.screen().asked();
        var found = new ArrayList<String>();
        if (asked.chars().filter(letter -> letter == '?').count() > 1) {
            found.add("several questions at once: " + asked);
        }
        boolean farIn = stop.screen().standing().orElseThrow().answers() > 1;
        boolean lastWord = stop.screen().buttons().stream()
                .anyMatch(button -> button.tone() == Tone.GOOD || button.tone() == Tone.DANGER);
        boolean corrects = stop.way().stream().anyMatch(step -> step.pick().matches(".*=(change|more)"));
        boolean asksOn = stop.before()
                .question()
                .map(Walk::kind)
                .equals(stop.screen().question().map(Walk::kind));
        if (farIn && !lastWord && !corrects && !asksOn && !STEP.matcher(asked).find()) {
            found.add("does not say how far it is: " + asked);
        }
        return found;
    }

    private static List<String> unclearLabels(Stop stop) {
        var found = new ArrayList<String>();
        for (Text text : stop.screen().texts()) {
            for (Button button : text.buttons()) {
                var label = button.label();
                if (label.length() > LONGEST_LABEL) {
                    found.add("a long label: " + label);
                }
                if (!WORD.matcher(label).find()) {
                    found.add("a label that begins with no word: " + label);
                }
                boolean person = NAMESAKES.contains(Walk.kind(button.pick()));
                long same = text.buttons().stream()
                        .filter(other -> other.label().equals(label))
                        .count();
                if (same > 1 && !person) {
                    found.add("two buttons say " + label);
                }
            }
        }
        return found;
    }

    /** Ways back are no choices. The municipalities are eleven, in two columns, and everybody knows their own. */
    private static List<String> tooManyChoices(Stop stop) {
        return stop.screen().texts().stream()
                .filter(text -> text.buttons().stream()
                                .filter(button -> button.tone() != Tone.AWAY)
                                .filter(button -> !button.pick().contains(".municipality="))
                                .count()
                        > MOST_CHOICES)
                .map(text -> text.buttons().size() + " choices: " + beginning(text))
                .toList();
    }

    private static List<String> emoji(Stop stop) {
        return stop.screen().texts().stream()
                .flatMap(text -> Emoji.breaches(text.text()).stream().map(breach -> breach + ": " + beginning(text)))
                .toList();
    }

    /** Of choices that destroy something the safe one comes first, and the question names what it is about. */
    private static List<String> slipOfTheThumb(Stop stop) {
        var found = new ArrayList<String>();
        for (Text text : stop.screen().texts()) {
            var answers = text.buttons().stream()
                    .filter(button -> !button.pick().startsWith("/"))
                    .toList();
            if (answers.stream().anyMatch(button -> button.tone() == Tone.DANGER)
                    && answers.get(0).tone() == Tone.DANGER) {
                found.add("the dangerous choice comes first: " + beginning(text));
            }
        }
        boolean destroys = stop.isTap()
                && stop.last().tone() == Tone.DANGER
                && stop.last().pick().startsWith("/")
                && !AT_ONCE.contains(Walk.kind(stop.last().pick()));
        if (destroys && !stop.screen().asks()) {
            found.add(stop.last() + " does it without asking");
        }
        return found;
    }

    /** Stopping an announcement is the safe act: each second of asking costs messages that nobody can call back. */
    private static final Set<String> AT_ONCE = Set.of("/announcement_stop");

    private static List<String> mixedLanguages(Stop stop) {
        var language = stop.screen()
                .standing()
                .map(standing -> standing.language().getLanguage())
                .orElse(stop.who().language());
        return stop.screen().texts().stream()
                .filter(text -> !text.text().contains(LETTER)) // shown in each language it goes out in
                .flatMap(text -> Stream.concat(
                        Stream.of(text.text()), text.buttons().stream().map(Button::label)))
                .flatMap(words -> Script.strangers(words, language).stream())
                .distinct()
                .toList();
    }

    private static String beginning(Text text) {
        var words = text.text().replace("\n", " ");
        return words.substring(0, Math.min(60, words.length()));
    }
}
