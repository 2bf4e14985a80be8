package org.pokana.announcement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Outbox;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.springframework.stereotype.Component;

/** Whom to call about an announcement: who did not get it, who may not have, and who has not said that they read it. */
@Component
public class CallList {

    private static final Set<State> NOT_ARRIVED = Set.of(State.FAILED, State.SUPERSEDED, State.EXPIRED);
    private static final List<State> ARRIVED_OR_NOT = List.of(State.SENT, State.UNCERTAIN, State.FAILED);

    private final Announcements announcements;
    private final Receipts receipts;
    private final Contacts contacts;
    private final Outbox outbox;
    private final PhoneNumbers numbers;

    CallList(Announcements announcements, Receipts receipts, Contacts contacts, Outbox outbox, PhoneNumbers numbers) {
        this.announcements = announcements;
        this.receipts = receipts;
        this.contacts = contacts;
        this.outbox = outbox;
        this.numbers = numbers;
    }

    /** Why somebody should be called, what is worst first. */
    public enum Why {
        BLOCKED,
        FAILED,
        UNSENT,
        UNCERTAIN,
        UNREAD
    }

    /**
     * @param channels by which they can be written to otherwise; none where they blocked us everywhere
     * @param phone the number they left, if they did
     */
    public record Call(
            Profile profile,
            Why why,
            List<String> channels,
            @Nullable PhoneNumber phone) {}

    /** Somebody who has not said that they read it, with the number they left, if they did. */
    record Silent(Profile profile, @Nullable PhoneNumber phone) {}

    /** Who got it, or may have, or should have, and has not said that they have read it. */
    List<Silent> unread(Announcement announcement) {
        var read = receipts.readers(announcement.id());
        var silent = outbox.of(announcement.cause(), ARRIVED_OR_NOT).stream()
                .map(Message::contact)
                .distinct()
                .filter(person -> !read.contains(person))
                .flatMap(person -> contacts.find(new ContactId(person)).stream())
                .toList();
        var left = numbers.of(silent.stream().map(Contact::key).toList());
        return silent.stream()
                .map(contact -> new Silent(contact.profile(), left.get(contact.key())))
                .toList();
    }

    /** Everybody to be called, what is worst first, then by name; none for an announcement that is not there. */
    public List<Call> of(String id) {
        return announcements.find(id).stream().flatMap(this::calls).toList();
    }

    private Stream<Call> calls(Announcement announcement) {
        var read = receipts.readers(announcement.id());
        Map<String, Message> worst = new HashMap<>();
        outbox.of(announcement.cause()).forEach(message -> worst.merge(message.contact(), message, CallList::worse));
        worst.keySet().removeAll(read);
        var left = numbers.of(worst.keySet());
        return worst.values().stream()
                .flatMap(message -> call(announcement, message, left.get(message.contact())).stream())
                .sorted((one, other) -> one.why() != other.why()
                        ? one.why().compareTo(other.why())
                        : name(one).compareToIgnoreCase(name(other)));
    }

    private static Message worse(Message one, Message other) {
        return one.state().worse(other.state()) == one.state() ? one : other;
    }

    private static String name(Call call) {
        var name = call.profile().name();
        return name == null ? "\uffff" : name;
    }

    private Optional<Call> call(Announcement announcement, Message message, @Nullable PhoneNumber phone) {
        return contacts.find(new ContactId(message.contact()))
                .flatMap(contact -> Optional.ofNullable(why(announcement, message, contact))
                        .map(why -> new Call(contact.profile(), why, open(contact), phone)));
    }

    /** Null where there is nothing to call about, or not yet. */
    private static @Nullable Why why(Announcement announcement, Message message, Contact contact) {
        if (NOT_ARRIVED.contains(message.state()) && !contact.opens(message.to())) {
            return Why.BLOCKED;
        }
        return switch (message.state()) {
            case FAILED -> Why.FAILED;
            case SUPERSEDED, EXPIRED -> contact.announcementsOff() ? null : Why.UNSENT;
            case UNCERTAIN -> Why.UNCERTAIN;
            case SENT -> announcement.terms().receipt() ? Why.UNREAD : null;
            default -> null;
        };
    }

    private static List<String> open(Contact contact) {
        return contact.reaches().stream()
                .filter(Contact.Reach::open)
                .map(reach -> reach.address().channel())
                .distinct()
                .toList();
    }
}
