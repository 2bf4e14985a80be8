package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.followup.Impression.Face;
import org.pokana.followup.Impression.Intent;
import org.pokana.followup.Impression.Outcome;
import org.pokana.forum.AgendaItem;
import org.pokana.forum.Forum;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What was said of a forum, counted. */
@Component
class Tally {

    private static final int MOST_USEFUL = 3;

    private final Registrations registrations;

    Tally(Registrations registrations) {
        this.registrations = registrations;
    }

    Phrase of(Forum forum, List<Impression> said) {
        long asked = registrations.attended(forum.id()).stream()
                .filter(registration -> !registration.isGuest())
                .count();
        long answered = count(said, Impression::face);
        if (said.isEmpty()) {
            return phrase("feedback.silence", asked);
        }
        return phrase(
                "feedback.tally",
                asked,
                answered,
                faces(said),
                useful(forum, said),
                intents(said),
                outcomes(said),
                count(said, Impression::remark));
    }

    private static long count(List<Impression> said, Function<Impression, @Nullable Object> answer) {
        return said.stream().map(answer).filter(Objects::nonNull).count();
    }

    private static long count(List<Impression> said, Function<Impression, @Nullable Object> answer, Enum<?> wanted) {
        return said.stream().filter(each -> wanted.equals(answer.apply(each))).count();
    }

    private static Phrase faces(List<Impression> said) {
        return Naming.lines(Arrays.stream(Face.values())
                .map(face -> phrase(
                        "feedback.count",
                        phrase("after.face." + Impression.pick(face)),
                        count(said, Impression::face, face))));
    }

    /** The parts that were named most, the first of them first; nothing while none was named. */
    private static Phrase useful(Forum forum, List<Impression> said) {
        var parts = Naming.parts(forum).stream()
                .filter(part -> named(part, said) > 0)
                .sorted(Comparator.comparing((AgendaItem part) -> -named(part, said)))
                .limit(MOST_USEFUL)
                .map(part -> phrase("feedback.useful-part", part.title(), named(part, said)))
                .toList();
        return parts.isEmpty() ? verbatim("") : phrase("feedback.useful", Naming.lines(parts.stream()));
    }

    private static long named(AgendaItem part, List<Impression> said) {
        return said.stream()
                .filter(each -> each.parts().contains(Naming.hour(part)))
                .count();
    }

    private static Phrase intents(List<Impression> said) {
        return phrase(
                "feedback.intents",
                Stream.of(Intent.values())
                        .map(intent -> (Object) count(said, Impression::intent, intent))
                        .toArray());
    }

    /** Nothing before anybody was asked. */
    private static Phrase outcomes(List<Impression> said) {
        return count(said, Impression::outcome) == 0
                ? verbatim("")
                : phrase(
                        "feedback.outcomes",
                        Stream.of(Outcome.values())
                                .map(outcome -> (Object) count(said, Impression::outcome, outcome))
                                .toArray());
    }
}
