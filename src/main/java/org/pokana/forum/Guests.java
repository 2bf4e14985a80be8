package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Profile;
import org.pokana.conversation.Spelling;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** People without a chat whom organizers registered. As they cannot ask to be forgotten, their names go by themselves. */
@Component
class Guests implements Fades {

    private final MongoOperations store;
    private final Forums forums;
    private final Registrations registrations;
    private final CallNumbers numbers;

    Guests(MongoOperations store, Forums forums, Registrations registrations, CallNumbers numbers) {
        this.store = store;
        this.forums = forums;
        this.registrations = registrations;
        this.numbers = numbers;
    }

    List<Registration> of(String forum) {
        return registrations.of(forum).stream().filter(Registration::isGuest).toList();
    }

    /** By what an organizer sees on a button: the number, or {@code w12} for a ticket of the waiting list. */
    Optional<Registration> find(String forum, String reference) {
        return of(forum).stream()
                .filter(guest -> reference(guest).equals(reference))
                .findFirst();
    }

    static String reference(Registration guest) {
        return guest.isWaiting() ? "w" + guest.waitSeq() : String.valueOf(guest.number());
    }

    void remove(Registration guest) {
        registrations.erase(guest.forum(), guest.contactId());
        numbers.remove(guest.forum(), guest.contactId());
    }

    /** Somebody else who is registered under the same name, in whichever spelling. */
    Optional<Registration> twin(Forum forum, ContactId guest, Profile profile) {
        return registrations.of(forum.id()).stream()
                .filter(other -> !other.contactId().equals(guest))
                .filter(other -> sameName(other.profile(), profile))
                .findFirst();
    }

    private static boolean sameName(Profile one, Profile other) {
        return one.name() != null
                && other.name() != null
                && Spelling.fold(one.name()).equals(Spelling.fold(other.name()));
    }

    /** They still count as people who were there. */
    @Override
    public long fade(Instant before) {
        return forums.all().stream()
                .filter(forum -> forum.ends().isBefore(before))
                .mapToLong(this::fade)
                .sum();
    }

    private long fade(Forum forum) {
        var named = where("forum")
                .is(forum.id())
                .and("contact")
                .gte(Registration.GUEST)
                .lt(Registration.AFTER_GUESTS)
                .and("profile.name")
                .ne(null);
        return store.updateMulti(query(named), Update.update("profile", Profile.UNKNOWN), Registration.class)
                .getModifiedCount();
    }
}
