package org.pokana.conversation;

import java.time.Instant;
import java.util.List;

/**
 * Where a talk stands: everything needed to go on with it after a restart.
 *
 * @param opening what followed the command that opened it
 * @param answers in the order they were given
 * @param waitingFor the name of the question that was asked last
 * @param free whether that question takes any words
 * @param at when it was last spoken in
 */
public record OpenTalk(String flow, String opening, List<Given> answers, String waitingFor, boolean free, Instant at) {

    /** An answer and the name of the question it was given to. */
    public record Given(String question, Answer answer) {}

    /** The name of the question that is open, among all flows. */
    String question() {
        return flow + "." + waitingFor;
    }

    OpenTalk at(Instant moment) {
        return new OpenTalk(flow, opening, answers, waitingFor, free, moment);
    }

    /** Without the last answer: the question before is asked again. */
    OpenTalk back() {
        return new OpenTalk(flow, opening, answers.subList(0, Math.max(0, answers.size() - 1)), waitingFor, free, at);
    }
}
