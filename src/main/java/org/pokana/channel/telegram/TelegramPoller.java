package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Fetches updates, stores them, and only then asks for the next, which is what confirms them: an update we did not live
 * to store comes again.
 */
final class TelegramPoller implements SmartLifecycle {

    /** How the poller waits; tests do not. */
    @FunctionalInterface
    interface Rest {
        void rest(Duration duration) throws InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(TelegramPoller.class);
    private static final Duration STAND_BY = Duration.ofSeconds(3);
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final long STOP_MILLIS = 1000;

    private final TelegramConnections connections;
    private final Introduction introduction;
    private final PollingRight right;
    private final Reception reception;
    private final Hearing hearing;
    private final Duration longPoll;
    private final Rest rest;

    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable Long offset;
    private int failures;

    TelegramPoller(
            TelegramConnections connections,
            Introduction introduction,
            PollingRight right,
            Reception reception,
            Hearing hearing,
            Duration longPoll,
            Rest rest) {
        this.connections = connections;
        this.introduction = introduction;
        this.right = right;
        this.reception = reception;
        this.hearing = hearing;
        this.longPoll = longPoll;
        this.rest = rest;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::run, "telegram-poller");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                pollOnce();
            } catch (InterruptedException e) {
                break; // only stop() interrupts
            } catch (Throwable e) { // one that got away would leave the bot deaf for good, and nobody would know
                failures++;
                restAfter(e);
            }
        }
    }

    private void pollOnce() throws TelegramApiException, InterruptedException {
        if (!right.have()) {
            hearing.standsBy();
            offset = null;
            introduction.again();
            rest.rest(STAND_BY);
            return;
        }
        var obstacle = introduction.make();
        if (obstacle.isPresent()) {
            suffer(obstacle.get());
            return;
        }
        var batch = connections.polls().execute(new FetchUpdates(offset, longPoll.toSeconds()));
        if (!batch.isEmpty() && !right.have()) {
            return; // we slept; whoever has the right now has fetched the same, and perhaps much more
        }
        receive(batch);
        hearing.good();
        failures = 0;
        if (batch.isEmpty()) {
            rest.rest(BREATH); // a server that does not let polls hang must not be hammered
        }
    }

    private void receive(List<JsonNode> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            offset = null; // all is confirmed, and an old offset would miss ids that start again lower
            return;
        }
        reception.answerTaps(batch);
        store(batch);
        offset = batch.get(batch.size() - 1).path("update_id").asLong() + 1;
    }

    /** Keeps the batch and tries again in its place: to go on without it would confirm what is stored nowhere. */
    private void store(List<JsonNode> batch) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                reception.store(batch);
                return;
            } catch (Throwable e) {
                log.debug("storing a batch failed", e);
                suffer(Trouble.storeAway(attempt));
            }
            if (!running) {
                throw new InterruptedException();
            }
        }
    }

    private void restAfter(Throwable e) {
        if (!running) {
            return;
        }
        try {
            if (e instanceof TelegramApiException refused) {
                if (Outcomes.code(refused) == 409) {
                    introduction.again();
                }
                suffer(Trouble.of(refused, failures));
            } else {
                if (failures == 1) {
                    log.error("polling failed", e);
                }
                suffer(Trouble.bug(e, failures));
            }
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    private void suffer(Trouble trouble) throws InterruptedException {
        hearing.bad(trouble.sentence());
        rest.rest(trouble.pause());
    }

    @Override
    public synchronized void stop() {
        running = false;
        var stopping = thread;
        if (stopping == null) {
            return;
        }
        connections.breakOffPoll();
        stopping.interrupt();
        try {
            stopping.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        giveUp();
    }

    private void giveUp() {
        try {
            right.giveUp();
        } catch (RuntimeException e) {
            log.debug("the right to poll could not be given up; it ends by itself", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
