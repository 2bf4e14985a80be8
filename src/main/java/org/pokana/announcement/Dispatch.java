package org.pokana.announcement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Announcement.State;
import org.pokana.kernel.Phrase;

/**
 * An announcement as organizers look at it: where it stands, what became of it, and what can be done with it now.
 *
 * @param excerpt its beginning
 * @param at when who gets it was decided, or when it was written if that is to come
 * @param leaves when it leaves; null once it has, or where that will not be
 * @param restsUntil until when a chat service takes none of it; null when it does
 * @param report as it is by now; what waits counts as unsent
 * @param gone from how many it was taken back; -1 if it was not
 * @param acts such as {@code pause}, each said by {@code announcement_<act>.button}
 */
public record Dispatch(
        String id,
        Phrase excerpt,
        Phrase whom,
        @Nullable String by,
        Progress progress,
        Instant at,
        @Nullable Instant leaves,
        @Nullable Instant restsUntil,
        Report report,
        boolean receipt,
        int gone,
        List<String> acts) {

    public boolean can(String act) {
        return acts.contains(act);
    }

    /** How far it is, which is looked at often. */
    public record Progress(State state, boolean settled, int total, int done, int delivered) {

        /** Changes whenever a page should show something else than other numbers. */
        public String mark() {
            return state + (settled ? "-settled" : done > 0 ? "-going" : "");
        }
    }

    public boolean isUnderWay() {
        return !progress.settled();
    }

    public boolean is(String state) {
        return progress.state().name().equals(state);
    }
}
