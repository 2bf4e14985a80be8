package org.pokana.console;

import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.faq.Edited;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Where whoever wanted to change an entry is led: what was done is noted, and can be undone there. */
@Component
class KnowledgeOutcome {

    private final Audit audit;

    KnowledgeOutcome(Audit audit) {
        this.audit = audit;
    }

    /** @param what as it stands in the journal; it is said in the words {@code console.done-…} of the same name */
    String of(Edited edited, Organizer me, String id, String what) {
        if (edited instanceof Edited.Done done) {
            var now = done.now();
            audit.note(me.id(), what, now.entry().id() + " v" + now.number());
            return page(now.entry().id()) + "?done=" + what.replace(' ', '-') + "&undone=" + (now.number() - 1);
        }
        if (edited instanceof Edited.Overtaken overtaken) {
            return page(overtaken.now().entry().id()) + "?done=answer-meanwhile";
        }
        if (edited instanceof Edited.Refused) {
            return page(id) + "?done=answer-refused";
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static String page(String id) {
        return "redirect:/desk/knowledge/entries/" + id;
    }
}
