package org.pokana.change;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.forum.Cards;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Address;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * Puts a forum as it is now in the place of what people have in their chats of how it was: confirmations, reminders,
 * earlier notices and cards of the last two days, where the channel lets messages change.
 */
@Component
public class Refreshing {

    /** Older ones have scrolled away, and some services do not let them be changed. */
    private static final Duration RECENT = Duration.ofHours(48);

    private static final int MOST_A_PERSON = 5;

    private final Forums forums;
    private final Registrations registrations;
    private final Cards cards;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Channels channels;
    private final Words words;
    private final MongoOperations store;
    private final Clock clock;

    Refreshing(
            Forums forums,
            Registrations registrations,
            Cards cards,
            Contacts contacts,
            Outbox outbox,
            Channels channels,
            Words words,
            MongoOperations store,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.cards = cards;
        this.contacts = contacts;
        this.outbox = outbox;
        this.channels = channels;
        this.words = words;
        this.store = store;
        this.clock = clock;
    }

    /** One version of a forum that has taken the place of the ones before in everybody's chat. */
    @Document("refreshed")
    record Refreshed(@Id String id, Instant at) {}

    /** To be called every few seconds, by any instance: the edits have ids of their own. */
    public void refresh() {
        var since = clock.instant().minus(RECENT);
        forums.all().stream()
                .filter(forum -> forum.version() > 1 && forum.changedAt().isAfter(since))
                .filter(forum -> forum.told().version() == forum.version())
                .filter(forum -> store.findById(id(forum), Refreshed.class) == null)
                .forEach(this::refresh);
    }

    static String id(Forum forum) {
        return forum.id() + ":" + forum.version();
    }

    private void refresh(Forum forum) {
        registrations.of(forum.id()).stream()
                .filter(registration -> !registration.isGuest())
                .forEach(registration -> contacts.find(registration.contactId())
                        .ifPresent(contact -> refresh(forum, registration, contact)));
        store.save(new Refreshed(id(forum), clock.instant()));
    }

    private void refresh(Forum forum, Registration registration, Contact contact) {
        var at = contact.address().filter(this::isEditable);
        if (at.isEmpty()) {
            return;
        }
        var old = shown(at.get(), forum.changedAt().minus(RECENT)).stream()
                .filter(message -> message.putAt().isBefore(forum.changedAt()))
                .filter(message -> isOutdated(message, forum, contact))
                .sorted(comparing(Message::putAt).reversed())
                .limit(MOST_A_PERSON)
                .toList();
        if (!old.isEmpty()) {
            var now = words.content(cards.of(forum, registration.contactId()).thatLasts(), contact.language());
            outbox.put(old.stream()
                    .map(message -> post(forum, contact, at.get(), message, now))
                    .toList());
        }
    }

    private boolean isEditable(Address at) {
        return channels.of(at).map(Channel.Editable.class::isInstance).orElse(false);
    }

    /** What stands in the chat: of a message that was changed only what it says now. */
    private Collection<Message> shown(Address at, Instant since) {
        var byReceipt = new LinkedHashMap<String, Message>();
        outbox.arrived(at, since).stream()
                .sorted(comparing(
                        message -> Optional.ofNullable(message.settledAt()).orElse(Instant.MIN)))
                .forEach(message -> {
                    if (message.receipt() != null) {
                        byReceipt.put(message.receipt(), message);
                    }
                });
        return byReceipt.values();
    }

    /** It leads to the forum and says of it when it is, but not as it is now. */
    private boolean isOutdated(Message message, Forum forum, Contact contact) {
        if (!(message.content() instanceof Content.Text text) || text.moments().isEmpty() || !leadsTo(forum, text)) {
            return false;
        }
        boolean sameTime =
                text.moments().stream().anyMatch(moment -> moment.at().equals(forum.starts()));
        boolean samePlace = text.text().contains(forum.venue().name().in(contact.language()));
        return forum.isCancelled() || !sameTime || !samePlace;
    }

    private static boolean leadsTo(Forum forum, Content.Text text) {
        return text.buttons().stream()
                .map(button -> button.pick().split(" "))
                .anyMatch(pick -> pick[0].startsWith("/") && pick.length > 1 && pick[1].equals(forum.id()));
    }

    private Post post(Forum forum, Contact contact, Address at, Message old, Content now) {
        return Post.of(
                        "now:" + id(forum) + ":" + old.id(),
                        contact.id(),
                        at,
                        Lane.REMINDER,
                        now,
                        "now:" + id(forum),
                        clock.instant())
                .amending(old.id())
                .notAfter(clock.instant().plus(RECENT));
    }
}
