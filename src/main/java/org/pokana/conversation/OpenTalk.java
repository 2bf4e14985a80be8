package org.pokana.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Brought;

/**
 * Where a talk stands: everything needed to go on with it after a restart.
 *
 * @param opening what followed the command that opened it
 * @param answers in the order they were given
 * @param waitingFor the name of the question that was asked last
 * @param free whether that question takes any words
 * @param files whether that question takes files
 * @param at when it was last spoken in
 */
public record OpenTalk(
        String flow,
        String opening,
        List<Given> answers,
        String waitingFor,
        boolean free,
        @Nullable Boolean files,
        Instant at) {

    /** After this silence a form no longer takes what is typed for an answer; its buttons still work. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** An answer and the name of the question it was given to. */
    public record Given(String question, Answer answer) {}

    /** The name of the question that is open, among all flows. */
    String question() {
        return flow + "." + waitingFor;
    }

    boolean isStale(Instant now) {
        return at.plus(PATIENCE).isBefore(now);
    }

    /** Talks of earlier versions do not say, as no question took any. */
    boolean takesFiles() {
        return Boolean.TRUE.equals(files);
    }

    /** The file that came with the last answer, if one did. */
    Optional<Brought> lastBrought() {
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(answers.get(answers.size() - 1).answer().brought());
    }

    OpenTalk at(Instant moment) {
        return new OpenTalk(flow, opening, answers, waitingFor, free, files, moment);
    }

    /** Without the last answer: the question before is asked again. */
    OpenTalk back() {
        var fewer = answers.subList(0, Math.max(0, answers.size() - 1));
        return new OpenTalk(flow, opening, fewer, waitingFor, free, files, at);
    }
}
