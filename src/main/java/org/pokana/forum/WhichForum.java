package org.pokana.forum;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/**
 * Asks for one of some forums, by button or in words.
 *
 * @param all what is understood besides what is offered, so that an old button meets the truth about its forum
 * @param meaning what words say about the forums offered
 */
record WhichForum(List<Forum> offered, Function<String, Optional<Forum>> all, Meaning meaning)
        implements Question<Forum> {

    @Override
    public String name() {
        return "forum";
    }

    @Override
    public List<Object> arguments() {
        return List.of();
    }

    @Override
    public List<Choice> choices() {
        return offered.stream()
                .limit(Facts.MOST_OFFERED)
                .map(forum -> new Choice(forum.id(), Facts.label(forum)))
                .toList();
    }

    @Override
    public boolean free() {
        return false;
    }

    @Override
    public Optional<Forum> understand(Answer answer) {
        return answer.pick() == null ? meaning.choice(answer.text(), offered) : all.apply(answer.pick());
    }
}
