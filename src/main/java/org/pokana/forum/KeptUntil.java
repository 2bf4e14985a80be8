package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.kernel.Choice;

/** Asks until when seats are kept for a group: so long before the forum begins, or a day and an hour as people write them. */
record KeptUntil(Forum forum, Vocabulary vocabulary, Instant now) implements Question<Duration> {

    private static final List<Integer> DAYS = List.of(0, 1, 3, 7, 14);

    @Override
    public String name() {
        return "until";
    }

    @Override
    public List<Object> arguments() {
        return List.of(forum.title(), Facts.when(forum));
    }

    @Override
    public List<Choice> choices() {
        return days().map(days -> new Choice(String.valueOf(days), phrase("reserve.days", days)))
                .toList();
    }

    private Stream<Integer> days() {
        return DAYS.stream().filter(days -> isToCome(Duration.ofDays(days)));
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<Duration> understand(Answer answer) {
        return days().filter(days -> String.valueOf(days).equals(answer.pick()))
                .findFirst()
                .map(Duration::ofDays)
                .or(() -> new NewHours(forum, vocabulary, now)
                        .understand(answer)
                        .map(hours -> hours.start().atZone(forum.zone()).toInstant())
                        .map(until -> Duration.between(until, forum.starts()))
                        .filter(this::isToCome));
    }

    private boolean isToCome(Duration before) {
        return isToCome(forum, before, now);
    }

    /** Whether so long before the forum is a moment that is still to come, and not after it has begun. */
    static boolean isToCome(Forum forum, Duration before, Instant now) {
        return !before.isNegative() && forum.starts().minus(before).isAfter(now);
    }
}
