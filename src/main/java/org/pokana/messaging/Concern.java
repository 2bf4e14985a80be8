package org.pokana.messaging;

import java.util.Optional;
import org.pokana.kernel.Phrase;

/** Something of the running service's that may go wrong without anybody noticing; organizers are told of it. */
public interface Concern {

    /** Never changes, such as {@code backlog}. */
    String name();

    /** What is wrong and what to do about it; empty while all is well. */
    Optional<Phrase> trouble();
}
