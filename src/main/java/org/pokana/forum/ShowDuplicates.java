package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Duplicates.Pair;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** For organizers: who may be registered twice, two at a time, and a tap that makes them one. */
@Component
class ShowDuplicates implements Flow {

    private static final String MERGE = "merge";
    private static final String UNDO = "undo";

    private final Planned planned;
    private final Forums forums;
    private final Registrations registrations;
    private final Duplicates duplicates;

    ShowDuplicates(Planned planned, Forums forums, Registrations registrations, Duplicates duplicates) {
        this.planned = planned;
        this.forums = forums;
        this.registrations = registrations;
        this.duplicates = duplicates;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    /** {@code haskovo}, {@code haskovo 2} for the second pair, {@code haskovo merge 4 7}, {@code haskovo undo 7}. */
    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().strip().split("\\s+");
        var forum = planned.meant(talk, opening[0]).orElse(null);
        if (forum == null || !planned.isToCome(forum)) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        if (opening.length == 4 && opening[1].equals(MERGE)) {
            return merge(talk, forum, opening[2], opening[3]);
        }
        if (opening.length == 3 && opening[1].equals(UNDO) && opening[2].matches("\\d{1,9}")) {
            return undo(talk, forum, Long.parseLong(opening[2]));
        }
        return show(talk, forum, opening.length > 1 ? opening[1] : "");
    }

    private Ending show(Talk talk, Forum forum, String which) {
        var pairs = duplicates.likely(forum.id());
        if (pairs.isEmpty()) {
            return talk.end(talk.line("empty", forum.title())
                    .with(Choice.to("guests", forum.id()), Choice.to("forum_numbers"), Facts.menu()));
        }
        int at = which.matches("[1-9]\\d{0,3}") ? (Integer.parseInt(which) - 1) % pairs.size() : 0;
        var pair = pairs.get(at);
        var choices = new ArrayList<Choice>();
        choices.add(Choice.to(
                        phrase("duplicates.merge"),
                        name(),
                        forum.id(),
                        MERGE,
                        Guests.reference(pair.once()),
                        Guests.reference(pair.twice()))
                .as(Tone.GOOD));
        if (pairs.size() > 1) {
            choices.add(Choice.to(phrase("duplicates.next"), name(), forum.id(), String.valueOf(at + 2)));
        }
        return talk.end(talk.line(
                        "pair",
                        forum.title(),
                        pairs.size(),
                        Facts.lines(List.of(pair.once(), pair.twice()).stream().map(ShowDuplicates::described)))
                .with(choices)
                .with(Choice.to("guests", forum.id()), Facts.menu()));
    }

    private static Phrase described(Registration registration) {
        var how = registration.isConfirmed() ? "seat" : registration.isOffered() ? "asked" : "waiting";
        return phrase(
                "duplicates.item",
                Boards.name(registration),
                Boards.organisation(registration),
                how,
                registration.number(),
                registration.isGuest() ? "guest" : "chat");
    }

    private Ending merge(Talk talk, Forum forum, String once, String twice) {
        var pair = pair(forum, once, twice).orElse(null);
        var one = pair == null
                ? Optional.<Registration>empty()
                : duplicates.merge(
                        forum.id(), pair.once().contactId(), pair.twice().contactId());
        if (pair == null || one.isEmpty()) {
            return talk.end(talk.line("gone", forum.title())
                    .with(Choice.to(phrase("duplicates.others"), name(), forum.id()), Facts.menu()));
        }
        var choices = new ArrayList<Choice>();
        if (pair.twice().isConfirmed() && duplicates.isHarmless(forum.id(), pair.twice())) {
            choices.add(Choice.to(
                    phrase("duplicates.undo"),
                    name(),
                    forum.id(),
                    UNDO,
                    String.valueOf(pair.twice().number())));
        }
        return talk.end(talk.line("merged", described(one.get()), forum.title())
                .with(choices)
                .with(Choice.to(phrase("duplicates.others"), name(), forum.id()), Facts.menu()));
    }

    private Optional<Pair> pair(Forum forum, String once, String twice) {
        return registered(forum, once).flatMap(one -> registered(forum, twice).map(other -> new Pair(one, other)));
    }

    private Optional<Registration> registered(Forum forum, String reference) {
        return registrations.of(forum.id()).stream()
                .filter(registration -> Guests.reference(registration).equals(reference))
                .findFirst();
    }

    private Ending undo(Talk talk, Forum forum, long number) {
        var back = duplicates.takeBack(forum.id(), number);
        var now = forums.find(forum.id()).orElse(forum);
        return talk.end(back.map(two -> talk.line("undone", described(two), now.title()))
                .orElseGet(() -> talk.line("undo-too-late", now.title()))
                .with(Choice.to(phrase("duplicates.others"), name(), forum.id()), Facts.menu()));
    }
}
