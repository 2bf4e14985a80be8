package org.pokana.conversation;

import java.util.List;
import java.util.Optional;
import org.pokana.kernel.Choice;

/**
 * Something a flow needs to know. Its name is its identity: the answer is remembered under it. What may be asked several
 * times in a talk is numbered: {@code more#2} is a question of its own in the words of {@code more}.
 */
public interface Question<T> {

    String name();

    /** Fills the gaps in the question's phrase and in its {@code .misunderstood} phrase. */
    List<Object> arguments();

    List<Choice> choices();

    /** Whether any words can be an answer, so that typed numbers and questions are not taken for something else. */
    boolean free();

    /** Whether what was sent besides words is fetched and kept; otherwise nobody looks at it. */
    default boolean takesFiles() {
        return false;
    }

    /** Whether its {@code .misunderstood} phrase asks it in a few words, so that all of it is not said twice. */
    default boolean isAskedBriefly() {
        return false;
    }

    /** Empty when the answer makes no sense, or no longer does. */
    Optional<T> understand(Answer answer);
}
