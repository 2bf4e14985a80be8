package org.pokana.organizer;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.pokana.audit.Audit;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Links that give somebody a role: unguessable, for one person and one day. */
@Component
class Invitations {

    private static final Duration LIFE = Duration.ofHours(24);

    private final MongoOperations store;
    private final Contacts contacts;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Invitations(MongoOperations store, Contacts contacts, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of opening a link. */
    enum Opened {
        WELCOME,
        WELCOME_AT_THE_DOOR,
        WELCOME_TO_LOOK,
        /** The inviter tried it out; it still works for the colleague. */
        OWN,
        USED_ALREADY,
        TOO_LATE,
        UNKNOWN
    }

    /** The token for the first owner of all; the one of an earlier start stops working. */
    String forTheFirstOwner() {
        return keep(Invitation.OF_THE_START, Role.OWNER, "");
    }

    /** Once somebody organizes, no link of a start may make anybody else the owner. */
    void withdrawFirstOwners() {
        store.remove(
                query(where("_id").is(Invitation.OF_THE_START).and("openedBy").is(null)), Invitation.class);
    }

    /** The token for a colleague who is to organize. */
    String from(ContactId inviter) {
        return from(inviter, Role.ORGANIZER);
    }

    /** The token for somebody who only helps at the door. */
    String toTheDoor(ContactId inviter) {
        return from(inviter, Role.DOOR);
    }

    /** The token for somebody who may look at the numbers, such as a funder. */
    String toLook(ContactId inviter) {
        return from(inviter, Role.VIEWER);
    }

    String from(ContactId inviter, Role role) {
        var id = ids.next();
        audit.note(
                "invite:" + id,
                inviter,
                switch (role) {
                    case OWNER -> "invited an owner";
                    case ORGANIZER -> "invited an organizer";
                    case DOOR -> "invited a helper to the door";
                    case VIEWER -> "invited somebody to look";
                });
        return keep(id, role, inviter.value());
    }

    /** Those that still work, the one that ends first at the top; not that of the start, which is nobody's. */
    List<Invitation> unopened() {
        var unopened = where("openedBy")
                .is(null)
                .and("until")
                .gt(clock.instant())
                .and("by")
                .ne("");
        return store.find(query(unopened).with(Sort.by("until", "_id")), Invitation.class);
    }

    /** Whether it was there and not opened yet. */
    boolean callBack(String id) {
        var unopened = where("_id").is(id).and("openedBy").is(null).and("by").ne("");
        return store.remove(query(unopened), Invitation.class).getDeletedCount() > 0;
    }

    /** Who may no longer invite has invited nobody. */
    void callBackAllOf(ContactId inviter) {
        store.remove(query(where("by").is(inviter.value()).and("openedBy").is(null)), Invitation.class);
    }

    private String keep(String id, Role role, String by) {
        var token = ids.next();
        store.save(new Invitation(id, hash(token), role, by, clock.instant().plus(LIFE), null, null));
        return token;
    }

    /** Opening it again is the same person's right, so that nothing is lost when an answer is repeated. */
    Opened open(String token, ContactId opener) {
        var now = clock.instant();
        var unopened = where("tokenHash").is(hash(token)).and("openedBy").is(null);
        unopened.and("until").gt(now).and("by").ne(opener.value());
        var mine = Update.update("openedBy", opener.value()).set("openedAt", now);
        store.updateFirst(query(unopened), mine, Invitation.class);

        var invitation = store.findOne(query(where("tokenHash").is(hash(token))), Invitation.class);
        return invitation == null ? Opened.UNKNOWN : opened(invitation, opener);
    }

    private Opened opened(Invitation invitation, ContactId opener) {
        if (invitation.by().equals(opener.value())) {
            return Opened.OWN;
        }
        if (invitation.openedBy() != null && !invitation.openedBy().equals(opener.value())) {
            return Opened.USED_ALREADY;
        }
        if (!clock.instant().isBefore(invitation.until())) {
            return Opened.TOO_LATE;
        }
        contacts.grant(opener, invitation.role());
        audit.note("grant:" + invitation.id() + ":" + invitation.tokenHash(), opener, "became " + invitation.role());
        return switch (invitation.role()) {
            case DOOR -> Opened.WELCOME_AT_THE_DOOR;
            case VIEWER -> Opened.WELCOME_TO_LOOK;
            default -> Opened.WELCOME;
        };
    }

    /** Found by its hash, so the time it takes to answer says nothing about the token. */
    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
