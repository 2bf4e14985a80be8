package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Channels;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;

/** Forums and their registrations on a store of their own; it is the first of February 2027. */
public final class ForumKit implements AutoCloseable {

    private static final Words WORDS = Words.read(Optional.empty());

    public final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    public final TestStore store;
    public final Contacts contacts;
    public final Outbox outbox;
    public final Forums forums;
    public final Registrations registrations;
    final Delegations delegations;
    private final AtomicInteger ids = new AtomicInteger();

    public ForumKit(Forum... there) {
        this(TestStore.inMemory(documents()), there);
    }

    ForumKit(TestStore store, Forum... there) {
        this.store = store;
        contacts = new Contacts(mongo(), () -> "id" + ids.incrementAndGet(), clock);
        outbox = new Outbox(mongo(), clock, new Channels(List.of()));
        forums = new Forums(mongo(), clock);
        registrations = registrations(mongo(), WORDS);
        delegations = delegations(mongo());
        List.of(there).forEach(forums::add);
    }

    static Class<?>[] documents() {
        return new Class<?>[] {Forum.class, Registration.class, Contact.class, MessagingKit.documents()[0]};
    }

    /** The same registrations through another door to the store. */
    Registrations registrations(MongoOperations through, Words words) {
        var over = new Forums(through, clock);
        return new Registrations(through, over, new Notices(outbox, contacts, words, clock), clock);
    }

    Delegations delegations(MongoOperations through) {
        return new Delegations(through, new Forums(through, clock), new Notices(outbox, contacts, WORDS, clock), clock);
    }

    public MongoOperations mongo() {
        return store.mongo();
    }

    /** Somebody who can be written to. */
    public ContactId person(String name) {
        return contacts.meet(new Address("webchat", name), Locale.forLanguageTag("bg"))
                .id();
    }

    public Seating register(String forum, ContactId who) {
        return registrations.register(forum, who, profile(who.value()));
    }

    public static Profile profile(String name) {
        return new Profile("ngo", "haskovo", "Сдружение", name);
    }

    /** The seat kept for somebody becomes theirs. */
    public Seating accept(String forum, ContactId who) {
        return registrations.accept(forum, who).orElseThrow();
    }

    public Forum forum(String id) {
        return forums.find(id).orElseThrow();
    }

    /** Every seat is somebody's or kept for somebody, who knows of it, and nobody waits while a seat is free. */
    void agree(String forumId) {
        var forum = forum(forumId);
        var confirmed = registrations.of(forumId).stream()
                .filter(registration -> registration.isConfirmed() || registration.isOffered())
                .map(Registration::contact)
                .toList();
        assertThat(forum.seats())
                .as("seats of " + forumId)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(confirmed);
        if (forum.freeSeats() > 0) {
            var shares = new Book(mongo(), clock).shares(forum);
            assertThat(registrations.of(forumId))
                    .filteredOn(Registration::isWaiting)
                    .as("waiting although a seat is free that suits them")
                    .noneMatch(shares::suit);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
