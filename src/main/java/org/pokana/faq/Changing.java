package org.pokana.faq;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Version.Change;
import org.pokana.kernel.ContactId;

/** Puts the next version in the place of the one somebody saw, unless another was faster. */
final class Changing {

    private final Entries entries;
    private final Rereading rereading;
    private final Opinions opinions;
    private final Search search;
    private final Clock clock;

    Changing(Entries entries, Rereading rereading, Opinions opinions, Search search, Clock clock) {
        this.entries = entries;
        this.rereading = rereading;
        this.opinions = opinions;
        this.search = search;
        this.clock = clock;
    }

    Edited change(
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

    Version version(KeptEntry from, FaqEntry entry, Change change, ContactId who, @Nullable String why) {
        boolean back = change == Change.RESTORED || change == Change.FILE || change == Change.IMPORTED;
        boolean retired = change == Change.RETIRED || (from.now().retired() && !back);
        return new Version(entry, from.version() + 1, retired, change, who.value(), why, clock.instant());
    }

    Edited put(KeptEntry from, long seen, KeptEntry next) {
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
    void look() {
        rereading.look();
        search.catchUp();
    }

    Edited overtaken(String id) {
        return entries.find(id)
                .map(KeptEntry::now)
                .<Edited>map(Edited.Overtaken::new)
                .orElseGet(Edited.Gone::new);
    }
}
