package org.pokana.reminder;

import java.util.List;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.springframework.stereotype.Component;

/** Who holds a seat and has said neither that they will come nor that somebody else will. */
@Component
class Unanswered {

    private final Registrations registrations;

    Unanswered(Registrations registrations) {
        this.registrations = registrations;
    }

    List<Registration> of(Forum forum) {
        return registrations.of(forum.id()).stream().filter(Unanswered::is).toList();
    }

    static boolean is(Registration registration) {
        return registration.isConfirmed()
                && !registration.coming()
                && !registration.hasArrived()
                && registration.link() == null;
    }
}
