package org.pokana.needs;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Beside;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Leads from a forum's card to what somebody registered needs there, as long as it can be prepared. */
@Component
class NeedsOnTheCard implements Beside {

    private final Clock clock;

    NeedsOnTheCard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Choice> onCard(Forum forum, @Nullable Registration own) {
        boolean inTime = !forum.isCancelled() && !forum.hasStarted(clock.instant());
        return own != null && own.isConfirmed() && inTime ? List.of(Choice.to("needs", forum.id())) : List.of();
    }
}
