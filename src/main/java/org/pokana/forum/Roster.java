package org.pokana.forum;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Spelling;
import org.pokana.forum.Registration.Status;
import org.pokana.forum.RosterEntry.Standing;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The list of a forum's people for a big screen: found, sorted and cut into pages here rather than in a browser. It is
 * read without what a list does not show, as ten thousand may stand on it.
 */
@Component
public class Roster {

    private static final List<Status> LISTED =
            List.of(Status.CONFIRMED, Status.OFFERED, Status.LAPSED, Status.WAITLISTED, Status.CANCELLED);

    private final MongoOperations store;
    private final Lately<String, List<RosterEntry>> lately;

    public Roster(MongoOperations store, Clock clock) {
        this.store = store;
        this.lately = new Lately<>(clock);
    }

    /** Whoever has just changed something sees it at once; others some seconds later at most. */
    public void freshen(String forum) {
        lately.forget(forum);
    }

    /** What a list can be sorted by. */
    public enum Order {
        NUMBER,
        NAME,
        ORGANISATION,
        REGISTERED,
        LINE,
        MUNICIPALITY
    }

    /**
     * What is looked for.
     *
     * @param standings empty for everybody but those who gave up
     * @param coming whether they said that they will come; null for both
     * @param letters of a name or organisation in whichever alphabet, or a number
     */
    public record Wish(
            Collection<Standing> standings,
            @Nullable String municipality,
            @Nullable String group,
            String letters,
            Order order,
            boolean backwards,
            @Nullable Boolean coming) {

        public static final Wish ALL = new Wish(List.of(), null, null, "", Order.NUMBER, false, null);
    }

    /** @param counts of the whole list, whatever was looked for */
    public record Found(List<RosterEntry> entries, Map<Standing, Integer> counts) {}

    public Found find(String forum, Wish wish) {
        var all = all(forum);
        var counts = new EnumMap<Standing, Integer>(Standing.class);
        all.forEach(entry -> counts.merge(entry.standing(), 1, Integer::sum));
        var sought = sought(wish.letters());
        var found = all.stream()
                .filter(entry -> stands(entry, wish.standings()))
                .filter(entry -> is(wish.municipality(), entry.profile().municipality()))
                .filter(entry -> is(wish.group(), entry.profile().group()))
                .filter(entry -> wish.coming() == null || entry.hasSeat() && entry.coming() == wish.coming())
                .filter(sought)
                .sorted(order(wish))
                .toList();
        return new Found(found, counts);
    }

    /** Everybody, also those who gave up; in no order. */
    private List<RosterEntry> all(String forum) {
        return lately.get(
                forum, () -> RosterEntry.read(store, List.of(forum), LISTED).getOrDefault(forum, List.of()));
    }

    private static boolean stands(RosterEntry entry, Collection<Standing> wanted) {
        return wanted.isEmpty() ? entry.standing() != Standing.GONE : wanted.contains(entry.standing());
    }

    private static boolean is(@Nullable String wanted, @Nullable String known) {
        return wanted == null || wanted.equals(known);
    }

    private static Predicate<RosterEntry> sought(String letters) {
        var typed = letters.strip();
        if (typed.isEmpty()) {
            return any -> true;
        }
        if (typed.matches("\\d{1,6}")) {
            long number = Long.parseLong(typed);
            return entry -> entry.number() == number;
        }
        var words = Spelling.fold(typed).split(" ");
        return entry -> {
            var known = words(entry);
            return Arrays.stream(words).allMatch(word -> known.stream().anyMatch(each -> each.startsWith(word)));
        };
    }

    private static List<String> words(RosterEntry entry) {
        return Stream.of(entry.profile().name(), entry.profile().organisation())
                .filter(Objects::nonNull)
                .flatMap(text -> Arrays.stream(Spelling.fold(text).split(" ")))
                .toList();
    }

    private static Comparator<RosterEntry> order(Wish wish) {
        Comparator<RosterEntry> by =
                switch (wish.order()) {
                    case NAME ->
                        Comparator.comparing(entry -> plain(entry.profile().name()));
                    case ORGANISATION ->
                        Comparator.comparing(entry -> plain(entry.profile().organisation()));
                    case MUNICIPALITY ->
                        Comparator.comparing((RosterEntry entry) ->
                                        plain(entry.profile().municipality()))
                                .thenComparing(entry -> plain(entry.profile().group()));
                    case REGISTERED -> Comparator.comparing(RosterEntry::registeredAt);
                    case LINE -> Comparator.comparing(RosterEntry::standing).thenComparing(RosterEntry::ticket);
                    // Those who never had a seat come after those who have one.
                    case NUMBER ->
                        Comparator.comparing((RosterEntry entry) -> entry.number() == 0)
                                .thenComparing(RosterEntry::number)
                                .thenComparing(RosterEntry::ticket);
                };
        var whole = by.thenComparing(RosterEntry::contact);
        return wish.backwards() ? whole.reversed() : whole;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "\uffff" : text.toLowerCase(java.util.Locale.ROOT);
    }
}
