package org.pokana.conversation;

import java.util.Optional;
import org.pokana.contact.Role;

/**
 * Something a person can do in the chat, from a command answered at once to a form of many questions, written as the
 * talk itself. Every flow is a Spring bean.
 *
 * <p>It is read again from the top at every message, so until the last question is answered it may only look things up;
 * what it does to the world, it does once, right before it ends, in a way that is safe to repeat.
 *
 * <p>Its phrases in {@code messages/} begin with its name: {@code register.name} asks the question "name". Besides, a
 * flow has {@code <name>.button} (how others link to it), {@code <name>.words} (what people type to open it, separated
 * by {@code |}; may be empty) and, if it asks anything, {@code <name>.title} (what was dropped or is unfinished).
 */
public interface Flow {

    /** Also the command that opens it, without its slash; letters, digits and underscores. */
    String name();

    Ending hold(Talk talk);

    /** Whether its typed words are heard even while another talk waits for an answer. */
    default boolean everywhere() {
        return false;
    }

    /** Whether its typed words are said to people as well: when one talks with them, they are for that one. */
    default boolean polite() {
        return false;
    }

    /** Whether the talk it interrupts goes on right after, as after a question answered in between. */
    default boolean aside() {
        return false;
    }

    /** Whether it is dropped without a word when the person turns to something else before its end. */
    default boolean lapses() {
        return false;
    }

    /** Whether a deep link may open it: {@code ?start=forum-haskovo-2027-02} opens {@code /forum haskovo-2027-02}. */
    default boolean linkable() {
        return false;
    }

    /** Whether its end is the end of every other open talk too. */
    default boolean closesAll() {
        return false;
    }

    /** The role it takes; empty for everybody. */
    default Optional<Role> needs() {
        return Optional.empty();
    }
}
