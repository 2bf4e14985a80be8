package org.pokana.conversation;

import org.pokana.contact.Contact;

/**
 * A flow that is opened by free text: the text is its {@link Talk#opening()}. Listeners are asked in Spring's bean
 * order; the first that understands is opened.
 */
public interface Listener extends Flow {

    boolean understands(Contact person, String text);

    /** Whether it has an answer rather than a guess; only then a form is left for words that ask nothing. */
    default boolean isSure(Contact person, String text) {
        return understands(person, text);
    }
}
