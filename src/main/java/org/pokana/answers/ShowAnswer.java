package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Complaint;
import org.pokana.faq.Editing;
import org.pokana.faq.Opinions;
import org.pokana.faq.Review;
import org.pokana.faq.Version;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** One entry with all that can be done about it: {@code /entry hall}, {@code /entry hall en}, {@code /entry hall more}. */
@Component
class ShowAnswer implements ForTheTeam {

    private static final List<String> LANGUAGES = List.of("bg", "en");
    private static final int FITS = 300;

    private final Editing editing;
    private final Opinions opinions;
    private final Clock clock;

    ShowAnswer(Editing editing, Opinions opinions, Clock clock) {
        this.editing = editing;
        this.opinions = opinions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "entry";
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = List.of(talk.opening().split(" "));
        var version = editing.now(opening.get(0)).orElse(null);
        if (version == null) {
            return talk.goOnWith("answers");
        }
        if (opening.contains("more")) {
            return talk.end(more(talk, version));
        }
        var language = LANGUAGES.stream()
                .filter(opening::contains)
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(talk.language());
        return talk.end(shown(talk, version, language));
    }

    private Line shown(Talk talk, Version version, Locale language) {
        var entry = version.entry();
        boolean speaks = entry.answer().speaks(language);
        Object answer = speaks ? Short.of(entry.answer().in(language), FITS) : phrase("entry.silent");
        var line = talk.line("shown", entry.label().in(language), answer, standing(version), opinion(entry.id()));
        return line.with(choices(version, language, speaks)).with(ForTheTeam.all(), ForTheTeam.menu());
    }

    private Phrase standing(Version version) {
        if (version.retired()) {
            return phrase("entry.retired", version.number());
        }
        var checked = version.entry().checked();
        if (checked.isEmpty()) {
            return phrase("entry.unconfirmed", version.number());
        }
        boolean due = Review.isDue(version.entry(), YearMonth.now(clock));
        return phrase(due ? "entry.due" : "entry.checked", version.number(), month(checked.get()));
    }

    static String month(YearMonth month) {
        return "%02d.%d".formatted(month.getMonthValue(), month.getYear());
    }

    private Phrase opinion(String id) {
        var opinion = opinions.of(id).orElse(new Opinions.Opinion(id, 0, 0, null, null));
        var why = opinion.complaints();
        return phrase(
                "entry.opinion",
                opinion.helpful(),
                opinion.unhelpful(),
                opinion.unheard(),
                why.getOrDefault(Complaint.WRONG, 0L),
                why.getOrDefault(Complaint.OUTDATED, 0L),
                why.getOrDefault(Complaint.BESIDE, 0L),
                why.getOrDefault(Complaint.UNCLEAR, 0L));
    }

    private List<Choice> choices(Version version, Locale language, boolean speaks) {
        var id = version.entry().id();
        var seen = String.valueOf(version.number());
        var tag = language.getLanguage();
        var choices = new ArrayList<Choice>();
        choices.add(
                speaks
                        ? Choice.to("entry_text", id, seen, tag)
                        : Choice.to(phrase("entry.translate"), "entry_words", id, seen, tag));
        choices.add(Choice.to("entry_example", id, seen, tag));
        var other = tag.equals("en") ? "bg" : "en";
        choices.add(Choice.to(phrase("entry.in-" + other), name(), id, other));
        if (!version.retired()) {
            choices.add(Choice.to(phrase("entry.still-true"), "entry_review", id, seen));
            choices.add(Choice.to(phrase("entry.as-people"), "faq", id));
        }
        choices.add(Choice.to(phrase("entry.more"), name(), id, "more"));
        return choices;
    }

    private Line more(Talk talk, Version version) {
        var id = version.entry().id();
        var seen = String.valueOf(version.number());
        var away = version.retired()
                ? Choice.to(phrase("entry.show-again"), "entry_do", id, seen, "back", seen)
                : Choice.to(phrase("entry.retire"), "entry_do", id, seen, "retire");
        return talk.line("what-more", version.entry().label())
                .with(
                        Choice.to("entry_words", id, seen, talk.language().getLanguage()),
                        Choice.to("entry_versions", id),
                        away,
                        Choice.to(phrase("answers.see"), name(), id).as(Tone.AWAY),
                        ForTheTeam.all(),
                        ForTheTeam.menu());
    }
}
