package org.pokana.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One dated regional meeting that people register for.
 *
 * @param seats the contact ids of those who have a seat: the only truth about it
 * @param version raised only by a change that registered people must be told: time, place, cancellation
 * @param changedAt when the version was raised last
 * @param told what registered people know or are about to know; behind {@code version} until their notices are queued
 * @param reminders rules of its own, such as {@code 7d@10:00} or {@code 2h}; empty for the usual ones
 * @param allotment which seats are not simply everybody's; null if all are
 */
@Document("forums")
public record Forum(
        @Id String id,
        Localized title,
        Localized summary,
        Localized city,
        String municipality,
        Venue venue,
        Instant starts,
        Instant ends,
        ZoneId zone,
        int capacity,
        List<String> seats,
        Desk desk,
        long version,
        Instant changedAt,
        Told told,
        Status status,
        List<String> groups,
        List<String> languages,
        List<AgendaItem> agenda,
        List<String> reminders,
        @Nullable Allotment allotment) {

    private static final Duration DOOR_OPENS = Duration.ofHours(3);
    private static final Duration NOTES_FOLLOW = Duration.ofDays(1);

    /** Whether one can register; stored by name. */
    public enum Status {
        OPEN,
        CLOSED,
        CANCELLED
    }

    /**
     * What people were told last.
     *
     * @param agenda null in forums made before it was kept
     */
    public record Told(
            long version,
            Instant starts,
            Instant ends,
            Venue venue,
            @Nullable List<AgendaItem> agenda) {}

    /**
     * The counters of the registration desk.
     *
     * @param numbers the last registration number; raised by every seat given, so it also tells that one was
     * @param waitSeq the last ticket of the waiting list
     * @param line whether somebody may be waiting; as long as it stands, newcomers queue up behind
     * @param freed how often somebody gave up a seat or a place in the line, or who may have one was decided anew
     */
    public record Desk(long numbers, long waitSeq, boolean line, long freed) {

        static final Desk NEW = new Desk(0, 0, false, 0);
    }

    public ZonedDateTime startsAt() {
        return starts.atZone(zone);
    }

    public ZonedDateTime endsAt() {
        return ends.atZone(zone);
    }

    public boolean seats(ContactId contact) {
        return seats.contains(contact.value());
    }

    public int freeSeats() {
        return Math.max(0, capacity - seats.size());
    }

    public boolean isCancelled() {
        return status == Status.CANCELLED;
    }

    /** When the first people are expected at the door. */
    public Instant doorOpens() {
        return starts.minus(DOOR_OPENS);
    }

    /** Whether people can check themselves in. */
    public boolean isAtTheDoor(Instant now) {
        return !isCancelled() && !now.isBefore(doorOpens()) && !isOver(now);
    }

    /** Whether somebody at the door who is not registered can ask to be let in; before it begins they simply register. */
    public boolean takesWalkIns(Instant now) {
        return isAtTheDoor(now) && hasStarted(now);
    }

    /** Whether it can be noted who came: longer than that, as helpers may have notes on paper. */
    public boolean canBeNoted(Instant now) {
        return !isCancelled() && !now.isBefore(doorOpens()) && now.isBefore(ends.plus(NOTES_FOLLOW));
    }

    /** Whether it was changed back before anybody was told. */
    boolean isAsTold() {
        return !isCancelled()
                && starts.equals(told.starts())
                && ends.equals(told.ends())
                && venue.equals(told.venue())
                && !hasOtherAgenda();
    }

    /** Whether its agenda is another than people were told, apart from having moved along with the forum. */
    boolean hasOtherAgenda() {
        var known = told.agenda();
        return known != null && !agenda.equals(moved(known));
    }

    /** The agenda people were told, at the hours it would have now. */
    List<AgendaItem> moved(List<AgendaItem> known) {
        var by = Duration.between(
                told.starts().atZone(zone).toLocalTime(), startsAt().toLocalTime());
        return known.stream().map(item -> item.later(by)).toList();
    }

    public boolean hasStarted(Instant now) {
        return !now.isBefore(starts);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    /** Whether a newcomer may ask for a seat or a place in the line. */
    public boolean isOpen(Instant now) {
        return status == Status.OPEN && !hasStarted(now);
    }

    /** Whether a newcomer would have to wait. */
    public boolean isFull() {
        return freeSeats() == 0 || desk.line();
    }
}
