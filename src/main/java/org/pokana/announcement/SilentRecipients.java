package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.announcement.CallList.Silent;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Facts;
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
        var named = silent.stream().filter(SilentRecipients::isNamed).toList();
        return talk.end(
                talk.line("list", silent.size(), names(named), silent.size() - Math.min(named.size(), MOST_SHOWN))
                        .with(back));
    }

    /** Or can be called at least. */
    private static boolean isNamed(Silent person) {
        return person.profile().name() != null || person.phone() != null;
    }

    private static Phrase names(List<Silent> people) {
        return people.isEmpty()
                ? phrase("announcement.no-names")
                : Facts.lines(people.stream()
                        .limit(MOST_SHOWN)
                        .sorted(Comparator.comparing(SilentRecipients::who))
                        .map(SilentRecipients::line));
    }

    private static Phrase line(Silent person) {
        var who = who(person);
        return phrase(
                "announcement.to-call",
                who.isEmpty() ? phrase("announcement.nameless") : verbatim(who),
                number(person));
    }

    private static String who(Silent person) {
        return Stream.of(person.profile().name(), person.profile().organisation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static Phrase number(Silent person) {
        var phone = person.phone();
        return phone == null ? phrase("phone.none") : verbatim(phone.shown());
    }
}
