package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Whom to call: who got an announcement and has not said that they read it, and who may not have got it. */
@Component
class SilentRecipients implements Flow {

    private static final int MOST_SHOWN = 25;

    private final Announcements announcements;
    private final CallList calls;

    SilentRecipients(Announcements announcements, CallList calls) {
        this.announcements = announcements;
        this.calls = calls;
    }

    @Override
    public String name() {
        return "announcement_silent";
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
        var announcement = announcements.find(talk.opening());
        var back = Choice.to("announcements").as(Tone.AWAY);
        if (announcement.isEmpty()) {
            return talk.end(talk.line("unknown").with(back));
        }
        var silent = calls.unread(announcement.get());
        if (silent.isEmpty()) {
            return talk.end(talk.line("nobody").with(back));
        }
        var named = silent.stream().filter(person -> person.name() != null).toList();
        return talk.end(
                talk.line("list", silent.size(), names(named), silent.size() - Math.min(named.size(), MOST_SHOWN))
                        .with(back));
    }

    private static Phrase names(List<Profile> people) {
        var lines = people.stream()
                .limit(MOST_SHOWN)
                .map(person -> Stream.of(person.name(), person.organisation())
                        .filter(known -> known != null)
                        .collect(Collectors.joining(", ", "• ", "")))
                .sorted()
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? phrase("announcement.no-names") : verbatim(lines);
    }
}
