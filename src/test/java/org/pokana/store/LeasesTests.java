package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasesTests {

    private static final Duration LENGTH = Duration.ofSeconds(20);

    private final TestStore store = TestStore.inMemory();
    private Instant now = Instant.parse("2027-03-18T07:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Leases first = new Leases(store.mongo(), new InstanceId("first"), clock);
    private final Leases second = new Leases(store.mongo(), new InstanceId("second"), clock);

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void givesALeaseToOneInstance() {
        assertThat(first.take("poller", LENGTH)).contains(new Lease("poller", "first", now.plus(LENGTH), 1));
        assertThat(second.take("poller", LENGTH)).isEmpty();
        assertThat(first.take("poller", LENGTH)).isEmpty();
    }

    @Test
    void keepsLeasesOfOtherNamesApart() {
        first.take("poller", LENGTH);

        assertThat(second.take("bulk", LENGTH)).isPresent();
    }

    @Test
    void givesAnExpiredLeaseToAnotherInstanceWithAHigherFence() {
        first.take("poller", LENGTH);
        now = now.plus(LENGTH);

        assertThat(second.take("poller", LENGTH)).map(Lease::fence).contains(2L);
    }

    @Test
    void isKeptByRenewing() {
        Lease lease = first.take("poller", LENGTH).orElseThrow();
        now = now.plus(LENGTH.dividedBy(2));

        Optional<Lease> renewed = first.renew(lease, LENGTH);

        assertThat(renewed).contains(new Lease("poller", "first", now.plus(LENGTH), 1));
        now = now.plus(LENGTH).minusSeconds(1);
        assertThat(second.take("poller", LENGTH)).isEmpty();
    }

    @Test
    void isLostToHimWhoWakesUpAfterAnotherHasTakenIt() {
        Lease slept = first.take("poller", LENGTH).orElseThrow();
        now = now.plus(LENGTH);
        second.take("poller", LENGTH);

        assertThat(first.renew(slept, LENGTH)).isEmpty();
    }

    @Test
    void canBeRenewedLateIfNobodyTookIt() {
        Lease lease = first.take("poller", LENGTH).orElseThrow();
        now = now.plus(LENGTH.multipliedBy(3));

        assertThat(first.renew(lease, LENGTH)).isPresent();
    }

    @Test
    void isFreeAtOnceAfterARelease() {
        first.release(first.take("poller", LENGTH).orElseThrow());

        assertThat(second.take("poller", LENGTH)).map(Lease::fence).contains(2L);
    }

    @Test
    void isFreeAfterACrashWhereNobodyElseCanBeAlive() {
        first.take("poller", LENGTH);
        first.take("bulk", LENGTH);

        second.releaseAll();

        assertThat(second.take("poller", LENGTH)).map(Lease::fence).contains(2L);
        assertThat(second.take("bulk", LENGTH)).isPresent();
    }

    @Test
    void isNotTakenFromTheNextHolderByALateRelease() {
        Lease old = first.take("poller", LENGTH).orElseThrow();
        now = now.plus(LENGTH);
        second.take("poller", LENGTH);

        first.release(old);

        assertThat(first.take("poller", LENGTH)).isEmpty();
    }
}
