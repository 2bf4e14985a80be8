package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;

/**
 * Asks where somebody comes from: first the likely municipalities, then the others; each may be typed at once.
 *
 * @param first whether the likely ones are offered rather than the others
 * @param likely looked up only when it is really asked
 */
record WhichMunicipality(boolean first, Supplier<List<String>> likely, Towns towns, Phrase step)
        implements Question<String> {

    static final String ANOTHER = "another";

    @Override
    public String name() {
        return "municipality";
    }

    @Override
    public List<Object> arguments() {
        return List.of(step);
    }

    @Override
    public List<Choice> choices() {
        if (first) {
            var another = new Choice(ANOTHER, phrase("forum.municipality-another"));
            return Stream.concat(choices(likely.get().stream()), Stream.of(another))
                    .toList();
        }
        var left = new ArrayList<>(Municipalities.KEYS);
        left.removeAll(likely.get());
        return choices(left.stream()).toList();
    }

    private static Stream<Choice> choices(Stream<String> keys) {
        return keys.map(key -> new Choice(key, Municipalities.named(key)));
    }

    @Override
    public boolean free() {
        return false;
    }

    @Override
    public Optional<String> understand(Answer answer) {
        if (answer.pick() != null) {
            return Optional.of(answer.pick())
                    .filter(pick -> first && pick.equals(ANOTHER) || Municipalities.KEYS.contains(pick));
        }
        var said = towns.in(answer.text());
        return said.size() == 1 ? said.stream().findFirst() : Optional.empty();
    }
}
