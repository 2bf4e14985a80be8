package org.pokana.announcement;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Holds an announcement at once, until it is resumed or stopped. */
@Component
class PauseAnnouncement implements Flow {

    private final Announcements announcements;

    PauseAnnouncement(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public String name() {
        return "announcement_pause";
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
        var id = talk.opening();
        if (announcements.pause(id).isEmpty()) {
            return talk.end(talk.line("over").with(Choice.to("announcements").as(Tone.AWAY)));
        }
        return talk.end(talk.line("done")
                .with(
                        Choice.to("announcement_resume", id).as(Tone.GOOD),
                        Choice.to("announcement_stop", id).as(Tone.DANGER),
                        Choice.to("announcements").as(Tone.AWAY)));
    }
}
