package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.faq.Editing;
import org.pokana.faq.Version;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/**
 * Asks whoever looks after an answer, once its check is too long ago, whether it is still true: by day, and for all that
 * became due together in one message. Once each: what stands in the outbox under its id does not go again.
 */
@Component
public class AskingWhetherTrue {

    private static final int FITS = 300;

    private final Editing editing;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final AnswersSettings settings;
    private final Clock clock;

    AskingWhetherTrue(
            Editing editing, Contacts contacts, Outbox outbox, Words words, AnswersSettings settings, Clock clock) {
        this.editing = editing;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    public void askDue() {
        if (QuietHours.morningAfter(clock.instant(), settings.zone()).isPresent()) {
            return;
        }
        var due = editing.unasked();
        var team = due.isEmpty() ? List.<Contact>of() : team();
        if (team.isEmpty()) {
            return; // whoever becomes an organizer will be asked
        }
        var byReader = new LinkedHashMap<Contact, List<Version>>();
        for (var version : due) {
            readers(version, team).forEach(reader -> byReader.merge(reader, List.of(version), AskingWhetherTrue::and));
        }
        outbox.put(byReader.entrySet().stream()
                .flatMap(each -> each.getKey().address().stream().map(to -> post(each.getKey(), to, each.getValue())))
                .toList());
        due.forEach(version -> editing.asked(version.entry().id()));
    }

    private List<Contact> team() {
        try (var owners = contacts.withRole(Role.OWNER);
                var organizers = contacts.withRole(Role.ORGANIZER)) {
            return Stream.concat(owners, organizers)
                    .distinct()
                    .filter(contact -> contact.address().isPresent())
                    .toList();
        }
    }

    /** Whoever wrote it, if they are still on the team and can be reached; otherwise everybody. */
    private static List<Contact> readers(Version version, List<Contact> team) {
        var author = team.stream()
                .filter(contact -> version.by().map(contact.id()::equals).orElse(false))
                .toList();
        return author.isEmpty() ? team : author;
    }

    private static List<Version> and(List<Version> some, List<Version> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Post post(Contact reader, Address to, List<Version> due) {
        var first = due.get(0);
        var entry = first.entry();
        var line = Line.of(phrase(
                        "entry_review.invitation",
                        due.size(),
                        entry.label(),
                        Short.of(entry.answer().in(reader.language()), FITS)))
                .with(ReviewAnswer.choices(first, reader.language()))
                .with(Choice.to(phrase("answers.to-review", due.size()), "answers", "review"), ForTheTeam.menu())
                .thatLasts();
        var id = "review:" + entry.id() + ":" + entry.checked().orElseThrow() + ":" + reader.id();
        return Post.of(
                id,
                reader.id(),
                to,
                Lane.REMINDER,
                words.content(line, reader.language()),
                "review:" + entry.id(),
                clock.instant());
    }
}
