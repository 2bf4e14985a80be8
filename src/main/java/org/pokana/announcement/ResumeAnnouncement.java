package org.pokana.announcement;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** Lets an announcement go on that was paused. */
@Component
class ResumeAnnouncement implements Flow {

    private final Announcements announcements;
    private final AnnouncementSettings settings;
    private final Clock clock;

    ResumeAnnouncement(Announcements announcements, AnnouncementSettings settings, Clock clock) {
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
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
        var line = announcements
                .resume(id)
                .map(resumed -> line(talk, resumed)
                        .with(
                                Choice.to("announcement_pause", id),
                                Choice.to("announcement_stop", id).as(Tone.DANGER)))
                .orElseGet(() -> talk.line("over"));
        return talk.end(line.with(Choice.to("announcements").as(Tone.AWAY)));
    }

    /** Whatever organizers decide, before its time the chat service takes nothing. */
    private Line line(Talk talk, Announcement resumed) {
        var until = resumed.restUntil();
        return until != null && resumed.restsAt(clock.instant())
                ? talk.line("later", Resting.shown(until, settings))
                : talk.line("done");
    }
}
