package org.pokana.followup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How a forum was for somebody who came, without saying for whom.
 *
 * @param id unguessable, so that it leads to nobody
 * @param useful the parts that helped most, by when they began
 * @param remark in their own words, as long as those may be kept
 * @param at when they said the last of it
 */
@Document("impressions")
record Impression(
        @Id String id,
        @Indexed String forum,
        @Nullable Face face,
        @Nullable List<String> useful,
        @Nullable Intent intent,
        @Nullable String remark,
        @Nullable Outcome outcome,
        Instant at) {

    /** How it was; stored by name. */
    enum Face {
        GREAT,
        GOOD,
        MIDDLING,
        POOR
    }

    /** Whether they will put something to use; stored by name. */
    enum Intent {
        YES,
        MAYBE,
        NO
    }

    /** Whether they did; stored by name. */
    enum Outcome {
        YES,
        PARTLY,
        NO
    }

    /**
     * Whose it is.
     *
     * @param id the forum and the person
     * @param until when nothing more is asked, and it can be nobody's
     */
    @Document("impressionKeys")
    record Key(
            @Id String id,
            @Indexed String forum,
            @Indexed String contact,
            String impression,
            @Indexed Instant until) {}

    List<String> parts() {
        return useful == null ? List.of() : useful;
    }

    /** As it stands behind a command. */
    static String pick(Enum<?> answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> read(String pick, E[] answers, Function<E, String> picks) {
        return Arrays.stream(answers)
                .filter(answer -> picks.apply(answer).equals(pick))
                .findFirst();
    }
}
