package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Veto;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A forum is moved and cancelled at random moments while reminders and notices about it leave one by one: nobody is told
 * what has not been so for five seconds. Without the veto they are.
 */
@Tag("faults")
class OldFactsTests {

    private static final int ROUNDS = Math.min(1000, 200 * Integer.getInteger("pokana.faults", 1));
    private static final int PEOPLE = 4;
    private static final String ID = "haskovo";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");
    private int told;

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nobodyIsToldWhatIsNoLongerSo() {
        assertThat(oldFacts(ROUNDS, stage.veto(), stage.noticeVeto())).isEmpty();
        System.out.printf("%d interleavings, %d messages left, 0 old facts%n", ROUNDS, told);
        assertThat(told).as("what was told at all").isGreaterThan(ROUNDS);
    }

    @Test
    void theyAreWithoutTheVeto() { // control
        assertThat(oldFacts(ROUNDS / 4)).isNotEmpty();
    }

    private List<String> oldFacts(int rounds, Veto... vetoes) {
        var old = new ArrayList<String>();
        try (var door = stage.door(vetoes)) {
            for (int round = 0; round < rounds; round++) {
                old.addAll(new Interleaving(round, door).run());
            }
        }
        return old;
    }

    /** One order of things. */
    private final class Interleaving {

        private final int seed;
        private final Random random;
        private final MessagingKit door;
        private final List<String> old = new ArrayList<>();

        /** What the forum was until it was changed last, and when that was. */
        private @Nullable Instant changedAt;

        Interleaving(int seed, MessagingKit door) {
            this.seed = seed;
            random = new Random(seed);
            this.door = door;
        }

        List<String> run() {
            stage.isNow("2027-02-23T12:00");
            stage.forum(ID, "2027-02-25T09:00", "1d@10:00");
            for (int person = 0; person < PEOPLE; person++) {
                stage.registers("p" + person, ID);
            }
            stage.reminders.ringDue();
            stage.isNow("2027-02-24T10:00");
            for (int step = 0; step < 12; step++) {
                act();
                stage.clock.advance(Duration.ofSeconds(random.nextInt(4)));
            }
            for (var kind : List.of(Forum.class, Registration.class, Wave.class, Message.class)) {
                stage.store.remove(new Query(), kind);
            }
            door.channel.carried.clear();
            return old;
        }

        private void act() {
            switch (random.nextInt(8)) {
                case 0 ->
                    changed(stage.forums.move(
                            ID, LocalDateTime.parse("2027-02-25T10:00").plusMinutes(random.nextInt(300))));
                case 1 -> {
                    if (random.nextInt(4) == 0) {
                        changed(stage.forums.cancel(ID));
                    }
                }
                case 2 -> stage.registrations.tellOfChange(forum());
                case 3, 4 -> stage.reminders.ringDue();
                default -> sends();
            }
        }

        private void changed(Optional<Forum> now) {
            changedAt = now.isPresent() ? stage.clock.instant() : changedAt;
        }

        private Forum forum() {
            return stage.forums.find(ID).orElseThrow();
        }

        private void sends() {
            int before = door.channel.carried.size();
            door.sendDue(Lane.REMINDER, 1 + random.nextInt(2));
            door.channel.carried.stream()
                    .skip(before)
                    .map(carried -> carried.content())
                    .filter(Content.Text.class::isInstance)
                    .map(Content.Text.class::cast)
                    .forEach(this::check);
        }

        private void check(Content.Text text) {
            told++;
            var forum = forum();
            boolean isSo = forum.isCancelled()
                    ? text.text().contains("отменен")
                    : text.moments().stream().allMatch(moment -> moment.at().equals(forum.starts()));
            boolean isLate = changedAt != null && stage.clock.instant().isAfter(changedAt.plus(GRACE));
            if (!isSo && isLate) {
                old.add(seed + ": " + text.text());
            }
        }
    }
}
