package org.pokana.forum;

import static org.pokana.kernel.Phrase.verbatim;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.conversation.Spelling;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;

/** Asks for an organisation: one that is known, however it is spelled, or a new one. */
record WhichOrganisation(List<String> known, Phrase step) implements Question<String> {

    private static final int MOST_SHOWN = 6;
    private static final int LONGEST = 120;
    private static final int LONGEST_LABEL = 25;

    @Override
    public String name() {
        return "organisation";
    }

    @Override
    public List<Object> arguments() {
        return List.of(known.size(), step);
    }

    @Override
    public List<Choice> choices() {
        return known.stream()
                .limit(MOST_SHOWN)
                .map(name -> new Choice(pick(name), verbatim(label(name))))
                .toList();
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<String> understand(Answer answer) {
        if (answer.pick() != null) {
            return known.stream()
                    .filter(name -> pick(name).equals(answer.pick()))
                    .findFirst();
        }
        return OneLine.of(answer.text(), LONGEST).map(typed -> known.stream()
                .filter(name -> pick(name).equals(pick(typed)))
                .findFirst()
                .orElse(typed));
    }

    /** Short, and the same for every spelling. */
    private static String pick(String name) {
        return "o" + Integer.toHexString(Spelling.fold(name).hashCode());
    }

    private static String label(String name) {
        return name.length() <= LONGEST_LABEL
                ? name
                : name.substring(0, LONGEST_LABEL - 1).strip() + "…";
    }
}
