package org.pokana.forum;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/**
 * Asks a helper whom they see: some letters of a name or an organisation, or a number.
 *
 * @param board what is shown above; made only when it is really asked
 */
record WhoIsThere(String name, Supplier<Board> board) implements Question<String> {

    private static final Pattern NUMBER =
            Pattern.compile("(?:№|#|No\\.?|номер)?\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What the helper sees, and whom they can tap. */
    record Board(List<Object> says, List<Choice> choices) {}

    /** Digits only, if it is a number that somebody has. */
    static Optional<String> number(String text) {
        var number = NUMBER.matcher(text.strip());
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    @Override
    public List<Object> arguments() {
        return board.get().says();
    }

    @Override
    public List<Choice> choices() {
        return board.get().choices();
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
        return number(answer.text()).or(() -> Optional.of(answer.text().strip()).filter(WhoIsThere::hasTwoLetters));
    }

    private static boolean hasTwoLetters(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= 2;
    }
}
