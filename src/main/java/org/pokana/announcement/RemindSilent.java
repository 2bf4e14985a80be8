package org.pokana.announcement;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Ids;
import org.springframework.stereotype.Component;

/** Says the same again to those who did nothing about it: {@code /announcement_rest <id>}. */
@Component
class RemindSilent implements Flow {

    private final Announcements announcements;
    private final Responses responses;
    private final Ids ids;

    RemindSilent(Announcements announcements, Responses responses, Ids ids) {
        this.announcements = announcements;
        this.responses = responses;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "announcement_rest";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var id = talk.opening();
        var before = announcements.find(id).filter(Announcement::canBeRepeated);
        if (before.isEmpty() || responses.silent(id).isEmpty()) {
            return talk.end(talk.line("nobody").with(Choice.to("announcements").as(Tone.AWAY)));
        }
        return talk.goOnWith("announce", ids.next(), id);
    }
}
