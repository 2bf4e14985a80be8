package org.pokana.announcement;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.announcement.Reports.Missed;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Message;
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
        var announcement = announcements.find(talk.opening()).filter(Announcement::canBeRepeated);
        var missed = announcement.map(reports::missed).orElse(Missed.NOBODY);
        if (announcement.isEmpty() || missed.isEmpty()) {
            return talk.end(talk.line("nobody").with(Choice.to("announcements").as(Tone.AWAY)));
        }
        var whom = talk.ask(
                choice("whom", choices(missed), Missed.people(missed.uncertain()), Missed.people(missed.failed())));
        var again = missed.again(whom.equals("all"));
        boolean goes = announcements.sendAgain(
                announcement.get(), again.stream().map(Message::id).toList());
        return talk.end(talk.line("done", goes ? Missed.people(again) : 0)
                .with(Choice.to("announcements").as(Tone.AWAY)));
    }

    /** Those who perhaps have it may get it twice: that is the organizer's decision. */
    private static List<Choice> choices(Missed missed) {
        var choices = new ArrayList<Choice>();
        if (!missed.failed().isEmpty()) {
            choices.add(new Choice(
                    "failed", phrase("announcement_again.failed", Missed.people(missed.failed())), Tone.GOOD));
        }
        if (!missed.uncertain().isEmpty()) {
            choices.add(new Choice("all", phrase("announcement_again.all", Missed.people(missed.again(true)))));
        }
        return choices;
    }
}
