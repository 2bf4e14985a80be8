package org.pokana.forum;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Makes a link for a colleague useless, as long as nobody has used it. */
@Component
class Withdraw implements Flow {

    private final Mine mine;
    private final Delegations delegations;

    Withdraw(Mine mine, Delegations delegations) {
        this.mine = mine;
        this.delegations = delegations;
    }

    @Override
    public String name() {
        return "withdraw";
    }

    @Override
    public Ending hold(Talk talk) {
        var held = mine.meant(talk).orElse(null);
        if (held == null) {
            return mine.which(talk, name());
        }
        var forum = held.forum();
        boolean withdrawn = delegations.withdraw(forum.id(), talk.with());
        if (!withdrawn && !held.registration().isConfirmed()) {
            return talk.end(talk.line("gone", forum.title())
                    .with(Choice.to("my"), Choice.to("forum", forum.id()), Facts.menu()));
        }
        return talk.end(talk.line(withdrawn ? "done" : "none", forum.title())
                .with(Choice.to("my"), Facts.delegate(forum), Facts.menu()));
    }
}
