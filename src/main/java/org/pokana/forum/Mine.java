package org.pokana.forum;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** The registrations of the person who is talking. */
@Component
class Mine {

    private final Forums forums;
    private final Registrations registrations;
    private final Meaning meaning;
    private final Clock clock;

    Mine(Forums forums, Registrations registrations, Meaning meaning, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.meaning = meaning;
        this.clock = clock;
    }

    /** A registration and its forum. */
    record Held(Forum forum, Registration registration) {}

    /** What is not over, the next one first; cancelled forums too. */
    List<Held> upcoming(ContactId who) {
        return registrations.of(who).stream()
                .flatMap(registration -> forums.find(registration.forum()).stream()
                        .filter(forum -> !forum.isOver(clock.instant()))
                        .map(forum -> new Held(forum, registration)))
                .sorted(Comparator.comparing(held -> held.forum().starts()))
                .toList();
    }

    /** The one that the talk was opened for, held or cancelled. */
    Optional<Held> meant(Talk talk) {
        return named(talk)
                .flatMap(forum ->
                        registrations.find(forum.id(), talk.with()).map(registration -> new Held(forum, registration)));
    }

    /**
     * Opens the flow again for one registration: the only one, or the one the person chooses. Whoever named a forum
     * they are not registered for sees how that one stands, and is asked about no other.
     */
    Ending which(Talk talk, String flow) {
        var named = named(talk);
        if (named.isPresent()) {
            return talk.goOnWith("forum", named.get().id());
        }
        var held = upcoming(talk.with()).stream()
                .map(Held::forum)
                .filter(forum -> !forum.isCancelled())
                .toList();
        if (held.isEmpty()) {
            return talk.end(talk.line("none").with(Facts.all()));
        }
        var meant = held.size() == 1 ? held.get(0) : talk.ask(new WhichForum(held, id -> one(id, held), meaning));
        return talk.goOnWith(flow, meant.id());
    }

    private Optional<Forum> named(Talk talk) {
        return forums.find(talk.opening().split(" ", 2)[0]);
    }

    private static Optional<Forum> one(String id, List<Forum> forums) {
        return forums.stream().filter(forum -> forum.id().equals(id)).findFirst();
    }
}
