package org.pokana.forum;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/**
 * When and where a forum is to be and what happens there: all that people are told when it changes.
 *
 * @param start local to the forum
 */
public record Plan(LocalDateTime start, Duration lasts, Venue venue, List<AgendaItem> agenda) {

    static Plan of(Forum forum) {
        return new Plan(
                forum.startsAt().toLocalDateTime(),
                Duration.between(forum.starts(), forum.ends()),
                forum.venue(),
                forum.agenda());
    }

    public boolean isOf(Forum forum) {
        return equals(of(forum));
    }

    /** The forum as it would be. */
    public Forum in(Forum forum) {
        var starts = start.atZone(forum.zone()).toInstant();
        return new Forum(
                forum.id(),
                forum.title(),
                forum.summary(),
                forum.city(),
                forum.municipality(),
                venue,
                starts,
                starts.plus(lasts),
                forum.zone(),
                forum.capacity(),
                forum.seats(),
                forum.desk(),
                forum.version() + 1,
                forum.changedAt(),
                forum.told(),
                forum.status(),
                forum.groups(),
                forum.languages(),
                agenda,
                forum.reminders(),
                forum.allotment());
    }
}
