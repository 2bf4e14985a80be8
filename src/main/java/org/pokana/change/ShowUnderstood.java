package org.pokana.change;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.CallSheet;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Planned;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** For organizers: how many have understood the change of a forum, and whom to call: {@code /understood_by <forum>}. */
@Component
class ShowUnderstood implements Flow {

    private final Planned planned;
    private final Tallies tallies;
    private final CallNumbers numbers;

    ShowUnderstood(Planned planned, Tallies tallies, CallNumbers numbers) {
        this.planned = planned;
        this.tallies = tallies;
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "understood_by";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = planned.meant(talk, opening[0]).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        if (forum.told().version() < forum.version()) {
            return talk.end(talk.line("not-yet", forum.title()).with(Facts.menu()));
        }
        if (forum.version() == 1) {
            return talk.end(talk.line("unchanged", forum.title()).with(Choice.to("move", forum.id()), Facts.menu()));
        }
        return show(talk, forum, opening.length < 2 ? "" : opening[1]);
    }

    private Ending show(Talk talk, Forum forum, String page) {
        var tally = tallies.of(forum);
        if (tally.missing().isEmpty()) {
            return talk.end(talk.line("all", tally.words(forum)).with(Facts.menu()));
        }
        var sheet = CallSheet.of(tally.missing(), numbers, page, name(), forum);
        return talk.end(talk.line("list", tally.words(forum), tally.missing().size(), sheet.lines())
                .with(sheet.further())
                .with(Choice.to(phrase("understood_by.again"), name(), forum.id()), Facts.menu()));
    }
}
