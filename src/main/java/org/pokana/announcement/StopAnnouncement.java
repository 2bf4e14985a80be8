package org.pokana.announcement;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Stops an announcement at once, without asking back. */
@Component
class StopAnnouncement implements Flow {

    private final Announcements announcements;

    StopAnnouncement(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public String name() {
        return "announcement_stop";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        boolean stopped = announcements.stop(talk.opening()).isPresent();
        return talk.end(talk.line(stopped ? "done" : "over")
                .with(Choice.to("announcements").as(Tone.AWAY)));
    }
}
