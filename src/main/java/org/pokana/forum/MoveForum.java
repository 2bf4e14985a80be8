package org.pokana.forum;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.forum.Telling.Decision;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Localized;
import org.springframework.stereotype.Component;

/** An organizer moves a forum to another time or place; everybody concerned is told what was and what is. */
@Component
class MoveForum implements Flow {

    private static final int LONGEST_PLACE = 120;

    private final Forums forums;
    private final Planned planned;
    private final Telling telling;
    private final Vocabulary vocabulary;
    private final Clock clock;

    MoveForum(Forums forums, Planned planned, Telling telling, Vocabulary vocabulary, Clock clock) {
        this.forums = forums;
        this.planned = planned;
        this.telling = telling;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "move";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = planned.meant(talk).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Facts.all()));
        }
        if (!planned.isToCome(forum)) {
            return gone(talk);
        }
        return switch (talk.ask(what(forum))) {
            case "time" -> move(talk, forum);
            case "place" -> relocate(talk, forum);
            case "agenda" -> talk.goOnWith("change_agenda", forum.id());
            default -> talk.goOnWith("cancel_forum", forum.id());
        };
    }

    private static Question<String> what(Forum forum) {
        return choice(
                "what",
                List.of(
                        new Choice("time", phrase("move.what.time")),
                        new Choice("place", phrase("move.what.place")),
                        new Choice("agenda", phrase("agenda.button")),
                        new Choice("cancel", phrase("cancel_forum.button"), Tone.DANGER)),
                forum.title(),
                Facts.when(forum),
                Facts.place(forum));
    }

    private Ending move(Talk talk, Forum forum) {
        var hours = talk.ask(new NewHours(forum, vocabulary, clock.instant()));
        var starts = hours.start().atZone(forum.zone());
        var when = Facts.when(starts, starts.plus(hours.lasts()));
        var decision = telling.sure(
                talk, name(), "sure", Tone.GOOD, forum, starts.toInstant(), forum.title(), Facts.when(forum), when);
        return decision == Decision.NO
                ? kept(talk, forum)
                : done(talk, "done", forums.move(forum.id(), hours.start(), hours.lasts()), decision);
    }

    private Ending relocate(Talk talk, Forum forum) {
        var place = talk.ask(new NewPlace(forum));
        var name = place.name() != null ? place.name() : talk.ask(new OneLine("hall", LONGEST_PLACE, List.of()));
        // Without a pin nobody knows where that is on the map; the old one would lead people astray.
        var venue = new Venue(
                new Localized(Map.of(talk.language().getLanguage(), name)), null, place.latitude(), place.longitude());
        var decision = telling.sure(
                talk,
                name(),
                "sure-where",
                Tone.GOOD,
                forum,
                forum.starts(),
                forum.title(),
                Facts.place(forum),
                Facts.place(forum, venue));
        return decision == Decision.NO
                ? kept(talk, forum)
                : done(talk, "done-where", forums.relocate(forum.id(), venue), decision);
    }

    private Ending done(Talk talk, String phrase, Optional<Forum> changed, Decision decision) {
        var forum = changed.filter(now -> !now.isCancelled()).orElse(null);
        if (forum == null) {
            return gone(talk);
        }
        var told = telling.tell(talk, forum, decision);
        return talk.end(talk.line(phrase, forum.title(), Facts.when(forum), Facts.place(forum), told)
                .with(Choice.to("forum", forum.id()), Choice.to("forum_numbers"), Facts.menu()));
    }

    private static Ending kept(Talk talk, Forum forum) {
        return talk.end(talk.line("kept", forum.title(), Facts.when(forum), Facts.place(forum))
                .with(Choice.to("forum", forum.id()), Facts.menu()));
    }

    private static Ending gone(Talk talk) {
        return talk.end(talk.line("gone").with(Facts.all()));
    }
}
