package org.pokana.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Choice;

/** Implemented by what goes along with a forum, so that its card leads there. */
@FunctionalInterface
public interface Beside {

    /** At most two choices for this person just now. */
    List<Choice> onCard(Forum forum, @Nullable Registration own);
}
