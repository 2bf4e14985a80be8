package org.pokana.conversation;

import java.util.List;
import org.pokana.contact.Contact;
import org.pokana.kernel.Choice;

/**
 * A flow that is opened by free text: the text is its {@link Talk#opening()}. Listeners are asked in Spring's bean
 * order; the first that understands is opened.
 */
public interface Listener extends Flow {

    boolean understands(Contact person, String text);

    /** Whether it has an answer rather than a guess; only then a form is left for a word or two. */
    default boolean isSure(Contact person, String text) {
        return understands(person, text);
    }

    /** What comes nearest to a text that nobody understands, the likeliest first. */
    default List<Choice> nearest(Contact person, String text) {
        return List.of();
    }
}
