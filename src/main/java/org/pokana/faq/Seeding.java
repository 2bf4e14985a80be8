package org.pokana.faq;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Version.Change;
import org.springframework.stereotype.Component;

/**
 * Brings the file's entries into the store at start. What nobody has edited follows the file, also out of it; what
 * somebody has edited stays, and that the file says otherwise is noted. Safe to repeat, also from two instances at once.
 */
@Component
class Seeding {

    private final Entries entries;
    private final Seed seed;
    private final Clock clock;

    Seeding(Entries entries, Seed seed, Clock clock) {
        this.entries = entries;
        this.seed = seed;
        this.clock = clock;
    }

    void sow() {
        var kept = new HashMap<String, KeptEntry>(
                entries.all().stream().collect(Collectors.toMap(KeptEntry::id, Function.identity())));
        var fresh = new ArrayList<KeptEntry>();
        for (int place = 0; place < seed.entries().size(); place++) {
            var entry = seed.entries().get(place);
            var there = kept.remove(entry.id());
            if (there == null) {
                fresh.add(first(entry, place));
            } else {
                compare(there, entry, place);
            }
        }
        entries.addAll(fresh);
        withdraw(kept);
    }

    private KeptEntry first(FaqEntry entry, int place) {
        return new KeptEntry(entry.id(), version(entry, 1, false), place, false, FaqText.mark(entry), null, null);
    }

    private Version version(FaqEntry entry, long number, boolean retired) {
        return new Version(entry, number, retired, Change.FILE, null, null, clock.instant());
    }

    private void compare(KeptEntry there, FaqEntry entry, int place) {
        var mark = FaqText.mark(entry);
        if (there.place() != place) {
            entries.mark(there, "place", place);
        }
        if (there.edited()) {
            boolean same = mark.equals(there.file()) || mark.equals(FaqText.mark(there.entry()));
            note(there, same ? null : mark);
        } else if (!mark.equals(there.file())) {
            var next = version(entry, there.version() + 1, false);
            entries.replace(there, new KeptEntry(entry.id(), next, place, false, mark, null, null));
        }
    }

    private void note(KeptEntry there, @Nullable String newer) {
        if (!Objects.equals(there.newer(), newer)) {
            entries.mark(there, "newer", newer);
        }
    }

    /** What the file no longer has, unless it was never there or somebody edited it. */
    private void withdraw(Map<String, KeptEntry> left) {
        for (var there : left.values()) {
            if (there.file() != null && !there.edited() && there.isShown()) {
                var next = version(there.entry(), there.version() + 1, true);
                entries.replace(there, new KeptEntry(there.id(), next, KeptEntry.LAST, false, "", null, null));
            }
        }
    }
}
