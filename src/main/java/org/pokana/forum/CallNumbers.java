package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.ContactId;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.pokana.phone.StillNeeded;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** By which number the people of a forum can be called: their own, or the one that was noted with a guest. For organizers only. */
@Component
public class CallNumbers implements StillNeeded {

    private final MongoOperations store;
    private final Forums forums;
    private final PhoneNumbers numbers;

    public CallNumbers(MongoOperations store, Forums forums, PhoneNumbers numbers) {
        this.store = store;
        this.forums = forums;
        this.numbers = numbers;
    }

    /** Of those who left one, by contact. */
    public Map<String, PhoneNumber> of(String forum, Collection<String> contacts) {
        var left = numbers.of(
                contacts.stream().map(contact -> whose(forum, contact)).toList());
        var found = new HashMap<String, PhoneNumber>();
        for (String contact : contacts) {
            var number = left.get(whose(forum, contact));
            if (number != null) {
                found.put(contact, number);
            }
        }
        return found;
    }

    /** @param people of one forum */
    public Map<String, PhoneNumber> of(List<Registration> people) {
        return people.isEmpty()
                ? Map.of()
                : of(
                        people.get(0).forum(),
                        people.stream().map(Registration::contact).toList());
    }

    /** A guest is one at their forum only. */
    private static String whose(String forum, String contact) {
        return Registration.isGuestsId(contact) ? Registration.id(forum, new ContactId(contact)) : contact;
    }

    /** What an organizer noted with a guest, if they did and the guest is registered. */
    void note(String forum, ContactId guest, @Nullable PhoneNumber number) {
        var registered =
                where("_id").is(Registration.id(forum, guest)).and("status").in(Registration.ACTIVE);
        if (number != null && store.exists(query(registered), Registration.class)) {
            numbers.keep(whose(forum, guest.value()), number);
        }
    }

    void remove(String forum, ContactId guest) {
        numbers.remove(whose(forum, guest.value()));
    }

    @Override
    public Set<String> since(Instant moment, Collection<String> whose) {
        var later = forums.all().stream()
                .filter(forum -> !forum.ends().isBefore(moment))
                .map(Forum::id)
                .toList();
        var needed = new HashSet<String>();
        for (String field : List.of("_id", "contact")) {
            var theirs = query(registered(later).and(field).in(whose));
            store.find(theirs, Registration.class).forEach(registration -> {
                needed.add(registration.id());
                needed.add(registration.contact());
            });
        }
        return needed;
    }

    private static Criteria registered(List<String> forums) {
        return where("forum").in(forums).and("status").ne(Status.CANCELLED);
    }
}
