package org.pokana.messaging;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.pokana.kernel.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows people that an answer is being written, when it takes long enough to be noticed. It has a timer of its own, so
 * that answers never wait for it.
 */
final class Typing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Typing.class);

    private final Channels channels;
    private final Duration noticed;
    private final Duration again;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Threads.named("typing"));

    /** @param again services take the sign away after a few seconds */
    Typing(Channels channels, Duration noticed, Duration again) {
        this.channels = channels;
        this.noticed = noticed;
        this.again = again;
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    static Typing usual(Channels channels) {
        return new Typing(channels, Duration.ofMillis(500), Duration.ofSeconds(4));
    }

    /** An answer is begun; it is finished when the result is closed. */
    Answering at(Address address) {
        return channels.of(address).orElse(null) instanceof Channel.Typing channel
                ? new Answering(schedule(channel, address))
                : new Answering(null);
    }

    private ScheduledFuture<?> schedule(Channel.Typing channel, Address address) {
        return timer.scheduleAtFixedRate(
                () -> show(channel, address), noticed.toMillis(), again.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void show(Channel.Typing channel, Address address) {
        try {
            channel.showTyping(address);
        } catch (RuntimeException e) {
            log.debug("nobody was shown that an answer is coming", e);
        }
    }

    /** Answers that are being written now. */
    int answering() {
        return timer.getQueue().size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One answer on its way. */
    record Answering(@org.jspecify.annotations.Nullable ScheduledFuture<?> sign) implements AutoCloseable {

        @Override
        public void close() {
            if (sign != null) {
                sign.cancel(false);
            }
        }
    }
}
