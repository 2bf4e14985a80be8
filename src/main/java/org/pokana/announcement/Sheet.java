package org.pokana.announcement;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** Asks for words or something to see, as in any chat; whether it fits is for whoever asked to say. */
record Sheet(String name, List<Object> arguments, List<Choice> choices) implements Question<Answer> {

    /** Words for others: a question among them is not put to us. */
    @Override
    public boolean free() {
        return false;
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public Optional<Answer> understand(Answer answer) {
        var pick = answer.pick();
        return Optional.of(answer)
                .filter(given -> pick == null
                        ? given.brought() != null || !given.text().isBlank()
                        : choices.stream().anyMatch(choice -> choice.pick().equals(pick)));
    }
}
