package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.Race;
import org.pokana.contact.Contact;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Veto;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Forums are cancelled and moved, and people give up their seats, a thousand times each, while reminders are on their
 * way: nobody is reminded of what is no longer so. Without the veto they are.
 */
@Tag("faults")
class ChangesDuringASendTests {

    private static final int ROUNDS = 10 * Integer.getInteger("pokana.faults", 1);
    private static final int EACH = 100;

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");

    @BeforeEach
    void theDayBefore() {
        stage.isNow("2027-02-24T10:00");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nobodyIsRemindedOfACancelledForum() throws Exception {
        holds(race(stage.forums::cancel, stage.veto()));
        fails(race(stage.forums::cancel, null));
    }

    @Test
    void nobodyHearsTheOldTimeOfAForumThatMoved() throws Exception {
        var later = ReminderStage.local("2027-03-04T09:00");
        holds(race(forum -> stage.forums.move(forum, later), stage.veto()));
        fails(race(forum -> stage.forums.move(forum, later), null));
    }

    @Test
    void nobodyIsRemindedWhoGaveUpTheirSeat() throws Exception {
        Consumer<String> everybodyLeaves = forum -> stage.registrations.release(forum, new ContactId(forum + "-olena"));
        holds(race(everybodyLeaves, stage.veto()));
        fails(race(everybodyLeaves, null));
    }

    private static void holds(Race.Result result) {
        assertThat(result.changes()).isEqualTo(ROUNDS * EACH);
        assertThat(result.kept()).as("what went out at all").isGreaterThan(ROUNDS * EACH / 10);
        assertThat(result.tooLate()).as("what went out after the change").isZero();
    }

    private static void fails(Race.Result result) { // control
        assertThat(result.tooLate()).as("without the protection").isPositive();
    }

    /** Many forums a round, each with somebody to be reminded, and all of which change. */
    private Race.Result race(Consumer<String> change, @Nullable Veto guard) throws Exception {
        var all = new Race.Result(0, 0, 0);
        var guards = guard == null ? new Veto[0] : new Veto[] {guard};
        for (int round = 0; round < (guard == null ? 1 : ROUNDS); round++) {
            var forums =
                    IntStream.range(0, EACH).mapToObj(number -> "f" + number).toList();
            forums.forEach(forum -> {
                stage.forum(forum, "2027-02-25T09:00");
                stage.registers(forum + "-olena", forum);
                stage.reminds(forum, forum + "-olena");
            });
            try (var race = new Race(round, stage.store, stage.clock, stage.contacts, guards)) {
                var changes = new HashMap<String, Runnable>();
                forums.forEach(forum -> changes.put(forum, () -> {
                    change.accept(forum);
                    race.saved(forum);
                }));
                all = all.plus(race.run(stage.queued(), changes, message -> RungReminder.read(message)
                        .orElseThrow()
                        .forum()));
            }
            clear();
        }
        return all;
    }

    private void clear() {
        for (var kind : java.util.List.of(Forum.class, Registration.class, Contact.class, Message.class)) {
            stage.store.remove(new Query(), kind);
        }
    }
}
