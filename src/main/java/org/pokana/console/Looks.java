package org.pokana.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.desk.DeskSessions.Organizer;
import org.springframework.stereotype.Component;

/** Notes who looked at whom: once for each person, in a session, in an hour. */
@Component
class Looks {

    static final String AT_A_PERSON = "looked at a person";
    static final String INTO_A_TALK = "read a conversation";

    /** What is done with somebody, whose id the entry names. */
    static final List<String> ABOUT_PEOPLE = List.of(
            AT_A_PERSON,
            INTO_A_TALK,
            "took a conversation over",
            "wrote in a conversation",
            "gave a conversation back");

    private static final String EVERYWHERE = "searched the conversations";

    private final Audit audit;
    private final Clock clock;

    Looks(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void note(Organizer me, String what, Contact whom) {
        audit.note(id(me, what, whom.key()), me.id(), what, whom.key());
    }

    void noteSearch(Organizer me) {
        audit.note(id(me, EVERYWHERE, ""), me.id(), EVERYWHERE);
    }

    /** Says nothing about the person, as it stays when they are forgotten. */
    private String id(Organizer me, String what, String whom) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var all = String.join(" ", me.session(), what, whom, hour.toString());
        return UUID.nameUUIDFromBytes(all.getBytes(UTF_8)).toString();
    }
}
