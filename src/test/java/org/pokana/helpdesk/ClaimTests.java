package org.pokana.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.helpdesk.HelpdeskStage.Parts;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.query.Update;

/** Two organizers, two instances, and a crash in between: one person has a question, and everything is said once. */
class ClaimTests {

    private static final int ROUNDS = 6;

    private final HelpdeskStage desk = new HelpdeskStage();
    private final Parts here = new Parts(desk.stage.props, null, new ArrayList<>());
    private final Parts there = new Parts(desk.stage.props, null, new ArrayList<>());
    private final Stage.Person olena = desk.olena;
    private final ContactId maria = desk.maria.contact().id();
    private final ContactId petar = desk.petar.contact().id();

    @BeforeEach
    void bothOrganize() {
        desk.organize(desk.maria, desk.petar);
    }

    @AfterEach
    void closeStage() {
        desk.close();
    }

    private String asked(int number) {
        var text = "въпрос номер " + number;
        return here.asking
                .ask(olena.contact().id(), olena.address, "asked" + number, text, desk.stage.clock.instant())
                .id();
    }

    @Test
    void oneOfTwoWhoClaimAtOnceHasIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var id = asked(round);
            var claims = atOnce(() -> here.desk.take(id, maria), () -> there.desk.take(id, petar));

            assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
            assertThat(desk.desk.find(id).orElseThrow().events()).hasSize(1);
        }
    }

    @Test
    void oneOfTwoWhoAnswerAtOnceIsHeard() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var id = asked(round);
            var by = "от ";
            var answers = atOnce(
                    () -> here.desk.answer(id, "m", maria, null, Kind.ANSWERED, by + "Мария"),
                    () -> there.desk.answer(id, "p", petar, null, Kind.ANSWERED, by + "Петър"));

            assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        }
        desk.settles();
        assertThat(olena.texts())
                .filteredOn(text -> text.startsWith("Отговор от"))
                .hasSize(ROUNDS);
    }

    /** The fault the guard is there for: look first, write then. */
    @Test
    void bothWouldHaveItIfTheyLookedBeforeTheyWrote() throws Exception {
        var id = asked(1);
        var bothHaveLooked = new CyclicBarrier(2);
        var claims = atOnce(
                () -> claimWithoutGuard(id, maria, bothHaveLooked), () -> claimWithoutGuard(id, petar, bothHaveLooked));

        assertThat(claims).filteredOn(Optional::isPresent).hasSize(2);
    }

    private Optional<Question> claimWithoutGuard(String id, ContactId by, CyclicBarrier bothHaveLooked)
            throws Exception {
        var free = desk.desk.find(id).filter(question -> question.owner() == null);
        bothHaveLooked.await();
        if (free.isPresent()) {
            desk.stage
                    .props
                    .store()
                    .updateFirst(query(where("_id").is(id)), Update.update("owner", by.value()), Question.class);
        }
        return free;
    }

    @Test
    void saysOnceWhatTwoInstancesHearAtOnce() throws Exception {
        var id = asked(1);
        here.desk.take(id, maria);
        atOnce(
                () -> here.desk.answer(id, "same", maria, null, Kind.ANSWERED, "Да."),
                () -> there.desk.answer(id, "same", maria, null, Kind.ANSWERED, "Да."));
        atOnce(
                () -> here.talking.say(id, "more", olena.contact().id(), "А кога?"),
                () -> there.talking.say(id, "more", olena.contact().id(), "А кога?"));
        desk.settles();

        assertThat(olena.texts())
                .filteredOn(text -> text.startsWith("Отговор от"))
                .hasSize(1);
        assertThat(desk.maria.texts())
                .filteredOn(text -> text.contains("А кога?"))
                .hasSize(1);
    }

    @Test
    void tellsTheDeputiesOnceThoughTwoInstancesSeeThatItIsLate() throws Exception {
        asked(1);
        desk.settles();
        desk.stage.clock.advance(Duration.ofHours(25));
        atOnce(() -> rounds(here), () -> rounds(there));
        atOnce(() -> rounds(here), () -> rounds(there));

        assertThat(desk.questions()).singleElement().satisfies(question -> assertThat(question.events())
                .extracting(Question.Event::kind)
                .containsExactly(Kind.OVERDUE));
    }

    private static Optional<Question> rounds(Parts parts) {
        parts.rounds.make();
        return Optional.empty();
    }

    @Test
    void tellsAfterACrashWhatWasOnlyNoted() {
        var id = asked(1);
        var dying = new Desk(
                desk.stage.props.store(),
                new Changes(desk.stage.props.store(), new Dying(desk.stage.props), desk.stage.clock),
                HelpdeskStage.SOFIA,
                desk.stage.clock);
        try {
            dying.answer(id, "a", maria, null, Kind.ANSWERED, "Да.");
        } catch (IllegalStateException died) {
            assertThat(died).hasMessage("crash");
        }
        assertThat(olena.reads()).doesNotContain("Отговор от");
        there.rounds.make();
        here.rounds.make();
        desk.settles();

        assertThat(olena.texts())
                .filteredOn(text -> text.startsWith("Отговор от"))
                .hasSize(1);
    }

    /** Goes down between noting and telling. */
    private static final class Dying extends Telling {

        Dying(Stage.Props props) {
            super(props.store(), props.contacts(), props.outbox(), props.words(), null, null, null, null);
        }

        @Override
        boolean tell(Question changed) {
            throw new IllegalStateException("crash");
        }
    }

    private static List<Optional<Question>> atOnce(Callable<Optional<Question>> one, Callable<Optional<Question>> other)
            throws Exception {
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = new ArrayList<Optional<Question>>();
            var acts = List.of(after(together, one), after(together, other));
            for (var result : threads.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Optional<Question>> after(CyclicBarrier together, Callable<Optional<Question>> act) {
        return () -> {
            together.await();
            return act.call();
        };
    }
}
