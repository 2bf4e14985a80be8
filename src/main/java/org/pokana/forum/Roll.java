package org.pokana.forum;

import static org.pokana.forum.Registration.Status.CONFIRMED;
import static org.pokana.forum.Registration.Status.LAPSED;
import static org.pokana.forum.Registration.Status.WAITLISTED;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.ContactId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** Everybody of a forum, as the documents say it at this moment. */
abstract class Roll {

    private final MongoOperations store;
    private final Book book;
    private final Ranks ranks;

    Roll(MongoOperations store, Counter counter) {
        this.store = store;
        this.book = counter.book();
        this.ranks = counter.ranks();
    }

    /** Those who hold a seat, then those who wait for one in their order. */
    public List<Registration> of(String forumId) {
        return book.in(forumId, Registration.ACTIVE);
    }

    /** Those who wait for a seat, in their order; read without those who have one, as they may be thousands. */
    List<Registration> line(String forumId) {
        return book.in(forumId, List.of(WAITLISTED, LAPSED));
    }

    /** Cancelled ones too. */
    public List<Registration> everOf(ContactId who) {
        return store.find(query(where("contact").is(who.value())), Registration.class);
    }

    /** Who has a seat; not those for whom one is only kept. */
    public List<ContactId> seated(Forum forum) {
        var asked = book.offers(forum.id()).stream().map(Registration::contact).collect(Collectors.toSet());
        return forum.seats().stream()
                .filter(who -> !asked.contains(who))
                .map(ContactId::new)
                .toList();
    }

    /** Close the stream when done. */
    public Stream<Registration> confirmed(String forumId) {
        return store.stream(confirmedIn(forumId), Registration.class);
    }

    /** The next holders of a seat after the given registration id: a cursor that resumes. */
    public List<Registration> confirmedAfter(String forumId, @Nullable String id, int most) {
        var next = confirmedIn(forumId).with(Sort.by("_id")).limit(most);
        if (id != null) {
            next.addCriteria(where("_id").gt(id));
        }
        return store.find(next, Registration.class);
    }

    private static Query confirmedIn(String forumId) {
        return query(where("forum").is(forumId).and("status").is(CONFIRMED));
    }

    /** Those who hold a seat and were checked in. */
    public List<Registration> attended(String forumId) {
        return store.find(confirmedIn(forumId).addCriteria(where("checkedInAt").ne(null)), Registration.class);
    }

    public int waiting(String forumId) {
        return (int) store.count(query(where("forum").is(forumId).and("status").is(WAITLISTED)), Registration.class);
    }

    /** Where somebody stands in line, counted from 1. */
    public int position(Registration waiting) {
        return ranks.of(waiting);
    }
}
