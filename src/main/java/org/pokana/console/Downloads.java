package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whatever leaves the desk as a file is noted, and nobody takes many in an hour. */
@Component
class Downloads {

    static final int MOST_AN_HOUR = 20;
    static final String TAKEN = "downloaded a list";

    private final Forums forums;
    private final Audit audit;
    private final Clock clock;

    Downloads(Forums forums, Audit audit, Clock clock) {
        this.forums = forums;
        this.audit = audit;
        this.clock = clock;
    }

    Forum taken(Organizer me, String id, String kind) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        note(me, id + " " + kind);
        return forum;
    }

    void note(Organizer me, String what) {
        var hour = clock.instant().minus(Duration.ofHours(1));
        if (audit.count(me.id(), TAKEN, hour) >= MOST_AN_HOUR) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        audit.note(me.id(), TAKEN, what);
    }

    static String attached(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
