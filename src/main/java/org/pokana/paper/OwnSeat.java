package org.pokana.paper;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumChoice;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** The seat a person asks a paper for: at the forum they name, else the only one they have, else one they choose. */
@Component
class OwnSeat {

    private final Forums forums;
    private final Registrations registrations;
    private final Clock clock;

    OwnSeat(Forums forums, Registrations registrations, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** A seat and its forum. */
    record Held(Forum forum, Registration registration) {}

    Optional<Held> meant(Talk talk) {
        if (!talk.opening().isBlank()) {
            return at(talk.opening().strip(), talk.with());
        }
        var all = all(talk.with());
        return all.size() < 2
                ? all.stream().findFirst()
                : at(
                        talk.ask(ForumChoice.among(all.stream().map(Held::forum).toList()))
                                .id(),
                        talk.with());
    }

    private Optional<Held> at(String forumId, ContactId who) {
        return all(who).stream()
                .filter(held -> held.forum().id().equals(forumId))
                .findFirst();
    }

    /** Of forums that are still to come, the next one first. */
    private List<Held> all(ContactId who) {
        return registrations.of(who).stream()
                .filter(Registration::isConfirmed)
                .flatMap(registration -> forums.find(registration.forum()).stream()
                        .filter(forum -> !forum.isCancelled() && !forum.isOver(clock.instant()))
                        .map(forum -> new Held(forum, registration)))
                .sorted(Comparator.comparing(held -> held.forum().starts()))
                .toList();
    }

    static Choice allForums() {
        return Choice.to(phrase("forum.back"), "forums").as(Tone.AWAY);
    }

    static Choice menu() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
