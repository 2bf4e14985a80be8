package org.pokana;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.messaging.Abilities;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Veto;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Several threads send while somebody changes their mind about one message after the other, each time at about the
 * moment it is that message's turn. Counts the messages that went out although their last check began after the change
 * was saved: what was on the wire already does not count.
 */
public final class Race implements AutoCloseable {

    private static final int SENDERS = 4;
    private static final int AT_ABOUT = 5;

    /** Neither side gets further ahead of the other, or they would not meet. */
    private static final int AHEAD = 1;

    private final MessagingKit kit;
    private final Random random;
    private final AtomicLong moments = new AtomicLong();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> saved = new ConcurrentHashMap<>();

    public Race(long seed, MongoOperations store, Clock clock, Contacts contacts, Veto... vetoes) {
        random = new Random(seed);
        Veto notes = message -> {
            asked.put(message.id(), moments.incrementAndGet());
            return Optional.empty();
        };
        kit = new MessagingKit(
                store,
                clock,
                contacts,
                new Slow(),
                Stream.concat(Stream.of(notes), Stream.of(vetoes)).toArray(Veto[]::new));
    }

    /** Takes a moment for each message. */
    private final class Slow implements Channel.Once {

        @Override
        public String name() {
            return "webchat";
        }

        @Override
        public Abilities abilities() {
            return new Abilities(4096, 1024, 100, true, true);
        }

        @Override
        public Delivery send(Address to, Content content, Lane lane) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Delivery sendOnce(String key, Address to, Content content, Lane lane) {
            sent.put(key, moments.incrementAndGet());
            LockSupport.parkNanos(200_000);
            return new Delivery.Delivered(key);
        }
    }

    /** The change of mind about what is named is in the store from now on. */
    public void saved(String name) {
        saved.putIfAbsent(name, moments.incrementAndGet());
    }

    /** @param changes by the name of what they are about; {@code about} tells it of a message */
    public Result run(List<Message> due, Map<String, Runnable> changes, Function<Message, String> about)
            throws Exception {
        var messages = new ArrayList<>(due);
        Collections.shuffle(messages, random);
        var turns = new HashMap<String, List<Integer>>();
        for (int turn = 0; turn < messages.size(); turn++) {
            turns.computeIfAbsent(about.apply(messages.get(turn)), any -> new ArrayList<>())
                    .add(turn);
        }
        var next = new AtomicInteger();
        var changed = new AtomicInteger();
        var planned = planned(changes, turns);
        var work = new ArrayList<Callable<Void>>();
        for (int sender = 0; sender < SENDERS; sender++) {
            work.add(() -> sends(messages, next, planned, changed));
        }
        work.add(() -> changesMinds(planned, next, changed, messages.size()));
        doAll(work);
        return result(messages, about);
    }

    private Void sends(List<Message> messages, AtomicInteger next, List<Change> planned, AtomicInteger changed) {
        for (int turn = next.getAndIncrement(); turn < messages.size(); turn = next.getAndIncrement()) {
            while (changed.get() < planned.size() && planned.get(changed.get()).at() + AHEAD < turn) {
                LockSupport.parkNanos(20_000);
            }
            kit.carry(messages.get(turn));
        }
        return null;
    }

    private record Change(int at, Runnable change) {}

    private List<Change> planned(Map<String, Runnable> changes, Map<String, List<Integer>> turns) {
        var planned = new ArrayList<Change>();
        changes.keySet().stream().sorted().forEach(name -> {
            var mine = turns.getOrDefault(name, List.of(0));
            int turn = mine.get(random.nextInt(mine.size()));
            planned.add(new Change(turn + random.nextInt(2 * AT_ABOUT) - AT_ABOUT, changes.get(name)));
        });
        planned.sort(Comparator.comparingInt(Change::at));
        return planned;
    }

    private Void changesMinds(List<Change> planned, AtomicInteger next, AtomicInteger changed, int end) {
        for (var change : planned) {
            while (next.get() < Math.min(end, change.at())) {
                LockSupport.parkNanos(20_000);
            }
            change.change().run();
            changed.incrementAndGet();
        }
        return null;
    }

    private static void doAll(List<Callable<Void>> work) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * @param changes how many minds were changed
     * @param kept how many messages went out
     * @param tooLate how many of them should not have
     */
    public record Result(int changes, int kept, int tooLate) {

        public Result plus(Result more) {
            return new Result(changes + more.changes, kept + more.kept, tooLate + more.tooLate);
        }
    }

    private Result result(List<Message> messages, Function<Message, String> about) {
        int tooLate = (int) messages.stream()
                .filter(message -> sent.containsKey(message.id()))
                .filter(message -> asked.get(message.id()) > saved.getOrDefault(about.apply(message), Long.MAX_VALUE))
                .count();
        return new Result(saved.size(), sent.size(), tooLate);
    }

    @Override
    public void close() {
        kit.close();
    }
}
