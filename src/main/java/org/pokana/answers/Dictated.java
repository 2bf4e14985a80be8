package org.pokana.answers;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** Words of the team's, never put to us as a question; with ways to go on instead. */
record Dictated(String name, int longest, List<Choice> choices, List<Object> arguments) implements Question<String> {

    static Dictated of(String name, int longest, Object... arguments) {
        return new Dictated(name, longest, List.of(), List.of(arguments));
    }

    @Override
    public boolean free() {
        return false;
    }

    @Override
    public Optional<String> understand(Answer answer) {
        return Optional.of(answer.text().strip()).filter(text -> !text.isEmpty() && text.length() <= longest);
    }
}
