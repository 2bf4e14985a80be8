package org.pokana.needs;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.dictation;
import static org.pokana.conversation.Questions.orSkip;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.pokana.needs.Need.Access;
import org.springframework.stereotype.Component;

/** Somebody registered says what they need: {@code /needs <forum>}. */
@Component
class SayNeeds implements Flow {

    private static final int LONGEST = 150;
    private static final String DONE = "done";
    private static final String OTHER = "other";
    private static final String IN = "in:";
    private static final String OUT = "out:";

    private final Forums forums;
    private final Registrations registrations;
    private final Needs needs;
    private final Telling telling;
    private final Clock clock;

    SayNeeds(Forums forums, Registrations registrations, Needs needs, Telling telling, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.needs = needs;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = own(talk).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Choice.to("my"), Choice.to("forums"), menu()));
        }
        var before = needs.of(forum.id(), talk.with());
        var ticked = new ArrayList<>(before.map(Need::access).orElse(List.of()));
        var other = before.map(Need::other).orElse(null);
        while (true) {
            var pick = talk.ask(choice("what", choices(ticked), forum.title(), said(other)));
            if (pick.equals(DONE)) {
                return done(talk, forum, ticked, other);
            }
            if (pick.equals(OTHER)) {
                other = talk.ask(orSkip(dictation("other", LONGEST))).orElse(null);
            } else {
                tick(pick, ticked);
            }
        }
    }

    /** The one they mean, if they are registered for it; else the next. */
    private Optional<Forum> own(Talk talk) {
        return registrations.of(talk.with()).stream()
                .filter(Registration::isConfirmed)
                .flatMap(registration -> forums.find(registration.forum()).stream())
                .filter(forum -> !forum.isCancelled() && !forum.isOver(clock.instant()))
                .filter(forum -> talk.opening().isEmpty() || forum.id().equals(talk.opening()))
                .min(Comparator.comparing(Forum::starts));
    }

    /** A pick says how it shall be, so that a tap too many changes nothing. */
    private static void tick(String pick, List<Access> ticked) {
        Access.read(pick.substring(pick.indexOf(':') + 1)).ifPresent(one -> {
            ticked.remove(one);
            if (pick.startsWith(IN)) {
                ticked.add(one);
            }
        });
    }

    private static List<Choice> choices(List<Access> ticked) {
        var choices = new ArrayList<Choice>();
        for (Access one : Access.values()) {
            var label = phrase("needs." + one.said());
            boolean on = ticked.contains(one);
            choices.add(new Choice((on ? OUT : IN) + one.said(), on ? phrase("needs.ticked", label) : label));
        }
        choices.add(new Choice(OTHER, phrase("needs.else")));
        choices.add(new Choice(DONE, phrase("needs.go-on"), Tone.GOOD));
        return choices;
    }

    private static Phrase said(@Nullable String other) {
        return other == null ? verbatim("") : phrase("needs.also", other);
    }

    /** Told under an id that follows from what was said, so that saying it again tells nobody twice. */
    private Ending done(Talk talk, Forum forum, List<Access> ticked, @Nullable String other) {
        var sorted = ticked.stream().sorted().toList();
        boolean nothing = sorted.isEmpty() && other == null;
        needs.say(forum.id(), talk.with(), sorted, other);
        if (!nothing) {
            registrations
                    .find(forum.id(), talk.with())
                    .ifPresent(registration -> telling.tell(forum, registration, sorted, other));
        }
        return talk.end(talk.line(nothing ? "nothing" : "done", forum.title())
                .with(Choice.to("forum", forum.id()), Choice.to("my"), menu()));
    }

    static Choice menu() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
