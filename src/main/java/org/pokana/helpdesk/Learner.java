package org.pokana.helpdesk;

import org.pokana.helpdesk.Question.Draft;
import org.pokana.kernel.ContactId;

/** Whatever knows an answer from now on that a person gave once. */
interface Learner {

    /**
     * May be told twice; must then know it once.
     *
     * @param question the id of the question it was given to
     * @param by who wants it to be known
     */
    void learn(String question, Draft draft, ContactId by);
}
