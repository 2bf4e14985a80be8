package org.pokana.desk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Links;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Links to the desk: unguessable, for one person, for ten minutes, and used up by the first press of a button. */
@Component
public class DeskLinks {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration FIRST_LIFE = Duration.ofHours(24);

    /** Where a link leads on the site, before its token. */
    public static final String PAGE = "desk/in/";

    private final MongoOperations store;
    private final Contacts contacts;
    private final Links links;
    private final Ids ids;
    private final Clock clock;

    public DeskLinks(MongoOperations store, Contacts contacts, Links links, Ids ids, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of using a link. */
    public sealed interface Used {

        record By(Contact who) implements Used {}

        /** The link of the first start, which waits for its owner and still works. */
        record NoOwnerYet() implements Used {}

        record Never() implements Used {}
    }

    /** The link for an organizer, in the place of any before. */
    String forOne(ContactId who) {
        return keep(who.value(), LIFE);
    }

    /** The link of the first start, which signs in whoever became the owner by the other one. */
    public String forTheFirstOwner() {
        return keep(DeskLink.OF_THE_START, FIRST_LIFE);
    }

    /** Once somebody organizes, no link of a start opens anything. */
    public void withdrawFirst() {
        store.remove(query(where("_id").is(DeskLink.OF_THE_START)), DeskLink.class);
    }

    void withdraw(ContactId who) {
        store.remove(query(where("_id").is(who.value())), DeskLink.class);
    }

    private String keep(String id, Duration life) {
        var token = ids.next();
        store.save(new DeskLink(id, Secret.hash(token), clock.instant().plus(life)));
        return links.page(PAGE + token);
    }

    /** The one write that takes the link away decides who was first. */
    public Used use(String token) {
        var valid = query(where("tokenHash").is(Secret.hash(token)).and("until").gt(clock.instant()));
        var found = store.findOne(valid, DeskLink.class);
        if (found == null) {
            return new Used.Never();
        }
        boolean first = found.id().equals(DeskLink.OF_THE_START);
        var who = first ? onlyOwner() : contacts.find(new ContactId(found.id()));
        if (first && who.isEmpty()) {
            return new Used.NoOwnerYet();
        }
        return who.filter(contact -> contact.may(Role.VIEWER))
                .filter(contact -> isTaken(valid))
                .<Used>map(Used.By::new)
                .orElseGet(Used.Never::new);
    }

    private boolean isTaken(Query valid) {
        return store.findAndRemove(valid, DeskLink.class) != null;
    }

    private Optional<Contact> onlyOwner() {
        try (var owners = contacts.withRole(Role.OWNER)) {
            var some = owners.limit(2).toList();
            return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
        }
    }
}
