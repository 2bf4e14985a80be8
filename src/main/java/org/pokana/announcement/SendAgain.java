package org.pokana.announcement;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Sends an announcement once more to those who may not have it: {@code /announcement_again <id>}. */
@Component
class SendAgain implements Flow {

    private final Announcements announcements;
    private final Reports reports;

    SendAgain(Announcements announcements, Reports reports) {
        this.announcements = announcements;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "announcement_again";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var announcement = announcements.find(talk.opening()).filter(Announcement::settled);
        var missed = announcement.map(reports::missed).orElse(Reports.Missed.NOBODY);
        if (announcement.isEmpty() || missed.isEmpty()) {
            return talk.end(talk.line("nobody").with(Choice.to("announcements").as(Tone.AWAY)));
        }
        var whom = talk.ask(choice(
                "whom",
                choices(missed),
                missed.uncertain().size(),
                missed.failed().size()));
        var ids = new ArrayList<>(missed.failed());
        if (whom.equals("all")) {
            ids.addAll(missed.uncertain());
        }
        long again = announcements.sendAgain(announcement.get(), ids);
        return talk.end(talk.line("done", again).with(Choice.to("announcements").as(Tone.AWAY)));
    }

    /** Those who perhaps have it may get it twice: that is the organizer's decision. */
    private static List<Choice> choices(Reports.Missed missed) {
        var choices = new ArrayList<Choice>();
        if (!missed.failed().isEmpty()) {
            choices.add(new Choice(
                    "failed",
                    phrase("announcement_again.failed", missed.failed().size()),
                    Tone.GOOD));
        }
        if (!missed.uncertain().isEmpty()) {
            int everybody = missed.failed().size() + missed.uncertain().size();
            choices.add(new Choice("all", phrase("announcement_again.all", everybody)));
        }
        return choices;
    }
}
