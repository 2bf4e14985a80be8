package org.pokana.forum;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;

/** Asks for the five digits at the door, with or without space between them. */
record WhichCode(Object forum, long number, Phrase remark) implements Question<String> {

    private static final Pattern CODE = Pattern.compile("\\d{5}");

    @Override
    public String name() {
        return "code";
    }

    @Override
    public List<Object> arguments() {
        return List.of(forum, number, remark);
    }

    @Override
    public List<Choice> choices() {
        return List.of();
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public boolean isAskedBriefly() {
        return true;
    }

    @Override
    public Optional<String> understand(Answer answer) {
        var typed = Normalizer.normalize(answer.text(), Normalizer.Form.NFKC).replaceAll("[\\s.,-]", "");
        return Optional.of(typed).filter(CODE.asMatchPredicate());
    }
}
