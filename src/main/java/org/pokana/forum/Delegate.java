package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Mine.Held;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Links;
import org.springframework.stereotype.Component;

/** Gives somebody with a seat a link for the colleague who will come instead, ready to be passed on. */
@Component
class Delegate implements Flow {

    private final Mine mine;
    private final Forums forums;
    private final Registrations registrations;
    private final Delegations delegations;
    private final Links links;
    private final Ids ids;
    private final Clock clock;

    Delegate(
            Mine mine,
            Forums forums,
            Registrations registrations,
            Delegations delegations,
            Links links,
            Ids ids,
            Clock clock) {
        this.mine = mine;
        this.forums = forums;
        this.registrations = registrations;
        this.delegations = delegations;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "delegate";
    }

    @Override
    public Ending hold(Talk talk) {
        var held = mine.meant(talk).orElse(null);
        if (held == null) {
            return forums.find(talk.opening())
                    .map(forum -> talk.end(nothingToGive(talk, forum)))
                    .orElseGet(() -> mine.which(talk, name()));
        }
        var forum = held.forum();
        if (forum.isCancelled() || forum.hasStarted(clock.instant())) {
            return talk.end(talk.line("too-late", forum.title()).with(Choice.to("forum", forum.id()), Facts.all()));
        }
        return delegations
                .offer(forum.id(), talk.with(), ids.next())
                .map(link -> passOn(talk, forum, "seat-" + link.token()))
                .orElseGet(() -> talk.end(whyNot(talk, held)));
    }

    private Ending passOn(Talk talk, Forum forum, String start) {
        talk.say(talk.line("text", forum.title(), Facts.when(forum), Facts.place(forum), addresses(start))
                .carrying(new Attachment.Copyable(links.near(talk.address(), start), phrase("delegate.copy")))
                .thatLasts());
        return talk.end(talk.line("what-next").with(Choice.to("withdraw", forum.id()), Choice.to("my"), Facts.menu()));
    }

    private Phrase addresses(String start) {
        var elsewhere = links.elsewhere(start);
        if (elsewhere.isEmpty()) {
            return verbatim(links.onPage(start));
        }
        return Facts.lines(Stream.concat(
                elsewhere.stream().map(each -> phrase("delegate.link-" + each.channel(), each.link())),
                Stream.of(phrase("delegate.link-page", links.onPage(start)))));
    }

    private Line whyNot(Talk talk, Held held) {
        var forum = held.forum();
        var registration = held.registration();
        if (registration.isWaiting()) {
            var position = Facts.position(registrations.position(registration));
            return talk.line("waiting", forum.title(), position)
                    .with(Choice.to("my"), Facts.leaveLine(forum), Facts.menu());
        }
        if (registration.isOffered()) {
            return talk.line("offered", forum.title()).with(Facts.accept(forum), Facts.pass(forum), Facts.menu());
        }
        if (registration.hasArrived()) {
            return talk.line("arrived", forum.title()).with(Choice.to("forum", forum.id()), Facts.menu());
        }
        boolean given = Optional.ofNullable(registration.link())
                .filter(link -> !link.isOpen())
                .isPresent();
        return given
                ? talk.line("given", forum.title()).with(Choice.to("my"), Choice.to("forum", forum.id()), Facts.menu())
                : nothingToGive(talk, forum);
    }

    private static Line nothingToGive(Talk talk, Forum forum) {
        return talk.line("not-registered", forum.title())
                .with(Choice.to("register", forum.id()).as(Tone.GOOD), Choice.to("forum", forum.id()), Facts.menu());
    }
}
