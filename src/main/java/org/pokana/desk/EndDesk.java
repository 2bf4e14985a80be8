package org.pokana.desk;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Signs an organizer out everywhere and turns their password off, for when somebody else may be in. */
@Component
class EndDesk implements Flow {

    static final String NAME = "desk_end";

    private final Threshold threshold;

    EndDesk(Threshold threshold) {
        this.threshold = threshold;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.VIEWER);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        threshold.shut(talk.with());
        return talk.end(talk.line("done").with(Choice.to("desk"), Choice.to("menu")));
    }
}
