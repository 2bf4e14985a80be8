package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Map;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Editing;
import org.pokana.faq.FaqEntry;
import org.pokana.faq.Version;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** An entry edited here of which a newer file says something else: {@code /entry_file <entry> <version> take|keep}. */
@Component
class CompareWithFile implements ForTheTeam {

    private static final int FITS = 200;

    private final Editing editing;

    CompareWithFile(Editing editing) {
        this.editing = editing;
    }

    @Override
    public String name() {
        return "entry_file";
    }

    @Override
    public Ending hold(Talk talk) {
        var seen = Seen.by(talk, editing).orElse(null);
        if (seen == null) {
            return talk.goOnWith("answers", "differing");
        }
        if (seen.rest().contains("take")) {
            return Outcome.of(talk, editing.takeFromFile(seen.id(), seen.version(), talk.with()), "taken");
        }
        if (seen.rest().contains("keep")) {
            editing.keepOurs(seen.id());
            return talk.end(talk.line("kept", seen.now().entry().label())
                    .with(Choice.to(phrase("answers.see"), "entry", seen.id()), ForTheTeam.all(), ForTheTeam.menu()));
        }
        return editing.differing().entrySet().stream()
                .filter(each -> each.getKey().entry().id().equals(seen.id()))
                .findFirst()
                .map(each -> compare(talk, each))
                .orElseGet(() -> talk.goOnWith("entry", seen.id()));
    }

    private Ending compare(Talk talk, Map.Entry<Version, FaqEntry> each) {
        var ours = each.getKey().entry();
        var id = ours.id();
        var seen = String.valueOf(each.getKey().number());
        return talk.end(talk.line(
                        "compared",
                        ours.label(),
                        Short.of(ours.answer().in(talk.language()), FITS),
                        Short.of(each.getValue().answer().in(talk.language()), FITS))
                .with(
                        Choice.to(phrase("entry_file.keep"), name(), id, seen, "keep"),
                        Choice.to(phrase("entry_file.take"), name(), id, seen, "take"),
                        ForTheTeam.all(),
                        ForTheTeam.menu()));
    }
}
