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

/** Changes the words of an announcement in everybody's chat: {@code /announcement_fix <id>}. */
@Component
class CorrectAnnouncement implements Flow {

    private final Announcements announcements;
    private final Corrections corrections;
    private final Letters letters;

    CorrectAnnouncement(Announcements announcements, Corrections corrections, Letters letters) {
        this.announcements = announcements;
        this.corrections = corrections;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "announcement_fix";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var announcement = announcements.find(talk.opening()).filter(Announcement::canBeRepeated);
        if (announcement.isEmpty()) {
            return talk.end(talk.line("not-yet").with(Choice.to("announcements").as(Tone.AWAY)));
        }
        var wrong = announcement.get();
        var right = right(talk, wrong);
        if (!Corrections.canReplace(wrong.items(), right.media())) {
            talk.ask(choice("other-files", List.of(), wrong.items().size()));
        }
        letters.preview(new Letter(wrong.id(), right.texts(), right.media(), wrong.audience(), wrong.terms()))
                .forEach(talk::say);
        var go = List.of(new Choice("go", phrase("announcement_fix.go"), Tone.GOOD));
        talk.ask(choice("sure", go, corrections.reach(wrong)));
        int corrected = corrections.correct(wrong, right);
        return talk.end(
                talk.line("done", corrected).with(Choice.to("announcements").as(Tone.AWAY)));
    }

    /** What is not said anew stays as it is. */
    private static Dictated right(Talk talk, Announcement wrong) {
        var said = Dictation.ask(talk);
        boolean saysNothing = said.texts().words().values().stream().allMatch(String::isEmpty);
        return new Dictated(
                saysNothing ? wrong.texts() : said.texts(), said.media().isEmpty() ? wrong.items() : said.media());
    }
}
