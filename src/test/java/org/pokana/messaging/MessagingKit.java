package org.pokana.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.pokana.contact.Contacts;
import org.springframework.data.mongodb.core.MongoOperations;

/** Both doors on a given store and clock, everything done on the calling thread, nothing left to chance. */
public final class MessagingKit implements AutoCloseable {

    public final FakeChannel channel = new FakeChannel("webchat");
    public final Outbox outbox;
    public final Courier courier;
    /** Every move that was told, such as {@code telegram:-7 → telegram:-1007}. */
    public final List<String> moves = new ArrayList<>();

    private final MongoOperations store;
    private final Clock clock;
    private final Contacts contacts;
    private final Channels channels;
    private final Ledger ledger;
    private final OneAtATime desk;
    private final Typing typing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Threads.named("timer"));

    public MessagingKit(MongoOperations store, Clock clock, Contacts contacts, Veto... vetoes) {
        this.store = store;
        this.clock = clock;
        this.contacts = contacts;
        channels = new Channels(List.of(channel));
        outbox = new Outbox(store, clock, channels);
        typing = Typing.usual(channels);
        ledger = new Ledger(store, clock, "this");
        desk = new OneAtATime(Runnable::run, timer);
        courier = courier(ledger, vetoes);
        outbox.collectedBy(courier::collect);
    }

    public Inbox inbox(Ear ear) {
        return inbox(ear, incoming -> {});
    }

    public Inbox inbox(Ear ear, RoomEar roomEar) {
        return new Inbox(store, clock, "this", desk, typing, ear, roomEar);
    }

    /** Another instance's, on the same channel. */
    Courier courier(Ledger itsLedger, Veto... vetoes) {
        return new Courier(
                itsLedger,
                channels,
                contacts,
                outbox,
                List.of(vetoes),
                List.of((from, to) -> moves.add(from + " → " + to)),
                desk,
                Jitter.NONE,
                clock);
    }

    /** Another instance's, whose threads are these. */
    Inbox inbox(String owner, Executor threads, Ear ear) {
        return new Inbox(store, clock, owner, new OneAtATime(threads, timer), typing, ear, incoming -> {});
    }

    /** The documents of this module, for a test store. */
    public static Class<?>[] documents() {
        return new Class<?>[] {Message.class, Received.class, Pace.Kept.class};
    }

    /** Sends what is due in the bulk lanes until nothing is, regardless of pace. */
    public int sendDueBulk() {
        int sent = 0;
        for (Lane lane : List.of(Lane.REMINDER, Lane.ANNOUNCEMENT)) {
            sent += sendDue(lane, 10_000);
        }
        return sent;
    }

    /** Sends at most so many of what is due in a lane, the longest waiting first. */
    public int sendDue(Lane lane, int most) {
        var due = ledger.due(lane, channel.name(), most);
        due.forEach(message -> courier.carry(message.id()));
        return due.size();
    }

    @Override
    public void close() {
        typing.close();
        timer.shutdownNow();
    }
}
