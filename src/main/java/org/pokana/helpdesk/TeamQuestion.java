package org.pokana.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.pokana.faq.FaqEntry;

/**
 * A question for people as one of the team sees it, in their language.
 *
 * @param owner who has it or answered it; empty while nobody has it
 * @param late whether it should have been answered by now
 * @param askers the first asked first
 * @param near the answers that come nearest
 * @param acts what the reader can do with it
 */
public record TeamQuestion(
        String id,
        String text,
        String topic,
        Standing standing,
        String owner,
        Instant at,
        Instant dueAt,
        boolean late,
        List<Asker> askers,
        List<Step> steps,
        List<FaqEntry> near,
        Set<Act> acts) {

    /** Where it stands. */
    public enum Standing {
        FREE,
        MINE,
        THEIRS,
        ANSWERED,
        OVER
    }

    /**
     * Somebody who asks it.
     *
     * @param key of their asking it
     * @param who as they agreed to be known
     * @param before what was said just before, each line marked with who said it
     */
    public record Asker(String key, String who, String text, List<String> before, Instant at) {}

    /**
     * Something that happened with it.
     *
     * @param kind such as {@code ANSWERED}
     */
    public record Step(String kind, String who, String text, Instant at) {}

    /** What can be done with it. */
    public enum Act {
        TAKE,
        TAKE_OVER,
        ANSWER,
        FORWARD,
        DECLINE,
        FINISH,
        LEARN
    }

    public boolean can(String act) {
        return acts.contains(Act.valueOf(act));
    }
}
