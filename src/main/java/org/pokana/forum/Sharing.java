package org.pokana.forum;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Who the seats of a forum are for, for whoever changes that away from the chat, by the rules of the chat. */
@Component
public class Sharing {

    private final Registrations registrations;
    private final Clock clock;

    Sharing(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * As it is written down; what is not is empty.
     *
     * @param kept seats by the key of the group they are kept for
     * @param day until when, in the forum's time; to its beginning if there is none
     * @param most of one organisation
     */
    public record Written(Map<String, String> kept, String day, String hour, String most) {}

    /** What of it cannot be. */
    public enum Fault {
        /** No numbers, or more in all than there are seats. */
        KEPT,
        /** No moment, a past one, or one after the beginning. */
        UNTIL,
        MOST
    }

    /** One of the two. */
    public record Read(@Nullable Fault fault, @Nullable Allotment allotment) {

        private static Read wrong(Fault fault) {
            return new Read(fault, null);
        }
    }

    /** Until it begins. */
    public boolean canBeChanged(Forum forum) {
        return !forum.isCancelled() && !forum.hasStarted(clock.instant());
    }

    public Written now(Forum forum) {
        var allotment = Allotment.of(forum);
        var kept = new HashMap<String, String>();
        allotment.reserved().forEach((group, seats) -> kept.put(group, String.valueOf(seats)));
        boolean ends = !kept.isEmpty() && allotment.endsBefore() > 0;
        var until = allotment.until(forum).atZone(forum.zone()).toLocalDateTime();
        return new Written(
                kept,
                ends ? until.toLocalDate().toString() : "",
                ends ? until.toLocalTime().toString() : "",
                allotment.mostOfOne() == 0 ? "" : String.valueOf(allotment.mostOfOne()));
    }

    /** What stays as it is need not be possible anew: its moment may have passed. */
    public Read read(Forum forum, Written written) {
        var before = Allotment.of(forum);
        if (written.equals(now(forum))) {
            return new Read(null, before);
        }
        var kept = kept(written.kept());
        var most = written.most().isEmpty() ? Optional.of(0) : Allotment.most(written.most());
        if (kept.isEmpty()) {
            return Read.wrong(Fault.KEPT);
        }
        var wanted = new Allotment(kept.get(), before.endsBefore(), 0);
        if (wanted.reservedInAll() > forum.capacity()) {
            return Read.wrong(Fault.KEPT);
        }
        var ends = wanted.reserved().isEmpty() ? Optional.of(before.endsBefore()) : ends(forum, written);
        if (ends.isEmpty()) {
            return Read.wrong(Fault.UNTIL);
        }
        return most.map(ofOne -> new Read(null, new Allotment(wanted.reserved(), ends.get(), ofOne)))
                .orElseGet(() -> Read.wrong(Fault.MOST));
    }

    private static Optional<Map<String, Integer>> kept(Map<String, String> written) {
        var kept = new HashMap<String, Integer>();
        for (var each : written.entrySet()) {
            if (!Groups.KEYS.contains(each.getKey()) || !each.getValue().matches("\\d{1,4}")) {
                return Optional.empty();
            }
            int seats = Integer.parseInt(each.getValue());
            if (seats > 0) {
                kept.put(each.getKey(), seats);
            }
        }
        return Optional.of(Map.copyOf(kept));
    }

    /** So many minutes before the beginning. */
    private Optional<Long> ends(Forum forum, Written written) {
        if (written.day().isEmpty() && written.hour().isEmpty()) {
            return Optional.of(0L);
        }
        try {
            var until = LocalDate.parse(written.day())
                    .atTime(LocalTime.parse(written.hour()))
                    .atZone(forum.zone());
            return Optional.of(Duration.between(until.toInstant(), forum.starts()))
                    .filter(before -> KeptUntil.isToCome(forum, before, clock.instant()))
                    .map(Duration::toMinutes);
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** In plain words, as it is. */
    public Phrase rules(Forum forum) {
        return ShareWords.rules(forum);
    }

    /** The same if it were so. */
    public Phrase rules(Forum forum, Allotment wanted) {
        return ShareWords.rules(forum, wanted);
    }

    /** Nobody loses a seat; whom a free one suits by now is offered it. */
    public void share(Forum forum, Allotment wanted) {
        registrations.allot(forum.id(), before -> wanted);
    }
}
