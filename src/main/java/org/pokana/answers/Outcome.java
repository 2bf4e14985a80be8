package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Edited;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;

/** Says what became of a change, with the way to undo it. */
final class Outcome {

    private Outcome() {}

    /** @param done what to say if it was done, a phrase of the talk's own flow */
    static Ending of(Talk talk, Edited edited, String done) {
        if (edited instanceof Edited.Done it) {
            var entry = it.now().entry();
            var line = talk.line(done, entry.label()).with(see(entry.id()));
            return talk.end(line.with(undo(it.now().number(), entry.id()), ForTheTeam.all(), ForTheTeam.menu()));
        }
        if (edited instanceof Edited.Overtaken it) {
            return talk.end(Line.of(phrase("answers.overtaken", it.now().entry().label()))
                    .with(see(it.now().entry().id()), ForTheTeam.all(), ForTheTeam.menu()));
        }
        if (edited instanceof Edited.Refused it) {
            var fault = it.fault();
            return talk.end(Line.of(phrase("answers.refused", fault.kind().name(), fault.limit()))
                    .with(ForTheTeam.all(), ForTheTeam.menu()));
        }
        return talk.end(Line.of(phrase("answers.gone")).with(ForTheTeam.all(), ForTheTeam.menu()));
    }

    private static Choice see(String id) {
        return Choice.to(phrase("answers.see"), "entry", id);
    }

    private static Choice undo(long now, String id) {
        return Choice.to(phrase("answers.undo"), "entry_do", id, String.valueOf(now), "back", String.valueOf(now - 1));
    }
}
