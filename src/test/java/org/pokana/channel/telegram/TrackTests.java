package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant AFTER_A_QUIET_WEEK = MONDAY.plus(Duration.ofDays(8));

    @Test
    void namesEveryUpdateOnceWhateverItsNumberAfterAQuietWeek() {
        var random = new Random(7);
        for (int trial = 0; trial < 1000; trial++) {
            long old = 1_000 + random.nextInt(1_000_000);
            long fresh = trial % 10 == 0 ? old - 1 : 1 + random.nextInt(1_000_000);
            var before = follow(follow(Track.start("42", MONDAY), old - 1, MONDAY), old, MONDAY);
            var after = follow(before, fresh, AFTER_A_QUIET_WEEK);
            var again = follow(after, fresh, AFTER_A_QUIET_WEEK);
            var next = follow(again, fresh + 1, AFTER_A_QUIET_WEEK);

            assertThat(after.id(fresh)).as("%d after %d", fresh, old).isNotIn(before.id(old - 1), before.id(old));
            assertThat(again.id(fresh)).isEqualTo(after.id(fresh));
            assertThat(next.id(fresh + 1)).isNotIn(ids(before, after));
        }
    }

    /** The control: whoever only looks for higher numbers is deaf after a quiet week. */
    @Test
    void wouldLoseHalfOfThemIfOnlyHigherNumbersCounted() {
        var random = new Random(7);
        int lost = 0;
        for (int trial = 0; trial < 1000; trial++) {
            lost += 1 + random.nextInt(1_000_000) <= 1 + random.nextInt(1_000_000) ? 1 : 0;
        }

        assertThat(lost).isGreaterThan(400);
    }

    @Test
    void keepsTheIdOfWhatComesAgain() {
        var track = Track.start("42", MONDAY);
        var ids = new HashSet<String>();
        for (int round = 0; round < 2; round++) {
            for (long number = 500; number < 600; number++) {
                track = follow(track, number, MONDAY);
                ids.add(track.id(number));
            }
        }

        assertThat(ids).hasSize(100);
        assertThat(track.epoch()).isZero();
    }

    @Test
    void remembersNoMoreThanCanComeAgain() {
        var track = Track.start("42", MONDAY);
        for (long number = 1; number < 1000; number++) {
            track = follow(track, number, MONDAY);
        }

        assertThat(track.recent()).hasSize(200).contains(999L, 800L);
    }

    private static Track follow(Track track, long number, Instant at) {
        return track.after(number, at);
    }

    private static Set<String> ids(Track... tracks) {
        var ids = new HashSet<String>();
        for (Track track : tracks) {
            ids.add(track.id(track.last()));
        }
        return ids;
    }
}
