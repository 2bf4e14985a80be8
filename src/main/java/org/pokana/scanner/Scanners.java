package org.pokana.scanner;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The phones at the door. Only hashes are kept, so that nobody who reads the store can open one. */
@Component
public class Scanners implements Remembers, Forgets, Fades {

    static final Duration LINK_WORKS = Duration.ofMinutes(30);
    static final Duration SESSION_LASTS = Duration.ofHours(14);

    private final MongoOperations store;
    private final Contacts contacts;
    private final Ids ids;
    private final Clock clock;

    public Scanners(MongoOperations store, Contacts contacts, Ids ids, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The token of a link that works once, and soon. */
    public String link(String forum, ContactId by) {
        var token = ids.next();
        var now = clock.instant();
        store.insert(new Scanner(hash(token), null, forum, by.value(), now, now.plus(SESSION_LASTS)));
        return token;
    }

    /** What the phone shows from now on; empty when the link was used or is too old. One write decides who was first. */
    public Optional<String> open(String token) {
        var session = ids.next();
        var unopened = where("_id")
                .is(hash(token))
                .and("session")
                .is(null)
                .and("madeAt")
                .gt(clock.instant().minus(LINK_WORKS));
        var opened = store.updateFirst(query(unopened), Update.update("session", hash(session)), Scanner.class);
        return opened.getModifiedCount() == 1 ? Optional.of(session) : Optional.empty();
    }

    /** Empty once its time is over, and as soon as whoever asked for it is no helper any more. */
    public Optional<Scanner> of(String session) {
        return Optional.ofNullable(store.findOne(query(where("session").is(hash(session))), Scanner.class))
                .filter(scanner -> clock.instant().isBefore(scanner.until()))
                .filter(scanner -> contacts.find(new ContactId(scanner.by()))
                        .filter(helper -> helper.may(Role.DOOR))
                        .isPresent());
    }

    @Override
    public String name() {
        return "scanners";
    }

    @Override
    public List<Map<String, Object>> of(ContactId contact, List<Address> addresses) {
        return store.find(query(where("by").is(contact.value())), Scanner.class).stream()
                .map(Scanners::plain)
                .toList();
    }

    private static Map<String, Object> plain(Scanner scanner) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("forum", scanner.forum());
        plain.put("madeAt", scanner.madeAt().toString());
        plain.put("opened", scanner.session() != null);
        return plain;
    }

    /** Their phones check nobody in any more. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(query(where("by").is(contact.value())), Scanner.class);
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("until").lt(before)), Scanner.class).getDeletedCount();
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
