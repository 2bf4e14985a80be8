package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.pokana.store.Lease;
import org.pokana.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps messages moving from start to stop: takes over what a crash left, sends bulk where this instance holds the
 * lease, and before stopping lets finish what is under way.
 */
class Dispatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEWED = Duration.ofSeconds(5);
    private static final Duration TROUBLE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Inbox inbox;
    private final Courier courier;
    private final Outbox outbox;
    private final List<OneAtATime> desks;
    private final List<Channel> channels;
    private final Function<Channel, Bulk> bulk;
    private final Leases leases;
    private final boolean alone;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * @param desks where work is done, in the order in which it moves on
     * @param alone no other instance can be alive, so whatever is leased was left by a crash
     */
    Dispatch(
            Inbox inbox,
            Courier courier,
            Outbox outbox,
            List<OneAtATime> desks,
            List<Channel> channels,
            Function<Channel, Bulk> bulk,
            Leases leases,
            boolean alone,
            Clock clock) {
        this.inbox = inbox;
        this.courier = courier;
        this.outbox = outbox;
        this.desks = desks;
        this.channels = channels;
        this.bulk = bulk;
        this.leases = leases;
        this.alone = alone;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        outbox.collectedBy(courier::collect);
        if (alone) {
            leases.releaseAll();
        }
        var leasesUntil = alone ? clock.instant().plus(Duration.ofDays(365)) : clock.instant();
        courier.takeOver(leasesUntil);
        inbox.takeOver(leasesUntil);
        for (Channel channel : channels) {
            var thread = Threads.named("bulk-" + channel.name()).newThread(() -> keepSending(channel));
            threads.add(thread);
            thread.start();
        }
    }

    private void keepSending(Channel channel) {
        Optional<Lease> lease = Optional.empty();
        while (running) {
            try {
                lease = leases.take("bulk:" + channel.name(), LEASE);
                if (lease.isEmpty()) {
                    nap(RENEWED);
                } else {
                    sendWhileHolding(lease.get(), bulk.apply(channel));
                }
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                log.warn("bulk by {} pauses: {}", channel.name(), e.toString());
                rest(TROUBLE);
            }
        }
        lease.ifPresent(this::release);
    }

    private void sendWhileHolding(Lease taken, Bulk sender) throws InterruptedException {
        var held = Optional.of(taken);
        Instant renewAt = clock.instant().plus(RENEWED);
        while (running && held.isPresent()) {
            var nap = sender.round();
            if (!nap.isZero()) {
                nap(nap.plusMillis(1));
            }
            if (!clock.instant().isBefore(renewAt)) {
                held = leases.renew(held.get(), LEASE);
                renewAt = clock.instant().plus(RENEWED);
            }
        }
    }

    private void release(Lease lease) {
        try {
            leases.release(lease);
        } catch (RuntimeException storeIsAway) {
            log.warn("the lease {} was not released; it ends by itself", lease.name());
        }
    }

    /** Ends early when we stop. Nothing is interrupted: that would break off the call that gives the lease back. */
    private void nap(Duration duration) throws InterruptedException {
        stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void rest(Duration duration) {
        try {
            nap(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (OneAtATime desk : desks) {
                desk.finish(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
            for (Thread thread : threads) {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before the channels begin to receive, stopped after they have ended. */
    @Override
    public int getPhase() {
        return 0;
    }
}
