package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Edited;
import org.pokana.faq.Editing;
import org.pokana.faq.Version;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** Whether an answer still holds: {@code /entry_review <entry> <version>}, and with {@code yes} behind it that it does. */
@Component
class ReviewAnswer implements ForTheTeam {

    private static final int FITS = 400;

    private final Editing editing;

    ReviewAnswer(Editing editing) {
        this.editing = editing;
    }

    @Override
    public String name() {
        return "entry_review";
    }

    @Override
    public Ending hold(Talk talk) {
        var seen = Seen.by(talk, editing).orElse(null);
        if (seen == null) {
            return talk.goOnWith("answers", "review");
        }
        if (!seen.rest().contains("yes")) {
            return talk.end(Line.of(phrase(
                            "entry_review.asked",
                            seen.now().entry().label(),
                            Short.of(seen.now().entry().answer().in(talk.language()), FITS)))
                    .with(choices(seen.now(), talk.language()))
                    .with(next(seen.id()).stream().toList())
                    .with(ForTheTeam.all(), ForTheTeam.menu()));
        }
        var confirmed = editing.confirm(seen.id(), seen.version(), talk.with());
        if (!(confirmed instanceof Edited.Done done)) {
            return Outcome.of(talk, confirmed, "done");
        }
        var checked = done.now().entry().checked().map(ShowAnswer::month).orElse("");
        return talk.end(talk.line("done", done.now().entry().label(), checked)
                .with(next(seen.id()).stream().toList())
                .with(ForTheTeam.all(), ForTheTeam.menu()));
    }

    static List<Choice> choices(Version version, Locale language) {
        var id = version.entry().id();
        var seen = String.valueOf(version.number());
        var choices = new ArrayList<Choice>();
        choices.add(Choice.to(phrase("entry_review.yes"), "entry_review", id, seen, "yes")
                .as(Tone.GOOD));
        choices.add(Choice.to(phrase("entry_review.change"), "entry_text", id, seen, language.getLanguage()));
        return choices;
    }

    private Optional<Choice> next(String but) {
        return Stream.concat(editing.due().stream(), editing.unconfirmed().stream())
                .filter(version -> !version.entry().id().equals(but))
                .findFirst()
                .map(version -> Choice.to(
                        phrase("entry_review.next"), name(), version.entry().id(), String.valueOf(version.number())));
    }
}
