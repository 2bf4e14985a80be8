package org.pokana.announcement;

import java.util.Collection;
import java.util.Optional;
import org.pokana.messaging.Revives;
import org.springframework.stereotype.Component;

/** Reports once more on announcements of which something is sent again. */
@Component
class Reopening implements Revives {

    private final Announcements announcements;

    Reopening(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public void revive(Collection<String> causes) {
        causes.stream().map(Announcement::idIn).flatMap(Optional::stream).forEach(announcements::reopenUnlessStopped);
    }
}
