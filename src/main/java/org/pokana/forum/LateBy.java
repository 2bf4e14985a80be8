package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** Asks by how many minutes somebody will be late; any number that makes sense will do. */
record LateBy(Forum forum) implements Question<Integer> {

    private static final int MOST = 240;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    @Override
    public String name() {
        return "by";
    }

    @Override
    public List<Object> arguments() {
        return List.of(forum.title(), Facts.hour(forum.startsAt()));
    }

    @Override
    public List<Choice> choices() {
        return Stream.of(15, 30, 60)
                .map(minutes -> new Choice(String.valueOf(minutes), phrase("late.minutes", minutes)))
                .toList();
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<Integer> understand(Answer answer) {
        return minutes(answer.pick() == null ? answer.text() : answer.pick());
    }

    static Optional<Integer> minutes(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .filter(minutes -> minutes > 0 && minutes <= MOST)
                .findFirst();
    }
}
