package org.pokana.announcement;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.announcement.Audience.Kind;
import org.pokana.announcement.Composing.Fault;
import org.pokana.announcement.Composing.Read;
import org.pokana.kernel.Localized;
import org.pokana.messaging.QuietHours;
import org.springframework.stereotype.Component;

/** Makes a letter of what was written into a form, or says why it is none. */
@Component
class Reading {

    private final Audiences audiences;
    private final Timekeeper timekeeper;
    private final AnnouncementSettings settings;
    private final Clock clock;

    Reading(Audiences audiences, Timekeeper timekeeper, AnnouncementSettings settings, Clock clock) {
        this.audiences = audiences;
        this.timekeeper = timekeeper;
        this.settings = settings;
        this.clock = clock;
    }

    Read read(Written written) {
        var fault = Stream.of(words(written), whom(written), times(written))
                .flatMap(Optional::stream)
                .findFirst();
        if (fault.isPresent()) {
            return new Read(fault.get(), null);
        }
        var letter = letter(written);
        var reach = audiences.reach(letter.audience(), letter.terms().narrowing(), letter.texts());
        return reach.people() == 0 ? new Read(Fault.NOBODY, null) : new Read(null, letter);
    }

    private static Optional<Fault> words(Written written) {
        boolean english = !written.in("en").isEmpty();
        if (written.in("bg").isEmpty() && (english || written.media().isEmpty())) {
            return Optional.of(Fault.WORDS);
        }
        boolean fit = written.words().values().stream()
                .allMatch(text -> text.codePointCount(0, text.length()) <= Composing.LONGEST);
        return fit ? Optional.empty() : Optional.of(Fault.LONG);
    }

    private static Optional<Fault> whom(Written written) {
        if (written.to().isEmpty()) {
            return Optional.of(Fault.WHOM);
        }
        return written.urgent().length() > Composing.LONGEST_REASON ? Optional.of(Fault.REASON) : Optional.empty();
    }

    private Optional<Fault> times(Written written) {
        if (!written.leaves().isEmpty()) {
            var due = timing(written.leaves()).flatMap(timekeeper::dueAt);
            if (due.filter(clock.instant()::isBefore).isEmpty()) {
                return Optional.of(Fault.WHEN);
            }
            if (QuietHours.morningAfter(due.get(), settings.zone()).isPresent()) {
                return Optional.of(Fault.NIGHT);
            }
        }
        var leaves = timing(written.leaves()).flatMap(timekeeper::dueAt).orElseGet(clock::instant);
        boolean wrong = !written.until().isEmpty()
                && moment(written.until()).filter(leaves::isBefore).isEmpty();
        return wrong ? Optional.of(Fault.UNTIL) : Optional.empty();
    }

    private Optional<Timing> timing(String leaves) {
        return Timing.parse(leaves).or(() -> moment(leaves).map(Timing::at));
    }

    private Optional<Instant> moment(String local) {
        try {
            return Optional.of(
                    LocalDateTime.parse(local).atZone(settings.zone()).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Letter letter(Written written) {
        var words = new HashMap<>(Map.of("bg", ""));
        written.words().forEach((language, text) -> {
            if (!text.isEmpty()) {
                words.put(language, text);
            }
        });
        var chosen = Addressees.chosen(written.to(), written.except());
        return new Letter(
                written.id(), new Localized(words), written.media(), chosen.audience(), terms(written, chosen));
    }

    private Terms terms(Written written, Chosen chosen) {
        boolean follows = chosen.audience().kind() == Kind.FORUM
                && timekeeper.followed(chosen.audience()).isPresent();
        return new Terms(
                chosen.narrowing(),
                false,
                timing(written.leaves()).orElse(null),
                moment(written.until()).orElse(null),
                written.receipt(),
                written.standing() && follows,
                written.urgent().isEmpty() ? null : written.urgent());
    }
}
