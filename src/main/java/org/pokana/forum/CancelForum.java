package org.pokana.forum;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Telling.Decision;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** An organizer calls a forum off, for good; everybody concerned is told. */
@Component
class CancelForum implements Flow {

    private final Forums forums;
    private final Planned planned;
    private final Telling telling;

    CancelForum(Forums forums, Planned planned, Telling telling) {
        this.forums = forums;
        this.planned = planned;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "cancel_forum";
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
            return talk.end(talk.line("gone", forum.title()).with(Facts.all()));
        }
        var decision = telling.sure(
                talk,
                name(),
                "sure",
                Tone.DANGER,
                forum,
                forum.starts(),
                forum.title(),
                Facts.when(forum),
                Facts.place(forum));
        if (decision == Decision.NO) {
            return talk.end(talk.line("kept", forum.title()).with(Choice.to("forum", forum.id()), Facts.menu()));
        }
        var cancelled = forums.cancel(forum.id()).orElse(forum);
        return talk.end(talk.line("done", forum.title(), telling.tell(talk, cancelled, decision))
                .with(Facts.all(), Facts.menu()));
    }
}
