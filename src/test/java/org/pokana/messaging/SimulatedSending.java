package org.pokana.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message.State;
import org.pokana.store.TestStore;

/** All that sends, in simulated time: hours pass in seconds, nothing waits, and every run is the same. */
final class SimulatedSending implements AutoCloseable {

    static final Instant START = Instant.parse("2027-02-01T08:00:00Z");

    final SettableClock clock = new SettableClock(START);
    final TestStore store;
    final SimulatedService service = new SimulatedService(clock);
    final Channels channels;
    final Outbox outbox;
    final Ledger ledger;
    final Waiting waiting;
    final List<Veto> vetoes = new ArrayList<>();
    Jitter jitter = Jitter.NONE;
    Instance instance;
    private final Executor workers;
    private final Channel channel;

    SimulatedSending() {
        this(Runnable::run, null);
    }

    /** @param other instead of the simulated service */
    SimulatedSending(Executor workers, @org.jspecify.annotations.Nullable Channel other) {
        this.workers = workers;
        channel = other == null ? service : other;
        channels = new Channels(List.of(channel));
        store = TestStore.inMemory(Message.class, Tempo.class, Mishap.Latest.class, Contact.class);
        outbox = new Outbox(store.mongo(), clock, channels);
        ledger = new Ledger(store.mongo(), clock, "this");
        waiting = new Waiting(store.mongo(), clock);
        restarts();
    }

    /** One running service; what it knows besides the store is lost with it. */
    final class Instance {

        private final SimulatedTimer timer = new SimulatedTimer(clock);
        private final OneAtATime desk = new OneAtATime(workers, timer);
        final Courier courier;
        final Pace pace = new Pace(store.mongo(), clock, SimulatedService.NAME);
        final Gate gate;
        final Bulk bulk;
        private Instant nextLook = clock.instant();

        private Instance() {
            var contacts = new Contacts(store.mongo(), () -> "id", clock);
            var gates = new Gates(channels, store.mongo(), clock);
            gate = gates.of(channel);
            var excuse = new Excuse(outbox, contacts, Words.read(Optional.empty()), clock);
            var judge = new Judge(
                    ledger,
                    outbox,
                    contacts,
                    List.of(),
                    List.of(),
                    excuse,
                    List.of(),
                    most -> jitter.upTo(most),
                    clock);
            courier = new Courier(ledger, waiting, gates, vetoes, judge, desk, clock);
            bulk = new Bulk(ledger, waiting, courier, desk, pace, gate, clock);
        }

        /** Does what is to be done now; says when it wants to go on. */
        private Instant works(Instant latest) throws InterruptedException {
            if (!clock.instant().isBefore(nextLook)) {
                courier.takeOver(clock.instant());
                nextLook = clock.instant().plusSeconds(5);
            }
            timer.rings();
            var nap = bulk.round();
            return timer.nextBefore(earliest(latest, clock.instant().plus(nap)));
        }
    }

    /** As after a crash and a new start. */
    void restarts() {
        instance = new Instance();
        outbox.collectedBy(instance.courier::collect);
        instance.courier.takeOver(clock.instant().plus(Duration.ofDays(365)));
    }

    void passes(Duration time) throws InterruptedException {
        for (var end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
            step(end);
        }
        instance.timer.rings();
    }

    private void step(Instant latest) throws InterruptedException {
        var next = instance.works(latest);
        clock.set(next.isAfter(clock.instant()) ? next : clock.instant().plusMillis(1));
    }

    /** Until the service has so many messages. */
    Duration runsUntil(int messages) throws InterruptedException {
        var begin = clock.instant();
        var latest = begin.plus(Duration.ofHours(24));
        while (service.taken.size() < messages && clock.instant().isBefore(latest)) {
            step(latest);
        }
        return Duration.between(begin, clock.instant());
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The same to many people, each in a chat of their own. */
    void puts(String cause, Lane lane, int people) {
        outbox.put(IntStream.range(0, people)
                .mapToObj(number -> post("%s%05d".formatted(cause, number), cause, lane, cause))
                .toList());
    }

    void says(String chat, String... texts) {
        outbox.put(Arrays.stream(texts)
                .map(text -> post(chat, "reply:" + chat + ":" + text, Lane.REPLY, text))
                .toList());
    }

    Post post(String chat, String cause, Lane lane, String text) {
        return Post.of(
                cause + ":" + chat + ":" + text,
                new ContactId(chat),
                new Address(SimulatedService.NAME, chat),
                lane,
                Content.text(text),
                cause,
                clock.instant());
    }

    /** The same for replies, each to somebody else. */
    void answers(String text, int people) {
        outbox.put(IntStream.range(0, people)
                .mapToObj(number -> post("%s%05d".formatted(text, number), "reply:" + text, Lane.REPLY, text))
                .toList());
    }

    /** What the service has of a chat, in order. */
    List<String> read(String chat) {
        return service.taken.stream()
                .filter(each -> each.chat().equals(chat))
                .map(SimulatedService.Taken::text)
                .toList();
    }

    long in(State state) {
        return store.mongo().findAll(Message.class).stream()
                .filter(message -> message.state() == state)
                .count();
    }

    @Override
    public void close() {
        store.close();
    }
}
