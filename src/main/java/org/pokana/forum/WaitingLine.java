package org.pokana.forum;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pokana.forum.Shares.Obstacle;
import org.springframework.stereotype.Component;

/** Who waits for a seat at a forum in which order, and why they do. */
@Component
public class WaitingLine {

    private final Registrations registrations;
    private final Clock clock;

    WaitingLine(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Somebody in line.
     *
     * @param why what holds for this one only: {@code reserved}, {@code organisation}, {@code guest}, {@code lapsed}, or
     *     {@code no}
     */
    public record Place(int position, Registration registration, String why) {}

    /** By contact, the first in line first; not those who are asked. */
    public Map<String, Place> of(Forum forum) {
        var line = waiting(forum);
        var shares = registrations.shares(forum);
        var places = new LinkedHashMap<String, Place>();
        line.forEach(each -> places.put(each.contact(), new Place(places.size() + 1, each, why(each, shares))));
        return places;
    }

    private List<Registration> waiting(Forum forum) {
        return registrations.line(forum.id());
    }

    private static String why(Registration waiting, Shares shares) {
        var obstacle = shares.against(waiting.profile()).filter(against -> against != Obstacle.FULL);
        return obstacle.map(against -> against.name().toLowerCase(Locale.ROOT))
                .orElse(waiting.isGuest() ? "guest" : waiting.lapses() > 0 ? "lapsed" : "no");
    }

    /** The same for everybody in line: {@code cancelled}, {@code begun}, {@code over}, {@code full}, {@code kept}, {@code asked}. */
    public String why(Forum forum) {
        if (forum.isCancelled()) {
            return "cancelled";
        }
        if (forum.hasStarted(clock.instant())) {
            return "begun";
        }
        if (forum.seats().size() > forum.capacity()) {
            return "over";
        }
        if (forum.freeSeats() == 0) {
            return "full";
        }
        var shares = registrations.shares(forum);
        return waiting(forum).stream().anyMatch(shares::suit) ? "asked" : "kept";
    }
}
