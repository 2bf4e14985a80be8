package org.pokana.faq;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the entries say, have said and should be asked about. */
abstract class Versions {

    private final Entries entries;
    private final Seed seed;
    private final Clock clock;

    Versions(Entries entries, Seed seed, Clock clock) {
        this.entries = entries;
        this.seed = seed;
        this.clock = clock;
    }

    public Optional<Version> now(String id) {
        return entries.find(id).map(KeptEntry::now);
    }

    /** Those whose check is too long ago, the longest first. */
    public List<Version> due() {
        var month = month();
        return all().stream()
                .filter(version -> !version.retired() && Review.isDue(version.entry(), month))
                .sorted(Comparator.comparing(
                        version -> version.entry().checked().orElseThrow()))
                .toList();
    }

    /** How many they are, without reading them. */
    public long countDue() {
        return entries.checkedUntil(Review.dueIfCheckedIn(month()));
    }

    /** Those of which nobody has ever said that they are true. */
    public List<Version> unconfirmed() {
        return all().stream()
                .filter(version ->
                        !version.retired() && version.entry().checked().isEmpty())
                .toList();
    }

    /** Those that are due and of which nobody was asked since their last check. */
    public List<Version> unasked() {
        var month = month();
        return entries.all().stream()
                .filter(kept -> kept.isShown() && Review.isDue(kept.entry(), month))
                .filter(kept -> !checkOf(kept).equals(kept.askedFor()))
                .map(KeptEntry::now)
                .toList();
    }

    /** Somebody has been asked; not again before the next check. */
    public void asked(String id) {
        entries.find(id).ifPresent(kept -> entries.mark(kept, "askedFor", checkOf(kept)));
    }

    private static String checkOf(KeptEntry kept) {
        return kept.entry().checked().map(YearMonth::toString).orElse("");
    }

    /** Everything there is, also what was retired. */
    public List<Version> all() {
        return entries.all().stream().map(KeptEntry::now).toList();
    }

    /** The newest first, with the one that is now. */
    public List<Version> history(String id) {
        var now = now(id);
        long newest = now.map(Version::number).orElse(0L);
        var earlier = entries.earlier(id).stream().filter(version -> version.number() < newest);
        return Stream.concat(now.stream(), earlier).toList();
    }

    /** Those edited here of which the file says something else by now, with what it says. */
    public Map<Version, FaqEntry> differing() {
        var differing = new HashMap<Version, FaqEntry>();
        entries.all().stream().filter(kept -> kept.newer() != null).forEach(kept -> seed.entry(kept.id())
                .ifPresent(entry -> differing.put(kept.now(), entry)));
        return differing;
    }

    YearMonth month() {
        return YearMonth.now(clock);
    }
}
