package org.pokana.desk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who is signed in where. A session ends after a working day without use, after a week in any case, and with the role. */
@Component
public class DeskSessions {

    static final Duration IDLE = Duration.ofHours(8);

    /** So long any session lasts at most; the cookie, too. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration NOTED_EACH = Duration.ofMinutes(1);

    private final MongoOperations store;
    private final Contacts contacts;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public DeskSessions(MongoOperations store, Contacts contacts, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody who is signed in, as they are at this moment. */
    public record Organizer(Contact contact, String session) {

        public ContactId id() {
            return contact.id();
        }

        public boolean may(Role role) {
            return contact.may(role);
        }
    }

    /** What the browser has to show from now on. */
    public String open(Contact who, String device) {
        return open(who, device, "signed in");
    }

    /** @param how as the audit says it */
    String open(Contact who, String device, String how) {
        var token = ids.next();
        var now = clock.instant();
        store.insert(new DeskSession(Secret.hash(token), who.key(), device, now, now));
        audit.note(who.id(), how, device);
        return token;
    }

    /** Whether it is or was theirs, also after its time. */
    boolean was(String token, ContactId who) {
        return store.exists(query(where("_id").is(Secret.hash(token)).and("who").is(who.value())), DeskSession.class);
    }

    /** Empty once its time is over, it was ended, or the person is no organizer any more. */
    public Optional<Organizer> of(String token) {
        var now = clock.instant();
        return live(Secret.hash(token)).flatMap(session -> {
            var organizer = organizer(session);
            organizer.ifPresent(someone -> note(session, now));
            return organizer;
        });
    }

    /** The same for what stays open beside the pages, which does not count as use: empty once they are out. */
    public Optional<Organizer> still(Organizer organizer) {
        return live(organizer.session()).flatMap(this::organizer);
    }

    private Optional<DeskSession> live(String id) {
        var now = clock.instant();
        return Optional.ofNullable(store.findById(id, DeskSession.class)).filter(session -> isLive(session, now));
    }

    private Optional<Organizer> organizer(DeskSession session) {
        return contacts.find(new ContactId(session.who()))
                .filter(contact -> contact.may(Role.VIEWER))
                .map(contact -> new Organizer(contact, session.id()));
    }

    private static boolean isLive(DeskSession session, Instant now) {
        return now.isBefore(session.since().plus(LONGEST))
                && now.isBefore(session.lastSeen().plus(IDLE));
    }

    private void note(DeskSession session, Instant now) {
        if (!now.isBefore(session.lastSeen().plus(NOTED_EACH))) {
            store.updateFirst(query(where("_id").is(session.id())), Update.update("lastSeen", now), DeskSession.class);
        }
    }

    /** Those that still work, the one used last first. */
    public List<DeskSession> of(ContactId who) {
        var now = clock.instant();
        var theirs = query(where("who").is(who.value())).with(Sort.by(Sort.Order.desc("lastSeen")));
        return store.find(theirs, DeskSession.class).stream()
                .filter(session -> isLive(session, now))
                .toList();
    }

    /** Ends one of a person's own; somebody else's stays as it is. */
    public void end(ContactId who, String session) {
        store.remove(query(where("_id").is(session).and("who").is(who.value())), DeskSession.class);
    }

    /** Whosever it is, it is not used any more. */
    void leave(String token) {
        store.remove(query(where("_id").is(Secret.hash(token))), DeskSession.class);
    }

    void endAll(ContactId who) {
        store.remove(query(where("who").is(who.value())), DeskSession.class);
    }

    public void endOthers(Organizer organizer) {
        store.remove(
                query(where("who").is(organizer.id().value()).and("_id").ne(organizer.session())), DeskSession.class);
    }
}
