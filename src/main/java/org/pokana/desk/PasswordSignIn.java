package org.pokana.desk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Tells who it is that knows a name, its password and a code; whatever of it is wrong, the answer is the same and takes as long. */
@Component
public class PasswordSignIn {

    private final MongoOperations store;
    private final Contacts contacts;
    private final SlowHash slow;
    private final Tries tries;
    private final DeskNotices notices;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    PasswordSignIn(
            MongoOperations store,
            Contacts contacts,
            SlowHash slow,
            Tries tries,
            DeskNotices notices,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.slow = slow;
        this.tries = tries;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Entered {

        record By(Contact who) implements Entered {}

        record Wrong() implements Entered {}

        /** The name was tried too often, whether or not it is anybody's. */
        record Later(Duration left) implements Entered {}
    }

    public Entered enter(String name, String password, String code) {
        var called = DeskPasswords.compared(name);
        var counted = tries.count(called);
        if (counted.refused()) {
            return new Entered.Later(counted.left());
        }
        var found = store.findOne(query(where("name").is(called)), DeskPassword.class);
        var who = isRight(found, password, code);
        if (who.isPresent()) {
            tries.forget(called);
            return new Entered.By(who.get());
        }
        if (counted.last() && found != null) {
            tellOfTries(new ContactId(found.id()));
        }
        return new Entered.Wrong();
    }

    /** Both slow steps are always taken: else the time would tell which names there are, or that the password was right. */
    private Optional<Contact> isRight(@Nullable DeskPassword found, String password, String code) {
        var checked = found == null ? nobody() : found;
        var tried = SlowHash.takes(password) ? password : "";
        boolean matches = slow.isOf(tried, checked.hash());
        var secret = Locked.open(slow.key(tried, checked.salt()), checked.secret(), checked.id());
        if (found == null || !matches || secret.isEmpty()) {
            return Optional.empty();
        }
        return contacts.find(new ContactId(found.id()))
                .filter(contact -> contact.may(Role.VIEWER))
                .filter(contact -> isUsedUp(found.id(), secret.get(), code));
    }

    private DeskPassword nobody() {
        var now = Instant.EPOCH;
        return new DeskPassword("", "", slow.ofNobody(), slow.saltOfNobody(), "A".repeat(48), 0, List.of(), now, now);
    }

    /** The one write that takes the code away decides who was first. */
    private boolean isUsedUp(String id, byte[] secret, String code) {
        var now = clock.instant();
        var step = OneTimeCode.step(secret, DeskPasswords.digits(code), now);
        if (step.isPresent()) {
            var unused = where("_id").is(id).and("lastStep").lt(step.getAsLong());
            var used = Update.update("lastStep", step.getAsLong()).set("lastUsed", now);
            return store.updateFirst(query(unused), used, DeskPassword.class).getModifiedCount() == 1;
        }
        var spare = SpareCodes.kept(id, code);
        var left = where("_id").is(id).and("spare").is(spare);
        var used = new Update().pull("spare", spare).set("lastUsed", now);
        boolean one = store.updateFirst(query(left), used, DeskPassword.class).getModifiedCount() == 1;
        if (one) {
            audit.note(ids.next(), new ContactId(id), "used a recovery code");
        }
        return one;
    }

    private void tellOfTries(ContactId who) {
        audit.note(ids.next(), who, "was guessed at");
        notices.guessedAt(who);
    }
}
