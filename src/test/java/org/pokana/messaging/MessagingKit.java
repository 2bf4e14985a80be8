package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.messaging.Message.Fault;
import org.springframework.data.mongodb.core.MongoOperations;

/** Both doors on a given store and clock, everything done on the calling thread, nothing left to chance. */
public final class MessagingKit implements AutoCloseable {

    private static final Words WORDS = Words.read(Optional.empty());

    public final FakeChannel channel = new FakeChannel("webchat");
    public final Channels channels;
    public final Outbox outbox;
    public final Courier courier;
    /** Every move that was told, such as {@code telegram:-7 → telegram:-1007}. */
    public final List<String> moves = new ArrayList<>();

    /** Every address that was told to be out of reach. */
    public final List<Address> lost = new ArrayList<>();

    final List<Mishap> mishaps;
    private final Channel carrier;
    private final MongoOperations store;
    private final Clock clock;
    private final Contacts contacts;
    private final Ledger ledger;
    private final OneAtATime desk;
    private final Typing typing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Threads.named("timer"));

    public MessagingKit(MongoOperations store, Clock clock, Contacts contacts, Veto... vetoes) {
        this(store, clock, contacts, null, vetoes);
    }

    /** @param other carries instead of the channel that only remembers */
    public MessagingKit(
            MongoOperations store, Clock clock, Contacts contacts, @Nullable Channel other, Veto... vetoes) {
        carrier = other == null ? channel : other;
        this.store = store;
        this.clock = clock;
        this.contacts = contacts;
        channels = new Channels(List.of(carrier));
        mishaps = Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.GONE)
                .map(fault -> new Mishap(store, clock, fault))
                .toList();
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

    public Porter porter(KeptFiles files) {
        return new Porter(channels, files);
    }

    /** Another instance's, on the same channel. */
    Courier courier(Ledger itsLedger, Veto... vetoes) {
        var judge = new Judge(
                itsLedger,
                outbox,
                contacts,
                List.of((from, to) -> moves.add(from + " → " + to)),
                List.of(lost::add),
                new Excuse(outbox, contacts, WORDS, clock),
                mishaps,
                Jitter.NONE,
                clock);
        return new Courier(
                itsLedger,
                new Waiting(store, clock),
                new Gates(channels, store, clock),
                List.of(vetoes),
                judge,
                desk,
                clock);
    }

    /** Another instance's, whose threads are these. */
    Inbox inbox(MongoOperations itsStore, String owner, Executor threads, Ear ear) {
        return new Inbox(itsStore, clock, owner, new OneAtATime(threads, timer), typing, ear, incoming -> {});
    }

    /** The documents of this module, for a test store. */
    public static Class<?>[] documents() {
        return new Class<?>[] {
            Message.class, Received.class, Tempo.class, Mishap.Latest.class, KeptFile.class, KeptFile.Piece.class
        };
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
        var due = new Waiting(store, clock).due(lane, carrier.name(), most);
        due.forEach(courier::carry);
        return due.size();
    }

    /** What did not arrive on a store; what is sent again is told to the watcher. */
    public static Undelivered undelivered(MongoOperations store, Outbox outbox, Clock clock, Revives watcher) {
        return new Undelivered(store, outbox, List.of(watcher), clock);
    }

    public static Class<?> undeliveredDocument() {
        return Undelivered.Mark.class;
    }

    /** An outbox that no courier looks at. */
    public static Outbox uncollected(MongoOperations store, Clock clock) {
        return new Outbox(store, clock, new Channels(List.of()));
    }

    /** As the timetable does every few seconds. */
    public void takeOver() {
        courier.takeOver(clock.instant());
    }

    /** Sends one message, if it is still to be sent. */
    public void carry(Message message) {
        courier.carry(message);
    }

    /** The service asks for a pause of bulk. */
    public void wantsQuiet(Duration time) {
        new Pace(store, clock, carrier.name()).throttled(time);
    }

    /** What organizers would be told of now. */
    public List<String> alarms() {
        return mishaps.stream()
                .filter(mishap -> mishap.trouble().isPresent())
                .map(Mishap::name)
                .toList();
    }

    @Override
    public void close() {
        typing.close();
        timer.shutdownNow();
    }
}
