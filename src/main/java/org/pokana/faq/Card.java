package org.pokana.faq;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pokana.faq.FaqEntry.Source;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;

/** An entry as a person sees it: the answer, what it rests on, and where to go from there. */
final class Card {

    static final int SCREEN = 600;

    /** What they say in general, the forums themselves say exactly. */
    private static final Set<String> ABOUT_FORUMS = Set.of("forums", "registration");

    /** It says how to reach a person, so the way there begins below it. */
    private static final String ABOUT_PEOPLE = "bot-human";

    private static final int MOST_RELATED = 3;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM.yyyy", Locale.ROOT);

    private final FaqEntry entry;
    private final List<FaqEntry> related;
    private final Spoken spoken;
    private final YearMonth now;
    private final String first;
    private final String rest;

    /** @param now decides whether it has to be checked again */
    Card(FaqEntry entry, KnowledgeBase knowledge, Spoken spoken, YearMonth now) {
        this.entry = entry;
        this.spoken = spoken;
        this.now = now;
        related = entry.related().stream()
                .flatMap(id -> knowledge.entry(id).stream())
                .limit(MOST_RELATED)
                .toList();
        var answer = entry.answer().in(spoken.asked());
        int room = SCREEN - spoken.words().say(shown(""), spoken.asked()).length();
        first = answer.length() <= room
                ? answer
                : answer.substring(0, cut(answer, room)).strip();
        rest = answer.substring(first.length()).strip();
    }

    /** Where a line ends, so that no list item or sentence is torn if that can be helped. */
    private static int cut(String answer, int room) {
        for (var end : List.of("\n", ". ", " ")) {
            int at = answer.lastIndexOf(end, room - end.length());
            if (at > room / 2) {
                return at + end.stripTrailing().length();
            }
        }
        return room;
    }

    Line answer() {
        var choices = new ArrayList<Choice>();
        choices.add(rest.isEmpty() ? sourcesButton() : to("faq.more", "more"));
        if (entry.id().equals(ABOUT_PEOPLE)) {
            choices.add(Choice.to("person"));
        }
        if (ABOUT_FORUMS.contains(entry.topic())) {
            choices.add(Choice.to("forums"));
        }
        related.forEach(other -> choices.add(Choice.to(verbatim(other.label()), "faq", spoken.opening(other.id()))));
        choices.addAll(opinion());
        choices.add(Choice.to("ask").as(Tone.AWAY));
        return spoken.say(Line.of(shown(first)).with(choices)).thatLasts();
    }

    Line more() {
        if (rest.isEmpty()) {
            return sources();
        }
        return spoken.say(Line.of(shown(rest))
                        .with(sourcesButton())
                        .with(opinion())
                        .with(Choice.to("ask").as(Tone.AWAY)))
                .thatLasts();
    }

    Line sources() {
        var listed = entry.sources().stream().map(this::source).toList();
        return spoken.say(Line.of(phrase("faq.sources", entry.label(), String.join("\n", listed), checked()))
                        .with(to("faq.back").as(Tone.AWAY))
                        .with(Choice.to("ask").as(Tone.AWAY)))
                .thatLasts();
    }

    private String source(Source source) {
        var name = "• " + source.name().in(spoken.asked());
        return source.url() == null ? name : name + "\n  " + source.url();
    }

    private Phrase shown(String text) {
        return phrase("faq.answer", entry.label(), text, entry.sources().get(0).name(), checked());
    }

    private Phrase checked() {
        var key = Review.isDue(entry, now) ? "faq.checked-long-ago" : "faq.checked";
        var checked =
                entry.checked().map(month -> phrase(key, MONTH.format(month))).orElse(phrase("faq.unchecked"));
        var asked = spoken.asked();
        return entry.answer().speaks(asked) ? checked : phrase("faq.other-language", checked);
    }

    private Choice sourcesButton() {
        return to("faq.all-sources", "sources");
    }

    private List<Choice> opinion() {
        return List.of(
                Choice.to(phrase("helpful.yes"), "helpful", entry.id(), "yes"),
                Choice.to(phrase("helpful.no"), "helpful", entry.id(), "no"));
    }

    private Choice to(String label, String... page) {
        var opening = new ArrayList<>(List.of(entry.id()));
        opening.addAll(List.of(page));
        return Choice.to(phrase(label), "faq", spoken.opening(opening.toArray(String[]::new)));
    }
}
