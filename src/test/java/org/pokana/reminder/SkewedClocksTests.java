package org.pokana.reminder;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;

/** Three instances whose clocks differ by ten seconds: each reminder rings once, and in time. */
@Tag("faults")
class SkewedClocksTests {

    private static final int SCALE = Integer.getInteger("pokana.faults", 1);
    private static final int FORUMS = Math.min(100, 4 * SCALE);
    private static final int PEOPLE = Math.min(100, 40 * SCALE);

    /** What a channel takes while others are served, too. */
    private static final int A_SECOND = 25;

    private static final List<Duration> WRONG_BY =
            List.of(Duration.ofSeconds(-5), Duration.ZERO, Duration.ofSeconds(5));

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");
    private final List<Long> late = new ArrayList<>();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void ringEachReminderOnceAndWithinTenSeconds() {
        var reminded = runs(FORUMS, 5);

        assertThat(reminded).hasSize(FORUMS * PEOPLE);
        assertThat(reminded.stream().collect(groupingBy(address -> address, counting())))
                .hasSize(FORUMS * PEOPLE)
                .allSatisfy((who, times) -> assertThat(times).isEqualTo(1));
        late.sort(null);
        System.out.printf(
                "%d reminders, each once; seconds late: half %d, p99 %d, most %d%n",
                late.size(), late.get(late.size() / 2), late.get(late.size() * 99 / 100), late.get(late.size() - 1));
        assertThat(late.get(late.size() * 99 / 100)).as("seconds late, p99").isLessThanOrEqualTo(10);
        assertThat(late.get(0)).as("seconds early").isGreaterThanOrEqualTo(-5);
    }

    @Test
    void areLateWhenTheyTickTooRarely() { // control
        runs(1, 60);
        late.sort(null);
        assertThat(late.get(late.size() * 99 / 100)).isGreaterThan(10);
    }

    /** Every forum a minute after the one before, each with its own people, who are reminded half an hour ahead. */
    private List<Address> runs(int forums, int everySeconds) {
        for (int forum = 0; forum < forums; forum++) {
            var start = ReminderStage.local("2027-02-02T12:30").plusMinutes(forum);
            stage.forum("f" + forum, start.toString(), "30m");
            for (int person = 0; person < PEOPLE; person++) {
                stage.registers("f%dp%d".formatted(forum, person), "f" + forum);
            }
        }
        try (var door = stage.door(stage.veto())) {
            var instances = WRONG_BY.stream()
                    .map(wrongBy -> stage.instance(door.outbox, Clock.offset(stage.clock, wrongBy)))
                    .toList();
            instances.get(0).ringDue();
            var begin = ReminderStage.sofia("2027-02-02T11:59:30");
            IntStream.range(0, 60 * (forums + 1)).forEach(second -> {
                stage.clock.set(begin.plusSeconds(second));
                for (int i = 0; i < instances.size(); i++) {
                    if (second % everySeconds == 2 * i) { // they tick at different moments
                        instances.get(i).ringDue();
                    }
                }
                int before = door.channel.carried.size();
                door.sendDue(Lane.REMINDER, A_SECOND);
                door.channel.carried.stream().skip(before).forEach(carried -> note((Content.Text) carried.content()));
            });
            return door.channel.carried.stream().map(carried -> carried.to()).toList();
        }
    }

    private void note(Content.Text reminder) {
        var due = reminder.moments().get(0).at().minus(Duration.ofMinutes(30));
        late.add(Duration.between(due, stage.clock.instant()).toSeconds());
    }
}
