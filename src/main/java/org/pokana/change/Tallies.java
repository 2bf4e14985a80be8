package org.pokana.change;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.forum.Registration.Status;
import org.pokana.forum.Registrations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Counts who has understood the latest change of a forum among those who knew it as it was. */
@Component
public class Tallies {

    private final MongoOperations store;
    private final Registrations registrations;
    private final Acknowledgements acknowledgements;

    Tallies(MongoOperations store, Registrations registrations, Acknowledgements acknowledgements) {
        this.store = store;
        this.registrations = registrations;
        this.acknowledgements = acknowledgements;
    }

    /** Whether people were told of a change that they can say they have understood. */
    public boolean counts(Forum forum) {
        return forum.version() > 1 && forum.told().version() == forum.version();
    }

    public Tally of(Forum forum) {
        var concerned = registrations.of(forum.id()).stream()
                .filter(registration -> registration.registeredAt().isBefore(forum.changedAt()))
                .toList();
        var understood = acknowledgements.of(forum);
        var missing = concerned.stream()
                .filter(registration -> !understood.contains(registration.contact()))
                .toList();
        int people = (int) concerned.stream()
                .filter(registration -> !registration.isGuest())
                .count();
        return new Tally(people, concerned.size() - missing.size(), left(forum), missing);
    }

    private int left(Forum forum) {
        var since = where("forum").is(forum.id()).and("status").is(Status.CANCELLED);
        return (int) store.find(query(since), Registration.class).stream()
                .filter(registration -> registration.registeredAt().isBefore(forum.changedAt())
                        && registration.changedAt().isAfter(forum.changedAt()))
                .count();
    }
}
