package org.pokana.announcement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** A question that looks up what it offers only when it is really asked, not each time the talk is read again. */
record Looking<T>(String name, Supplier<List<Choice>> offers, boolean free, Function<Answer, Optional<T>> understanding)
        implements Question<T> {

    @Override
    public List<Object> arguments() {
        return List.of();
    }

    @Override
    public List<Choice> choices() {
        return offers.get();
    }

    @Override
    public Optional<T> understand(Answer answer) {
        return understanding.apply(answer);
    }
}
