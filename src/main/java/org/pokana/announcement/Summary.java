package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.announcement.Audiences.Reach;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Says in words what is special about an announcement before it is sent; a line for each thing, or nothing. */
@Component
class Summary {

    private final Audiences audiences;
    private final AudienceWords names;
    private final Timekeeper timekeeper;
    private final Budget budget;
    private final AnnouncementSettings settings;

    Summary(
            Audiences audiences,
            AudienceWords names,
            Timekeeper timekeeper,
            Budget budget,
            AnnouncementSettings settings) {
        this.audiences = audiences;
        this.names = names;
        this.timekeeper = timekeeper;
        this.budget = budget;
        this.settings = settings;
    }

    Phrase of(Letter letter, Reach reach) {
        var terms = letter.terms();
        return Stream.<Optional<Phrase>>of(
                        Optional.of(phrase("announce.to", names.name(letter.audience()))),
                        counted("announce.other-language", reach.inAnotherLanguage()),
                        counted("announce.busy", terms.urgent() == null ? busy(letter) : 0),
                        terms.standing() ? Optional.of(phrase("announce.also-later")) : Optional.empty(),
                        parts("announce.part-only", terms.narrowing().only()),
                        parts("announce.part-except", terms.narrowing().except()),
                        moment(
                                "announce.leaves",
                                Optional.ofNullable(terms.timing()).flatMap(timekeeper::dueAt)),
                        moment("announce.valid", Optional.ofNullable(terms.notAfter())))
                .flatMap(Optional::stream)
                .reduce(verbatim(""), (above, below) -> phrase("announce.lines", above, below));
    }

    private int busy(Letter letter) {
        var spent = budget.spentToday();
        int[] busy = new int[1];
        if (!spent.isEmpty()) {
            audiences.each(letter.audience(), letter.terms().narrowing(), person -> {
                busy[0] += spent.contains(person.key()) ? 1 : 0;
            });
        }
        return busy[0];
    }

    private static Optional<Phrase> counted(String phrase, int people) {
        return people == 0 ? Optional.empty() : Optional.of(phrase(phrase, people));
    }

    private Optional<Phrase> parts(String phrase, List<Audience> parts) {
        return parts.stream()
                .map(names::name)
                .reduce((one, other) -> phrase("announce.and", one, other))
                .map(names -> phrase(phrase, names));
    }

    private Optional<Phrase> moment(String phrase, Optional<Instant> moment) {
        return moment.map(at -> phrase(phrase, local(at)));
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(settings.zone());
    }
}
