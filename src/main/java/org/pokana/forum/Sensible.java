package org.pokana.forum;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** A question that does not take every answer. */
record Sensible<T>(Question<T> question, Predicate<T> sense) implements Question<T> {

    @Override
    public String name() {
        return question.name();
    }

    @Override
    public List<Object> arguments() {
        return question.arguments();
    }

    @Override
    public List<Choice> choices() {
        return question.choices();
    }

    @Override
    public boolean free() {
        return question.free();
    }

    @Override
    public Optional<T> understand(Answer answer) {
        return question.understand(answer).filter(sense);
    }
}
