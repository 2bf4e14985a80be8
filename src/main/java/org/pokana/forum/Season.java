package org.pokana.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** How the forums of a season go, in numbers and by who comes from where; all of it in one look at the registrations. */
@Component
public class Season {

    /** What is left of a kept seat's time when it is about to run out. */
    private static final Duration ENDING = Duration.ofHours(2);

    private final MongoOperations store;
    private final Clock clock;
    private final Lately<List<String>, Glance> looks;

    public Season(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.looks = new Lately<>(clock);
    }

    /** Where somebody comes from; unknown for guests. */
    public record Cell(
            @Nullable String municipality, @Nullable String group) {}

    /**
     * One forum's.
     *
     * @param days how many registered on each day; only days on which somebody did
     * @param ending of how many of those kept the time is about to run out
     */
    public record Numbers(
            int seats, int here, int kept, int waiting, int coming, SortedMap<LocalDate, Integer> days, int ending) {}

    /** @param people by where they come from, each once however many forums they come to */
    public record Glance(Map<String, Numbers> forums, Map<Cell, List<RosterEntry>> people) {

        public Numbers of(String forum) {
            return forums.getOrDefault(forum, new Numbers(0, 0, 0, 0, 0, new TreeMap<>(), 0));
        }

        public List<RosterEntry> in(String municipality, String group) {
            return people.getOrDefault(new Cell(municipality, group), List.of());
        }
    }

    /** As it was some seconds ago at most. */
    public Glance look(Collection<Forum> forums) {
        return looks.get(forums.stream().map(Forum::id).toList(), () -> read(forums));
    }

    private Glance read(Collection<Forum> forums) {
        var zones = forums.stream().collect(Collectors.toMap(Forum::id, Forum::zone));
        var byForum = RosterEntry.read(store, zones.keySet(), Registration.ACTIVE);
        var numbers = new HashMap<String, Numbers>();
        byForum.forEach((forum, entries) -> numbers.put(forum, numbers(entries, zones.get(forum))));
        return new Glance(numbers, people(byForum.values()));
    }

    private Numbers numbers(List<RosterEntry> entries, @Nullable ZoneId zone) {
        var days = new TreeMap<LocalDate, Integer>();
        int seats = 0;
        int here = 0;
        int kept = 0;
        int waiting = 0;
        int coming = 0;
        int ending = 0;
        var soon = clock.instant().plus(ENDING);
        for (RosterEntry entry : entries) {
            switch (entry.standing()) {
                case HERE -> here++;
                case KEPT -> kept++;
                case WAITING -> waiting++;
                default -> {}
            }
            seats += entry.hasSeat() ? 1 : 0;
            ending += entry.isKeptUntil(soon) ? 1 : 0;
            coming += entry.hasSeat() && entry.coming() ? 1 : 0;
            if (zone != null) {
                days.merge(entry.registeredAt().atZone(zone).toLocalDate(), 1, Integer::sum);
            }
        }
        return new Numbers(seats, here, kept, waiting, coming, days, ending);
    }

    private static Map<Cell, List<RosterEntry>> people(Collection<List<RosterEntry>> forums) {
        var each = new HashMap<String, RosterEntry>();
        forums.forEach(entries -> entries.forEach(entry -> each.putIfAbsent(entry.contact(), entry)));
        return each.values().stream()
                .collect(Collectors.groupingBy(entry ->
                        new Cell(entry.profile().municipality(), entry.profile().group())));
    }
}
