package org.pokana.messaging;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.pokana.contact.Contacts;
import org.springframework.data.mongodb.core.MongoOperations;

/** The real courier, carrying what is due when it is told to and as much of it as it is told to. */
public final class Postman implements AutoCloseable {

    private final PaperChannel channel;
    private final Ledger ledger;
    private final Courier courier;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    public Postman(
            MongoOperations store,
            Clock clock,
            PaperChannel channel,
            Contacts contacts,
            Outbox outbox,
            List<Veto> vetoes) {
        this.channel = channel;
        this.ledger = new Ledger(store, clock, "postman");
        var desk = new OneAtATime(Runnable::run, timer);
        this.courier =
                new Courier(ledger, new Channels(List.of(channel)), contacts, outbox, vetoes, desk, Jitter.NONE, clock);
    }

    /** Carries everything that is due, the lanes in their order. */
    public void carriesAllDue() {
        for (Lane lane : Lane.values()) {
            carriesDue(lane, 100_000);
        }
    }

    /** Carries the longest waiting of a lane. */
    public void carriesDue(Lane lane, int most) {
        ledger.due(lane, channel.name(), most).forEach(message -> courier.carry(message.id()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
