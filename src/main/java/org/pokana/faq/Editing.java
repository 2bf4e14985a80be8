package org.pokana.faq;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
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
public class Editing extends Versions {

    private final Entries entries;
    private final Seed seed;
    private final Changing changing;
    private final Clock clock;

    Editing(Entries entries, Rereading rereading, Opinions opinions, Search search, Seed seed, Clock clock) {
        super(entries, seed, clock);
        this.entries = entries;
        this.seed = seed;
        this.changing = new Changing(entries, rereading, opinions, search, clock);
        this.clock = clock;
    }

    /** What makes an entry speak one more language, or say something else in it. */
    public record Translation(String question, String label, String answer) {}

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
        changing.look();
        return added ? new Edited.Done(first) : changing.overtaken(entry.id());
    }

    /** @param seen the version that was changed into this */
    public Edited edit(FaqEntry changed, long seen, ContactId who, @Nullable String why) {
        return edit(changed, seen, Change.EDITED, who, why);
    }

    Edited edit(FaqEntry changed, long seen, Change change, ContactId who, @Nullable String why) {
        return changing.change(changed.id(), seen, change, now -> changed, who, why);
    }

    public Edited translate(String id, long seen, Locale language, Translation words, ContactId who) {
        return changing.change(
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
        return changing.change(
                id, seen, Change.EXAMPLE, now -> with(now, language.getLanguage(), example.strip()), who, null);
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
        return changing.change(id, seen, Change.CONFIRMED, now -> now.checkedIn(month()), who, null);
    }

    /** People no longer get it; it can be restored. */
    public Edited retire(String id, long seen, ContactId who, @Nullable String why) {
        return changing.change(id, seen, Change.RETIRED, UnaryOperator.identity(), who, why);
    }

    /** Makes an earlier version, or what was retired, the newest again. */
    public Edited restore(String id, long seen, long number, ContactId who) {
        var earlier = history(id).stream()
                .filter(version -> version.number() == number)
                .findFirst();
        if (earlier.isEmpty()) {
            return new Edited.Gone();
        }
        return changing.change(id, seen, Change.RESTORED, now -> earlier.get().entry(), who, String.valueOf(number));
    }

    /** The file decides again. */
    public Edited takeFromFile(String id, long seen, ContactId who) {
        var kept = entries.find(id).orElse(null);
        var filed = seed.entry(id).orElse(null);
        if (kept == null || filed == null) {
            return new Edited.Gone();
        }
        var next = changing.version(kept, filed, Change.FILE, who, null);
        return changing.put(kept, seen, new KeptEntry(id, next, kept.place(), false, FaqText.mark(filed), null, null));
    }

    /** What was edited here stays, whatever the file says now. */
    public void keepOurs(String id) {
        entries.find(id).filter(kept -> kept.newer() != null).ifPresent(kept -> {
            entries.mark(kept, "file", kept.newer());
            entries.mark(kept, "newer", null);
        });
    }
}
