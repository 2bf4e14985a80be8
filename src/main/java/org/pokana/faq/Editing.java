package org.pokana.faq;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Version.Change;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.springframework.stereotype.Component;

/**
 * Changes entries while the service runs. Everybody says which version they saw; whoever is too late gets the newer one
 * instead of writing over it.
 */
@Component
public class Editing {

    private final Entries entries;
    private final Rereading rereading;
    private final Opinions opinions;
    private final Search search;
    private final Seed seed;
    private final Clock clock;

    Editing(Entries entries, Rereading rereading, Opinions opinions, Search search, Seed seed, Clock clock) {
        this.entries = entries;
        this.rereading = rereading;
        this.opinions = opinions;
        this.search = search;
        this.seed = seed;
        this.clock = clock;
    }

    /** What makes an entry speak one more language, or say something else in it. */
    public record Translation(String question, String label, String answer) {}

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

    public Edited add(FaqEntry entry, ContactId who, @Nullable String why) {
        return add(entry, Change.ADDED, who, why);
    }

    Edited add(FaqEntry entry, Change change, ContactId who, @Nullable String why) {
        var fault = Fitness.fault(entry);
        if (fault.isPresent()) {
            return new Edited.Refused(fault.get());
        }
        var first = new Version(entry, 1, false, change, who.value(), why, clock.instant());
        boolean added = entries.add(new KeptEntry(entry.id(), first, KeptEntry.LAST, true, null, null, null));
        look();
        return added ? new Edited.Done(first) : overtaken(entry.id());
    }

    /** @param seen the version that was changed into this */
    public Edited edit(FaqEntry changed, long seen, ContactId who, @Nullable String why) {
        return edit(changed, seen, Change.EDITED, who, why);
    }

    Edited edit(FaqEntry changed, long seen, Change change, ContactId who, @Nullable String why) {
        return change(changed.id(), seen, change, now -> changed, who, why);
    }

    public Edited translate(String id, long seen, Locale language, Translation words, ContactId who) {
        return change(
                id,
                seen,
                Change.TRANSLATED,
                now -> now.saying(
                        with(now.question(), language, words.question()),
                        with(now.label(), language, words.label()),
                        with(now.answer(), language, words.answer())),
                who,
                null);
    }

    private static Localized with(Localized words, Locale language, String said) {
        var all = new HashMap<>(words.words());
        all.put(language.getLanguage(), said.strip());
        return new Localized(all);
    }

    /** One more way to ask for it; one that is known already changes nothing. */
    public Edited addExample(String id, long seen, Locale language, String example, ContactId who) {
        return change(id, seen, Change.EXAMPLE, now -> with(now, language.getLanguage(), example.strip()), who, null);
    }

    private static FaqEntry with(FaqEntry entry, String language, String example) {
        var phrasings = new HashMap<>(entry.phrasings());
        var known = phrasings.getOrDefault(language, List.of());
        if (!known.contains(example)) {
            var more = new ArrayList<>(known);
            more.add(example);
            phrasings.put(language, List.copyOf(more));
        }
        return entry.askedAs(phrasings);
    }

    /** What it says still holds: it counts as checked now. */
    public Edited confirm(String id, long seen, ContactId who) {
        return change(id, seen, Change.CONFIRMED, now -> now.checkedIn(month()), who, null);
    }

    YearMonth month() {
        return YearMonth.now(clock);
    }

    /** People no longer get it; it can be restored. */
    public Edited retire(String id, long seen, ContactId who, @Nullable String why) {
        return change(id, seen, Change.RETIRED, UnaryOperator.identity(), who, why);
    }

    /** Makes an earlier version, or what was retired, the newest again. */
    public Edited restore(String id, long seen, long number, ContactId who) {
        var earlier = history(id).stream()
                .filter(version -> version.number() == number)
                .findFirst();
        if (earlier.isEmpty()) {
            return new Edited.Gone();
        }
        return change(id, seen, Change.RESTORED, now -> earlier.get().entry(), who, String.valueOf(number));
    }

    /** The file decides again. */
    public Edited takeFromFile(String id, long seen, ContactId who) {
        var kept = entries.find(id).orElse(null);
        var filed = seed.entry(id).orElse(null);
        if (kept == null || filed == null) {
            return new Edited.Gone();
        }
        var next = version(kept, filed, Change.FILE, who, null);
        return put(kept, seen, new KeptEntry(id, next, kept.place(), false, FaqText.mark(filed), null, null));
    }

    /** What was edited here stays, whatever the file says now. */
    public void keepOurs(String id) {
        entries.find(id).filter(kept -> kept.newer() != null).ifPresent(kept -> {
            entries.mark(kept, "file", kept.newer());
            entries.mark(kept, "newer", null);
        });
    }

    private Edited change(
            String id,
            long seen,
            Change change,
            UnaryOperator<FaqEntry> changing,
            ContactId who,
            @Nullable String why) {
        var kept = entries.find(id).orElse(null);
        if (kept == null) {
            return new Edited.Gone();
        }
        var changed = changing.apply(kept.entry());
        var fault = Fitness.fault(changed);
        if (fault.isPresent()) {
            return new Edited.Refused(fault.get());
        }
        boolean edited = kept.edited() || change != Change.CONFIRMED;
        var next = version(kept, changed, change, who, why);
        return put(kept, seen, new KeptEntry(id, next, kept.place(), edited, kept.file(), kept.newer(), null));
    }

    private Version version(KeptEntry from, FaqEntry entry, Change change, ContactId who, @Nullable String why) {
        boolean back = change == Change.RESTORED || change == Change.FILE || change == Change.IMPORTED;
        boolean retired = change == Change.RETIRED || (from.now().retired() && !back);
        return new Version(entry, from.version() + 1, retired, change, who.value(), why, clock.instant());
    }

    private Edited put(KeptEntry from, long seen, KeptEntry next) {
        if (from.version() == seen && entries.replace(from, next)) {
            look();
            if (next.now().change() != Change.EXAMPLE) {
                opinions.heard(from.id()); // they were said of what it was before
            }
            return new Edited.Done(next.now());
        }
        look();
        return from.version() == seen + 1 && isTheSame(from.now(), next.now())
                ? new Edited.Done(from.now())
                : overtaken(from.id());
    }

    /** Asked for twice, or again after a crash, it is done once. */
    private static boolean isTheSame(Version now, Version wanted) {
        return now.change() == wanted.change()
                && now.retired() == wanted.retired()
                && now.by().equals(wanted.by())
                && now.entry().equals(wanted.entry());
    }

    /** Whoever hears that it is done may ask for it at once. */
    private void look() {
        rereading.look();
        search.catchUp();
    }

    private Edited overtaken(String id) {
        return now(id).<Edited>map(Edited.Overtaken::new).orElseGet(Edited.Gone::new);
    }
}
