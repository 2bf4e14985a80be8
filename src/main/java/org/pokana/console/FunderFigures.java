package org.pokana.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Roster;
import org.pokana.forum.Roster.Order;
import org.pokana.forum.Roster.Wish;
import org.pokana.forum.RosterEntry;
import org.pokana.forum.RosterEntry.Standing;
import org.pokana.paper.Report.Section;
import org.springframework.stereotype.Component;

/** The figures a funder asks for: how many were registered and came, from where, how many for the first time. */
@Component
class FunderFigures {

    private static final Wish EVERYBODY =
            new Wish(List.of(Standing.values()), null, null, "", Order.NUMBER, false, null);

    private final Forums forums;
    private final Roster roster;

    FunderFigures(Forums forums, Roster roster) {
        this.forums = forums;
        this.roster = roster;
    }

    List<RosterEntry> everybody(Forum forum) {
        return roster.find(forum.id(), EVERYBODY).entries();
    }

    Section inAll(Forum forum, List<RosterEntry> people, PageWords words) {
        long seats = count(people, Standing.SEAT) + count(people, Standing.HERE);
        long came = count(people, Standing.HERE);
        long minutes = Duration.between(forum.starts(), forum.ends()).toMinutes();
        return Section.of(
                words.say("pack.figures"),
                List.of(words.say("pack.figure"), words.say("pack.value")),
                Stream.of(
                                row(words, "seats", forum.capacity()),
                                row(words, "registered", seats),
                                row(words, "came", came),
                                row(words, "absent", seats - came),
                                row(words, "waiting", count(people, Standing.WAITING) + count(people, Standing.KEPT)),
                                row(words, "gone", count(people, Standing.GONE)),
                                row(words, "first-time", newcomers(forum, people)),
                                row(words, "hours", came * minutes / 60))
                        .toList());
    }

    private static List<String> row(PageWords words, String figure, long value) {
        return List.of(words.say("pack.figure-" + figure), String.valueOf(value));
    }

    private static long count(List<RosterEntry> people, Standing standing) {
        return people.stream().filter(entry -> entry.standing() == standing).count();
    }

    /** Who came and was at no forum before; of guests nobody knows. */
    private long newcomers(Forum forum, List<RosterEntry> people) {
        Set<String> before = new HashSet<>();
        forums.all().stream()
                .filter(other -> other.starts().isBefore(forum.starts()))
                .flatMap(other -> everybody(other).stream())
                .filter(entry -> entry.standing() == Standing.HERE)
                .forEach(entry -> before.add(entry.contact()));
        return people.stream()
                .filter(entry -> entry.standing() == Standing.HERE && !entry.isGuest())
                .filter(entry -> !before.contains(entry.contact()))
                .count();
    }

    Section byGroup(List<RosterEntry> people, PageWords words) {
        return by("group", Groups.KEYS, entry -> entry.profile().group(), people, words);
    }

    Section byMunicipality(List<RosterEntry> people, PageWords words) {
        return by("municipality", Municipalities.KEYS, entry -> entry.profile().municipality(), people, words);
    }

    private static Section by(
            String what,
            List<String> keys,
            Function<RosterEntry, @Nullable String> of,
            List<RosterEntry> people,
            PageWords words) {
        var rows = new ArrayList<List<String>>();
        keys.forEach(key -> rows.add(row(words.say("forum." + what + "." + key), people, of, key)));
        rows.add(row(words.say("pack.unknown"), people, of, null));
        rows.removeIf(row -> row.get(1).equals("0"));
        var head = List.of(
                words.say("console.column-" + what),
                words.say("pack.figure-registered"),
                words.say("pack.figure-came"));
        return Section.of(words.say("pack.by-" + what), head, rows);
    }

    private static List<String> row(
            String name, List<RosterEntry> people, Function<RosterEntry, @Nullable String> of, @Nullable String key) {
        var theirs = people.stream()
                .filter(RosterEntry::hasSeat)
                .filter(entry -> Objects.equals(key, of.apply(entry)))
                .toList();
        return List.of(name, String.valueOf(theirs.size()), String.valueOf(count(theirs, Standing.HERE)));
    }

    /** Municipalities by kinds of bodies: how many came. */
    List<List<String>> coverage(List<RosterEntry> people, PageWords words) {
        return Municipalities.KEYS.stream()
                .map(municipality -> Stream.concat(
                                Stream.of(words.say("forum.municipality." + municipality)),
                                Groups.KEYS.stream().map(group -> came(people, municipality, group)))
                        .toList())
                .toList();
    }

    private static String came(List<RosterEntry> people, String municipality, String group) {
        return String.valueOf(people.stream()
                .filter(entry -> entry.standing() == Standing.HERE)
                .filter(entry -> municipality.equals(entry.profile().municipality()))
                .filter(entry -> group.equals(entry.profile().group()))
                .count());
    }

    static List<String> coverageHead(PageWords words) {
        return Stream.concat(
                        Stream.of(words.say("console.column-municipality")),
                        Groups.KEYS.stream().map(group -> words.say("forum.group." + group)))
                .toList();
    }

    static Locale language(PageWords words) {
        return Locale.forLanguageTag(words.language());
    }
}
