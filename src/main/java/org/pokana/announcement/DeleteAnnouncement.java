package org.pokana.announcement;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Takes an announcement out of everybody's chat, as far as that can be: {@code /announcement_delete <id>}. */
@Component
class DeleteAnnouncement implements Flow {

    private static final String DELETE = "delete";

    private final Announcements announcements;
    private final Withdrawals withdrawals;

    DeleteAnnouncement(Announcements announcements, Withdrawals withdrawals) {
        this.announcements = announcements;
        this.withdrawals = withdrawals;
    }

    @Override
    public String name() {
        return "announcement_delete";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var back = Choice.to("announcements").as(Tone.AWAY);
        var announcement = announcements.find(talk.opening());
        if (announcement.filter(Announcement::settled).isEmpty()) {
            return talk.end(talk.line("not-yet").with(back));
        }
        if (announcement.get().withdrawal() != null) {
            return talk.end(talk.line("over").with(back));
        }
        var reach = withdrawals.reach(announcement.get());
        if (reach.people() == 0) {
            return talk.end(talk.line("nobody", reach.tooOld()).with(back));
        }
        var what = talk.ask(choice(
                "sure",
                List.of(
                        new Choice("keep", phrase("announcement_delete.keep")),
                        new Choice(DELETE, phrase("announcement_delete.go"), Tone.DANGER)),
                Reports.excerpt(announcement.get()),
                reach.people(),
                reach.tooOld()));
        if (!what.equals(DELETE)) {
            return talk.end(talk.line("kept").with(back));
        }
        withdrawals.begin(announcement.get(), talk.with(), talk.address());
        return talk.end(talk.line("done").with(back));
    }
}
