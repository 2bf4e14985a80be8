package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.forum;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Profile;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Twenty thousand acts by 64 threads: people register, cancel, accept, let offers lapse and send colleagues, the capacity
 * and the rules who gets the seats change, and now and then the process dies in the middle of it. {@code -Doperations=1000000} for more, {@code
 * -Dseed=7} for others; the endurance run does a million.
 */
@Tag("faults")
class OfferTrialsTests {

    private static final int OPERATIONS =
            Integer.getInteger("operations", Boolean.getBoolean("pokana.endurance") ? 1_000_000 : 20_000);
    private static final long SEED = Long.getLong("seed", 20270225);
    private static final int THREADS = 64;
    private static final int PEOPLE = 7;
    private static final int MOST_SEATS = 4;
    private static final Words WORDS = Words.read(Optional.empty());

    private final ForumKit kit = new ForumKit();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void closeStore() {
        threads.shutdownNow();
        kit.close();
    }

    /** Each thread has a forum of its own, compared with the model after every act. */
    @Test
    void comesToWhatTheModelComesTo() throws Exception {
        var differences = allAtOnce(IntStream.range(0, THREADS)
                .mapToObj(i -> (Callable<List<String>>) () -> new Game(i).play(OPERATIONS * 3 / 5 / THREADS))
                .toList());

        assertThat(differences).flatMap(each -> each).isEmpty();
        System.out.printf("seed %d: %d acts by %d threads, 0 differences%n", SEED, OPERATIONS * 3 / 5, THREADS);
    }

    @Test
    void seesADifference() throws Exception { // control
        var game = new Game(0);
        game.model.register("somebody the store does not know", kit.clock.instant());

        assertThat(game.play(50)).hasSize(1);
    }

    /** All at once at the same two forums; when things have come to rest, they agree. */
    @Test
    void agreesWithItselfWhenAllWantTheSame() throws Exception {
        kit.forums.add(far("crowd-0"));
        kit.forums.add(far("crowd-1"));
        int rounds = OPERATIONS * 2 / 5 / THREADS / 5;
        for (int round = 0; round < rounds; round++) {
            allAtOnce(IntStream.range(0, THREADS)
                    .mapToObj(i -> (Callable<Boolean>) () -> crowd("crowd-" + i % 2))
                    .toList());
            kit.clock.advance(Duration.ofMinutes(2)); // those who died
            kit.registrations.repair();
            kit.registrations.passOn();
            for (String forum : List.of("crowd-0", "crowd-1")) {
                kit.agree(forum);
                keptTheOrder(forum);
            }
            kit.clock.advance(Duration.ofMinutes(ThreadLocalRandom.current().nextInt(180)));
            kit.registrations.passOn();
        }
        System.out.printf("%d acts at two forums by %d threads, which agree%n", rounds * THREADS * 5, THREADS);
    }

    private boolean crowd(String forum) {
        var random = ThreadLocalRandom.current();
        for (int act = 0; act < 5; act++) {
            int write = random.nextInt(40);
            CrashTests.dies(() -> any(random, forum)
                    .accept(write == 0 ? kit.mongo() : CrashTests.dyingAt(kit.mongo(), write < 6 ? write : 1_000)));
            assertThat(kit.forum(forum).seats().size()).isLessThanOrEqualTo(MOST_SEATS);
        }
        return true;
    }

    private Consumer<MongoOperations> any(Random random, String forum) {
        var who = new ContactId("person" + random.nextInt(2 * PEOPLE));
        var other = new ContactId("person" + random.nextInt(2 * PEOPLE));
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> store -> door(store).register(forum, who, profile(who.value()));
            case 4, 5 -> store -> door(store).release(forum, who);
            case 6, 7, 8 -> store -> door(store).accept(forum, who);
            case 9 -> store -> door(store).passOn();
            case 10 -> store -> door(store).capacity(forum, MOST_SEATS - random.nextInt(2));
            case 11 -> store -> door(store).allot(forum, rules(random.nextInt(3), random.nextInt(3)));
            default ->
                store -> kit.delegations(store)
                        .offer(forum, who, "from-" + who + "-at-" + forum)
                        .ifPresent(link -> kit.delegations(store).take(link.token(), other, profile(other.value())));
        };
    }

    private static Profile profile(String who) {
        return new Profile(QueueModel.group(who), "haskovo", QueueModel.organisation(who), who);
    }

    /** Until the forum begins. */
    private static UnaryOperator<Allotment> rules(int forNgos, int mostOfOne) {
        return rules -> rules.reserving("ngo", forNgos, Duration.ZERO).withAtMost(mostOfOne);
    }

    private Registrations door(MongoOperations store) {
        return kit.registrations(store, WORDS);
    }

    /**
     * Nobody was asked while somebody waited who had come before them, in an earlier round, and whom the same seats suit.
     */
    private void keptTheOrder(String forum) {
        var all = kit.registrations.of(forum);
        var waiting = all.stream().filter(Registration::isWaiting).toList();
        assertThat(all.stream().filter(Registration::isOffered)).allSatisfy(asked -> assertThat(waiting)
                .noneMatch(other -> isLike(other, asked)
                        && other.waitSeq() < asked.waitSeq()
                        && other.changedAt().isBefore(asked.changedAt())));
    }

    private static boolean isLike(Registration one, Registration other) {
        return QueueModel.group(one.contact()).equals(QueueModel.group(other.contact()))
                && QueueModel.organisation(one.contact()).equals(QueueModel.organisation(other.contact()));
    }

    private static Forum far(String id) {
        return forum(id, "Хасково", "Haskovo", LocalDateTime.parse("2060-02-25T09:00"), MOST_SEATS);
    }

    /** One forum, its own clock, and a model of it. */
    private final class Game {

        private final String forum;
        private final Random random;
        private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
        private final List<String> differences = new ArrayList<>();
        private QueueModel model = new QueueModel(2);
        private int links;

        Game(int number) {
            forum = "forum-" + number;
            random = new Random(SEED + number);
            kit.forums.add(forum(forum, "Хасково", "Haskovo", LocalDateTime.parse("2060-02-25T09:00"), 2));
        }

        List<String> play(int acts) {
            for (int act = 0; act < acts && differences.isEmpty(); act++) {
                var before = model.copy();
                var said = random.nextInt(8) == 0 ? killed(before) : act(model, kit.mongo());
                compare(before, said);
                learnDeadlines();
            }
            return differences;
        }

        /**
         * It happened or it did not; both are right, anything between is not. Only whoever died before they heard that a
         * seat is theirs is asked whether they want it.
         */
        private String killed(QueueModel before) {
            var with = before.copy();
            var said = new String[1];
            long seed = random.nextLong();
            int write = 1 + random.nextInt(6);
            int link = links;
            boolean died = CrashTests.dies(
                    () -> said[0] = act(with, CrashTests.dyingAt(kit.mongo(), write), new Random(seed)));
            links = link;
            var whole = before.copy();
            var what = act(whole, null, new Random(seed));
            var unheard = before.copy();
            unheard.cutShort = true;
            act(unheard, null, new Random(seed));
            links = link + 1;
            var without = before.copy();
            clock.advance(Duration.ofMinutes(2));
            var counter = counter(kit.mongo());
            new Repair(counter.book(), counter.promotion(), counter.handover(), clock)
                    .settle(counter.forums().find(forum).orElseThrow());
            whole.tick(clock.instant());
            without.tick(clock.instant());
            unheard.tick(clock.instant());
            model = whole;
            if (died && !real().equals(whole.said())) {
                model = real().equals(without.said()) ? without : unheard;
                model.cutShort = false;
            }
            return "killed at write " + write + ": " + what;
        }

        private String act(QueueModel on, MongoOperations store) {
            return act(on, store, random);
        }

        /** Does the same to the model and, if there is one, to the store. */
        private String act(QueueModel on, MongoOperations store, Random any) {
            var who = "person" + any.nextInt(PEOPLE);
            var other = "person" + any.nextInt(PEOPLE);
            int kind = any.nextInt(15);
            int number = any.nextInt(MOST_SEATS + 1);
            if (kind == 12 || kind == 13) {
                if (store != null) {
                    clock.advance(Duration.ofMinutes(30 * (1 + any.nextInt(9))));
                }
                kind = kind == 12 ? 9 : 11; // with a tick, or with an answer before it
            }
            var now = clock.instant();
            switch (kind) {
                case 0, 1, 2, 3, 4 -> on.register(who, now);
                case 5, 6 -> on.release(who, now);
                case 7, 8, 11 -> on.accept(who, now);
                case 9 -> on.tick(now);
                case 10 -> {
                    if (number == 0) {
                        on.handOver(who, other, now);
                    } else {
                        on.capacity(number, now);
                    }
                }
                case 14 -> on.allot(number / 2, number % 3, now);
                default -> throw new IllegalStateException("no act " + kind);
            }
            if (store != null) {
                really(store, kind, who, other, number);
            }
            return kind + " " + who + " " + other + " " + number;
        }

        private void really(MongoOperations store, int kind, String who, String other, int number) {
            var person = new ContactId(who);
            var door = registrations(store);
            switch (kind) {
                case 0, 1, 2, 3, 4 -> door.register(forum, person, profile(who));
                case 5, 6 -> door.release(forum, person);
                case 7, 8, 11 -> door.accept(forum, person);
                case 9 -> door.promote(forum);
                case 14 -> door.allot(forum, rules(number / 2, number % 3));
                default -> {
                    if (number > 0) {
                        door.capacity(forum, number);
                        return;
                    }
                    var delegations = new Delegations(store, new Forums(store, clock), notices(), clock);
                    delegations
                            .offer(forum, person, forum + "-link" + links++)
                            .ifPresent(link -> delegations.take(link.token(), new ContactId(other), profile(other)));
                }
            }
        }

        private Registrations registrations(MongoOperations store) {
            return new Registrations(store, new Forums(store, clock), notices(), clock);
        }

        private Counter counter(MongoOperations store) {
            return Counter.of(store, new Forums(store, clock), notices(), clock);
        }

        private Notices notices() {
            return new Notices(kit.outbox, kit.contacts, WORDS, clock);
        }

        private void compare(QueueModel before, String said) {
            if (!real().equals(model.said())) {
                differences.add("%s on %s at %s led to %s, expected %s"
                        .formatted(said, before.said(), clock.instant(), real(), model.said()));
            }
        }

        /** How long a seat is kept is proven elsewhere. */
        private void learnDeadlines() {
            counter(kit.mongo())
                    .book()
                    .offers(forum)
                    .forEach(asked -> model.asked.computeIfPresent(
                            asked.contact(), (who, until) -> asked.offer().until()));
        }

        private String real() {
            var all = counter(kit.mongo()).book().in(forum, Registration.ACTIVE);
            var there = kit.forum(forum);
            var rules = Allotment.of(there);
            return there.capacity() + " seats, "
                    + rules.reserved().getOrDefault("ngo", 0) + " for NGOs, at most " + rules.mostOfOne() + " for one: "
                    + named(all, Registration.Status.CONFIRMED)
                    + ", asked " + named(all, Registration.Status.OFFERED)
                    + ", in line " + named(all, Registration.Status.WAITLISTED);
        }

        private String named(List<Registration> all, Registration.Status status) {
            var some = all.stream()
                    .filter(registration -> registration.status() == status)
                    .map(Registration::contact);
            return (status == Registration.Status.CONFIRMED ? some.sorted() : some)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private <T> List<T> allAtOnce(List<Callable<T>> acts) throws Exception {
        var answers = new ArrayList<T>();
        for (var answer : threads.invokeAll(acts)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
