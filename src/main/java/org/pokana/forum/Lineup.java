package org.pokana.forum;

import static org.pokana.forum.Registration.Status.JOINING;
import static org.pokana.forum.Registration.Status.LAPSED;
import static org.pokana.forum.Registration.Status.OFFERED;
import static org.pokana.forum.Registration.Status.WAITLISTED;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Profile;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.ContactId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;

/** Who holds a seat of a forum and who stands in line for one, in their order. */
abstract class Lineup {

    private final MongoOperations store;
    private final Clock clock;

    Lineup(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<Registration> find(String forum, ContactId who) {
        return Optional.ofNullable(store.findById(Registration.id(forum, who), Registration.class));
    }

    /** Passes over those whom none of the free seats suits. */
    Optional<Registration> firstInLine(Shares shares) {
        var line = query(in(shares.forum().id(), WAITLISTED)).with(Sort.by("waitSeq"));
        if (!shares.areRuled()) {
            return Optional.ofNullable(store.findOne(line.limit(1), Registration.class));
        }
        try (var waiting = store.stream(line, Registration.class)) {
            return waiting.filter(shares::suit).findFirst();
        }
    }

    /** Counted only where it matters who has the seats. */
    Shares shares(Forum seen) {
        return new Shares(seen, seen.allotment() == null ? List.of() : holders(seen), clock.instant());
    }

    private List<Profile> holders(Forum seen) {
        var ids = seen.seats().stream()
                .map(who -> Registration.id(seen.id(), new ContactId(who)))
                .toList();
        var holders = query(where("_id").in(ids));
        holders.fields().include("profile");
        return store.find(holders, Organisations.OfProfile.class, "registrations").stream()
                .map(Organisations.OfProfile::profile)
                .toList();
    }

    List<Registration> in(String forum, List<Status> statuses) {
        return store.find(
                query(where("forum").is(forum).and("status").in(statuses)).with(Sort.by("status", "waitSeq", "_id")),
                Registration.class);
    }

    /** Also whoever may be in a moment, and whom no seat suits. */
    boolean anybodyInLine(String forum) {
        return store.exists(
                query(where("forum").is(forum).and("status").in(JOINING, LAPSED, WAITLISTED)), Registration.class);
    }

    /** Those for whom a seat is kept, and those who let theirs pass just now. */
    List<Registration> offers(String forum) {
        return store.find(
                query(where("forum").is(forum).and("status").in(OFFERED, LAPSED))
                        .with(Sort.by("waitSeq")),
                Registration.class);
    }

    List<Registration> waiting(String forum) {
        return store.find(query(in(forum, WAITLISTED)).with(Sort.by("waitSeq")), Registration.class);
    }

    private static Criteria in(String forum, Status status) {
        return where("forum").is(forum).and("status").is(status);
    }
}
