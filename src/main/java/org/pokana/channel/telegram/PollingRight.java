package org.pokana.channel.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pokana.store.Lease;
import org.pokana.store.Leases;

/**
 * The right to poll for a bot, which one of several instances has: Telegram serves only one. Where there cannot be
 * several it needs no lease, and a restart after a crash need not wait for one to end.
 */
final class PollingRight {

    /** Longer than any poll can take, so that nobody else takes it while ours hangs. */
    static final Duration LENGTH = Duration.ofSeconds(20);

    private final Leases leases;
    private final String name;
    private final boolean alone;
    private volatile @Nullable Lease lease;

    PollingRight(Leases leases, String bot, boolean alone) {
        this.leases = leases;
        this.name = "telegram-poller:" + bot;
        this.alone = alone;
    }

    /** Takes or prolongs it; to be asked before each poll. */
    boolean have() {
        if (alone) {
            return true;
        }
        var held = lease;
        lease = (held == null ? leases.take(name, LENGTH) : leases.renew(held, LENGTH)).orElse(null);
        return lease != null;
    }

    void giveUp() {
        var held = lease;
        if (held != null) {
            lease = null;
            leases.release(held);
        }
    }
}
