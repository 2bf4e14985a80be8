package org.pokana.organizer;

import static org.pokana.kernel.Phrase.phrase;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.State;
import org.springframework.stereotype.Component;

/** Sums up what did not arrive, without showing to one what was said to another. */
@Component
public class Losses {

    private static final int MOST_NAMES = 10;
    private static final int EXCERPT = 40;

    private final Contacts contacts;

    Losses(Contacts contacts) {
        this.contacts = contacts;
    }

    /** What a message was, in the order of how much it matters that somebody misses it. */
    enum Kind {
        SEAT,
        CHANGE,
        REMINDER,
        REPLY,
        ANNOUNCEMENT,
        OTHER;

        static Kind of(Message message) {
            if (message.lane() != Lane.REMINDER) {
                return message.lane() == Lane.REPLY ? REPLY : ANNOUNCEMENT;
            }
            return switch (message.id().split(":", 2)[0]) {
                case "seat", "took-over", "admitted" -> SEAT;
                case "chg" -> CHANGE;
                case "rem" -> REMINDER;
                default -> OTHER;
            };
        }
    }

    /** A line for each kind there is, with how many failed and of how many nobody knows. */
    public List<Phrase> byKind(List<Message> all) {
        var byKind = all.stream()
                .collect(Collectors.groupingBy(Kind::of, () -> new EnumMap<>(Kind.class), Collectors.toList()));
        return byKind.entrySet().stream()
                .map(kind -> line(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static Phrase line(Kind kind, List<Message> messages) {
        long uncertain = messages.stream()
                .filter(message -> message.state() == State.UNCERTAIN)
                .count();
        var line = phrase("undelivered.line", kind.name(), messages.size() - uncertain, uncertain);
        return kind == Kind.ANNOUNCEMENT ? phrase("undelivered.saying", line, excerpt(messages.get(0))) : line;
    }

    /** Only of what was for many. */
    private static String excerpt(Message announcement) {
        var text = announcement.content() instanceof Content.Text words ? words.text() : "";
        var line = text.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(EXCERPT, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }

    /** By name as far as they told us theirs. */
    public Phrase people(List<Message> all) {
        var ids = all.stream().map(Message::contact).distinct().toList();
        var names = ids.stream()
                .map(id -> contacts.find(new ContactId(id)).flatMap(Losses::name))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .limit(MOST_NAMES)
                .toList();
        return names.isEmpty()
                ? phrase("undelivered.nameless", ids.size())
                : phrase("undelivered.people", String.join(", ", names), ids.size() - names.size());
    }

    private static Optional<String> name(Contact contact) {
        return Optional.ofNullable(contact.profile().name())
                .filter(name -> !contact.consents().isEmpty());
    }
}
