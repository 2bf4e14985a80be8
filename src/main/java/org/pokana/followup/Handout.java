package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;

/** Asks for a file, a photo or a link, as in any chat, until there is nothing more. */
record Handout(String name, List<Object> arguments) implements Question<Answer> {

    static final String DONE = "done";
    static final int LONGEST_LINK = 120;

    @Override
    public List<Choice> choices() {
        return name.equals("more")
                ? List.of(new Choice(DONE, phrase("add_materials.done-button"), Tone.GOOD))
                : List.of();
    }

    /** Words for others: nothing in them is put to us. */
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
        if (answer.pick() != null) {
            return Optional.of(answer).filter(given -> DONE.equals(given.pick()) && name.equals("more"));
        }
        return Optional.of(answer).filter(given -> given.brought() != null || isLink(given.text()));
    }

    /** With words around it or without. */
    static boolean isLink(String text) {
        var words = text.strip();
        return words.length() <= LONGEST_LINK && words.matches("(?s).*\\bhttps?://[^\\s/]+\\.\\S+.*");
    }
}
