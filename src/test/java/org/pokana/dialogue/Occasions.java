package org.pokana.dialogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What comes without being asked for: a seat, a reminder, a change, an announcement, the end of a forum. */
final class Occasions {

    private final Walks walks;
    private final World world;
    private final String language;

    Occasions(Walks walks, World world) {
        this.walks = walks;
        this.world = world;
        this.language = walks.language();
    }

    void walk() {
        var owner = world.owner("bg").says("/start");
        var seated = walks.pool(2 * Walks.POOL, () -> Cast.registers(world.somebody("bg"), Walks.NEARLY_FREE, "bg"));
        var line = pool(() -> Cast.registers(world.somebody(language), Walks.NEARLY_FREE, language));
        comes("moved up", line, () -> seated.forEach(person -> Cast.givesUp(person, Walks.NEARLY_FREE)));
        var givers = pool(() ->
                Cast.registers(world.somebody(language), Walks.OTHER, language).says("/delegate " + Walks.OTHER));
        comes(
                "given up to a colleague",
                givers,
                () -> givers.forEach(giver -> Cast.takesOver(world.somebody("bg"), giver, Walks.OTHER, "bg")));
        var near = pool(() -> Cast.registers(world.somebody(language), Walks.SOON, language));
        comes(
                "announced to",
                near,
                () -> Cast.announces(owner, "13 14 15", "in:forum:" + Walks.SOON, "go", "more", "receipt"));
        comes("reminded", near, () -> world.clock.set(Instant.parse("2027-02-09T08:00:00Z")));
        var far = pool(() -> Cast.registers(world.somebody(language), Walks.CHANGING, language));
        comes("told of a change", far, () -> {
            owner.says("/move " + Walks.CHANGING).presses("move.what=time");
            Cast.answers(owner, "18.06.2027 11:00", Set.of("yes"));
        });
        var still = pool(() -> Cast.registers(world.somebody(language), Walks.CHANGING, language));
        comes("told of the end", still, () -> {
            owner.says("/cancel_forum " + Walks.CHANGING);
            Cast.answers(owner, "", Set.of("off"));
        });
    }

    /** Enough for all the buttons: cards shown earlier are brought up to date at the same time, and come again. */
    private Queue<Visitor> pool(Supplier<Visitor> person) {
        return walks.pool(2 * Walks.POOL, person);
    }

    /** Everybody gets it; each of them presses one of its buttons. */
    void comes(String kind, Collection<Visitor> everybody, Runnable event) {
        everybody.forEach(Visitor::forgetsWhatItSaw);
        event.run();
        world.waitUntil(() -> everybody.stream()
                        .noneMatch(person -> person.looks().screen().buttons().isEmpty())
                && world.hasNotedWhatItSent());
        var turns = new ConcurrentLinkedQueue<>(everybody);
        walks.walk(new Persona(kind, language, () -> next(turns)), List.of(List.of()), 1);
    }

    private static Visitor next(Queue<Visitor> turns) {
        var next = turns.poll();
        if (next == null) {
            throw new IllegalStateException("more buttons came than there are people to press them");
        }
        return next;
    }
}
