package org.pokana.announcement;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Lets an announcement go on that was paused. */
@Component
class ResumeAnnouncement implements Flow {

    private final Announcements announcements;

    ResumeAnnouncement(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public String name() {
        return "announcement_resume";
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
        boolean resumed = announcements.resume(id).isPresent();
        var line = resumed
                ? talk.line("done")
                        .with(
                                Choice.to("announcement_pause", id),
                                Choice.to("announcement_stop", id).as(Tone.DANGER))
                : talk.line("over");
        return talk.end(line.with(Choice.to("announcements").as(Tone.AWAY)));
    }
}
