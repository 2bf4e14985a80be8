package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Offered;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.forum.Taking.Own;
import org.pokana.forum.Taking.Taken;
import org.pokana.kernel.ContactId;

/**
 * A few acts at a time happen at once; whatever came of them, and whatever was answered, must be what would have come of
 * them one after another in some order. {@code -Drounds=10000 -Dseed=7} plays longer, or another game.
 */
class SeatsModelTests {

    private static final long SEED = Long.getLong("seed", 20270225);
    private static final int ROUNDS = Integer.getInteger("rounds", 250);
    private static final int AT_ONCE = 4;
    private static final int PEOPLE = 8;
    private static final int MOST_SEATS = 4;

    private final ForumKit kit = new ForumKit(haskovo(2));
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Random random = new Random(SEED);
    private final AtomicInteger links = new AtomicInteger();
    private final AtomicInteger handedOver = new AtomicInteger();

    @AfterEach
    void closeStore() {
        threads.shutdownNow();
        kit.close();
    }

    @Test
    void comesToWhatSomeOrderOfTheActsComesTo() throws Exception {
        var model = new Model(2, List.of(), List.of(), List.of());
        for (int round = 0; round < ROUNDS; round++) {
            var acts = anyActs(model.capacity());
            var answers = allAtOnce(acts);

            var now = new Model(kit.forum("haskovo").capacity(), seats(), asked(), line());
            var explained = explanation(model, acts, answers, List.of(), now);
            assertThat(explained)
                    .as("round %d: %s on %s answered %s and led to %s", round, acts, model, answers, now)
                    .isTrue();
            kit.agree("haskovo");
            model = now;
        }
        assertThat(kit.forum("haskovo").desk().freed()).as("something happened").isGreaterThan(ROUNDS / 4);
        assertThat(handedOver).as("seats were handed over").hasValueGreaterThan(ROUNDS / 10);
    }

    /** Also when one person asks for and gives up a seat in the same moment, which no order of the acts explains. */
    @Test
    void agreesWithItselfWhateverHappensAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            allAtOnce(Stream.generate(() -> anyWish(3)).limit(AT_ONCE).toList());
            kit.agree("haskovo");
            assertThat(kit.forum("haskovo").seats()).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(handedOver).as("seats were handed over").hasPositiveValue();
    }

    /** The capacity changes by one seat at most, because moving up several people is several acts. */
    private List<Act> anyActs(int capacity) {
        var acts = new ArrayList<Act>();
        if (random.nextInt(3) == 0) {
            acts.add(new Act(null, Math.max(0, Math.min(MOST_SEATS, capacity + random.nextInt(3) - 1)), null));
        }
        while (acts.size() < AT_ONCE) {
            var wish = anyWish(PEOPLE);
            if (acts.stream().noneMatch(wish::contradicts)) {
                acts.add(wish);
            }
        }
        return acts;
    }

    private Act anyWish(int people) {
        var who = "person" + random.nextInt(people);
        int kind = random.nextInt(20);
        if (kind < 6) {
            return new Act(who, Act.TAKE, "person" + random.nextInt(people));
        }
        if (kind >= 15) {
            return new Act(who, Act.ACCEPT, null);
        }
        return new Act(who, kind < 11 ? Act.REGISTER : Act.RELEASE, null);
    }

    private List<String> allAtOnce(List<Act> acts) throws Exception {
        var calls =
                acts.stream().map(act -> (Callable<String>) () -> really(act)).toList();
        var answers = new ArrayList<String>();
        for (var answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return onceEach(acts, answers);
    }

    /** Who opens a link twice is told twice that they have the seat, but took it once. */
    private static List<String> onceEach(List<Act> acts, List<String> answers) {
        var takenBefore = new HashSet<Act>();
        var once = new ArrayList<String>();
        for (int i = 0; i < acts.size(); i++) {
            boolean again = answers.get(i).equals("taken") && !takenBefore.add(acts.get(i));
            once.add(again ? "nothing" : answers.get(i));
        }
        return once;
    }

    private String really(Act act) {
        if (act.who() == null) {
            kit.forums.capacity("haskovo", act.what());
            kit.registrations.promote("haskovo");
            return "changed";
        }
        var who = new ContactId(act.who());
        if (act.from() != null) {
            return taken(who, new ContactId(act.from()));
        }
        if (act.what() == Act.RELEASE) {
            return kit.registrations.release("haskovo", who).isPresent() ? "released" : "nothing";
        }
        return act.what() == Act.ACCEPT
                ? kit.registrations.accept("haskovo", who).map(this::said).orElse("nothing")
                : said(kit.register("haskovo", who));
    }

    private String said(Seating seating) {
        if (seating instanceof Offered) {
            return "asked";
        }
        if (seating instanceof Waiting waiting) {
            return "now in line at " + waiting.position();
        }
        if (seating instanceof AlreadyWaiting waiting) {
            return "already in line at " + waiting.position();
        }
        assertThat(seating).isInstanceOfAny(Seated.class, AlreadyIn.class);
        return seating instanceof Seated ? "now in line at 0" : "already in line at 0";
    }

    /** The colleague makes a link, unless there is one, and it is opened. */
    private String taken(ContactId who, ContactId from) {
        var link = kit.delegations.offer("haskovo", from, "link" + links.incrementAndGet());
        if (link.isEmpty()) {
            return "nothing";
        }
        var taking = kit.delegations.take(link.get().token(), who, ForumKit.profile(who.value()));
        if (taking instanceof Taken) {
            handedOver.incrementAndGet();
            return "taken";
        }
        if (taking instanceof Taking.AlreadyIn) {
            return "already in line at 0";
        }
        return taking instanceof Own ? "own" : "nothing";
    }

    private List<String> seats() {
        return kit.registrations.of("haskovo").stream()
                .filter(Registration::isConfirmed)
                .map(Registration::contact)
                .sorted()
                .toList();
    }

    private List<String> asked() {
        return kit.registrations.of("haskovo").stream()
                .filter(Registration::isOffered)
                .map(Registration::contact)
                .sorted()
                .toList();
    }

    private List<String> line() {
        return kit.registrations.of("haskovo").stream()
                .filter(Registration::isWaiting)
                .map(Registration::contact)
                .toList();
    }

    /**
     * Whether the acts, in any order, lead from one model to the other with these answers. What a person was told may
     * have become true at any moment after they registered.
     */
    private static boolean explanation(
            Model from, List<Act> acts, List<String> answers, List<Position> unseen, Model to) {
        var stillUnseen =
                unseen.stream().filter(position -> !from.shows(position)).toList();
        if (acts.isEmpty()) {
            return stillUnseen.isEmpty() && from.equals(to);
        }
        for (int first = 0; first < acts.size(); first++) {
            var step = from.after(acts.get(first));
            var answer = answers.get(first).split(" in line at ", 2);
            var toSee = new ArrayList<>(stillUnseen);
            if (answer.length > 1) {
                toSee.add(new Position(acts.get(first).who(), Integer.parseInt(answer[1])));
            }
            if (step.answer().equals(answer[0])
                    && explanation(step.model(), without(acts, first), without(answers, first), toSee, to)) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<T> without(List<T> all, int index) {
        var rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }

    /** A person registers, gives up or takes another's seat; without a person, the capacity becomes {@code what}. */
    private record Act(String who, int what, String from) {
        static final int REGISTER = -1;
        static final int RELEASE = -2;
        static final int TAKE = -3;
        static final int ACCEPT = -4;

        /** Wishes of one person that differ; whose seat is taken may wish for whatever they like meanwhile. */
        boolean contradicts(Act other) {
            return who.equals(other.who) && (what != other.what || !Objects.equals(from, other.from));
        }
    }

    private record Step(Model model, String answer) {}

    /** 0 is a seat. */
    private record Position(String who, int inLine) {}

    /** What everybody would expect of seats, those asked whether they want one, and a waiting list. */
    private record Model(int capacity, List<String> seats, List<String> asked, List<String> line) {

        Step after(Act act) {
            if (act.who() == null) {
                return new Step(new Model(act.what(), seats, asked, line).movedUp(), "changed");
            }
            if (act.from() != null) {
                return taken(act.who(), act.from());
            }
            if (act.what() == Act.ACCEPT) {
                return accepted(act.who());
            }
            return act.what() == Act.REGISTER ? registered(act.who()) : released(act.who());
        }

        /** As many seats as before; only one that was kept for the taker goes on. */
        private Step taken(String who, String from) {
            if (!seats.contains(from)) {
                return new Step(this, "nothing");
            }
            if (seats.contains(who)) {
                return new Step(this, who.equals(from) ? "own" : "already");
            }
            var others = seats.stream().filter(other -> !other.equals(from));
            var now = Stream.concat(others, Stream.of(who)).sorted().toList();
            return new Step(new Model(capacity, now, without(asked, who), without(line, who)).movedUp(), "taken");
        }

        private Step registered(String who) {
            if (seats.contains(who) || line.contains(who)) {
                return new Step(this, "already");
            }
            if (asked.contains(who)) {
                return new Step(this, "asked");
            }
            if (seats.size() + asked.size() < capacity) {
                return new Step(new Model(capacity, with(seats, who), asked, line), "now");
            }
            var joined = new ArrayList<>(line);
            joined.add(who);
            return new Step(new Model(capacity, seats, asked, joined), "now");
        }

        private Step accepted(String who) {
            if (asked.contains(who)) {
                return new Step(new Model(capacity, with(seats, who), without(asked, who), line), "now");
            }
            return new Step(this, seats.contains(who) || line.contains(who) ? "already" : "nothing");
        }

        private static List<String> with(List<String> some, String who) {
            return Stream.concat(some.stream(), Stream.of(who)).sorted().toList();
        }

        private static List<String> without(List<String> some, String who) {
            return some.stream().filter(other -> !other.equals(who)).toList();
        }

        private Step released(String who) {
            if (!seats.contains(who) && !asked.contains(who) && !line.contains(who)) {
                return new Step(this, "nothing");
            }
            var now = new Model(capacity, without(seats, who), without(asked, who), without(line, who));
            return new Step(now.movedUp(), "released");
        }

        /** Those who join or leave in the very same moment may or may not be counted. */
        boolean shows(Position position) {
            if (position.inLine() == 0) {
                return seats.contains(position.who());
            }
            int inLine = line.indexOf(position.who()) + 1;
            return inLine > 0 && Math.abs(inLine - position.inLine()) < AT_ONCE;
        }

        private Model movedUp() {
            if (seats.size() + asked.size() >= capacity || line.isEmpty()) {
                return this;
            }
            return new Model(capacity, seats, with(asked, line.get(0)), line.subList(1, line.size())).movedUp();
        }
    }
}
