package org.pokana.forum;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** Asks for a name as it will stand in a list: one line with a letter in it, without anything invisible. */
record OneLine(String name, int longest, List<Object> arguments) implements Question<String> {

    static Optional<String> of(String text, int longest) {
        var line = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceAll("\\p{Cf}", "")
                .strip();
        return Optional.of(line).filter(words -> words.length() <= longest).filter(words -> words.codePoints()
                .anyMatch(Character::isLetter));
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
    public Optional<String> understand(Answer answer) {
        return of(answer.text(), longest);
    }
}
