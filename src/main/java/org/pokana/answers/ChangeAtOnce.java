package org.pokana.answers;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Editing;
import org.springframework.stereotype.Component;

/** What takes one tap and can be undone by another: {@code /entry_do <entry> <version> retire}, {@code … back 3}. */
@Component
class ChangeAtOnce implements ForTheTeam {

    private final Editing editing;

    ChangeAtOnce(Editing editing) {
        this.editing = editing;
    }

    @Override
    public String name() {
        return "entry_do";
    }

    @Override
    public Ending hold(Talk talk) {
        var seen = Seen.by(talk, editing).orElse(null);
        if (seen == null || seen.rest().isEmpty()) {
            return talk.goOnWith("answers");
        }
        var id = seen.id();
        var rest = seen.rest();
        if (rest.get(0).equals("retire")) {
            return Outcome.of(talk, editing.retire(id, seen.version(), talk.with(), null), "retired");
        }
        if (rest.size() == 2 && rest.get(0).equals("back") && rest.get(1).matches("\\d{1,9}")) {
            long number = Long.parseLong(rest.get(1));
            return Outcome.of(talk, editing.restore(id, seen.version(), number, talk.with()), "restored");
        }
        return talk.goOnWith("entry", id);
    }
}
