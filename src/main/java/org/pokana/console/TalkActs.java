package org.pokana.console;

import org.pokana.archive.Archive;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.helpdesk.TeamTalks;
import org.pokana.kernel.ContactId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Maria talks with somebody herself, while we are silent, until she gives the talk back. */
@DeskPage
class TalkActs {

    private final Contacts contacts;
    private final TeamTalks talks;
    private final Audit audit;

    TalkActs(Contacts contacts, TeamTalks talks, Audit audit) {
        this.contacts = contacts;
        this.talks = talks;
        this.audit = audit;
    }

    @PostMapping("/desk/contacts/{id}/talk/take")
    String take(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        var person = known(id);
        if (person.address().isEmpty()) {
            return back(id, "talk-out-of-reach");
        }
        return done(talks.take(person, me.id()), me, person, "took a conversation over");
    }

    private Contact known(String id) {
        return contacts.find(new ContactId(id))
                .filter(Archive::mayBeRead)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String done(boolean done, Organizer me, Contact person, String what) {
        if (done) {
            audit.note(me.id(), what, person.key());
        }
        return back(person.key(), done ? what.replace(' ', '-') : "talk-had");
    }

    private static String back(String id, String said) {
        return "redirect:/desk/contacts/" + id + "/talk?done=" + said + "#end";
    }

    @PostMapping("/desk/contacts/{id}/talk/line")
    String say(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String text) {
        var person = known(id);
        var line = EntryForm.lines(text);
        if (!event.matches("[a-z0-9]{3,64}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (line.isEmpty() || line.length() > TeamTalks.LONGEST) {
            return back(id, "talk-words");
        }
        boolean said = talks.say(person.id(), event, me.id(), line);
        if (said) {
            audit.note("line:" + event, me.id(), "wrote in a conversation", id); // once, as it is said once
        }
        return back(id, said ? "wrote-in-a-conversation" : "talk-had");
    }

    @PostMapping("/desk/contacts/{id}/talk/end")
    String giveBack(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        var person = known(id);
        return done(talks.giveBack(person.id(), me.id()), me, person, "gave a conversation back");
    }
}
