package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner changes when people are reminded of forums that have no rules of their own. */
class UsualRemindersTests {

    private static final List<String> A_WEEK = List.of("7d@10:00");

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");

    @BeforeEach
    void oneIsRegistered() {
        stage.usualAre(List.of("1d@10:00"));
        stage.forum("haskovo", "2027-02-25T09:00");
        stage.registers("olena", "haskovo");
        stage.rings();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void readsThemAsPeopleSayThem() {
        var usual = stage.usual();
        assertThat(usual.read("3 дни преди в 9:30\n\n 2 hours before \n2 часа преди"))
                .hasValue(List.of("3d@09:30", "2h"));
        assertThat(usual.read("")).hasValue(List.of());
        assertThat(usual.read("2 часа преди\nкогато стане")).isEmpty();
        assertThat(usual.read("1h before\n2h before\n3h before\n4h before\n5h before\n6h before"))
                .isEmpty();
    }

    @Test
    void remindsByTheNewOnesAsSoonAsTheyHold() {
        stage.usual().prepare(List.of("3d@09:30"));
        stage.usualAre(List.of("3d@09:30"));
        stage.ringsAt("2027-02-22T09:29");
        assertThat(told()).isZero();
        stage.ringsAt("2027-02-22T09:30");
        assertThat(told()).isEqualTo(1);
        stage.ringsAt("2027-02-24T10:00");
        assertThat(told()).as("the old one no longer rings").isEqualTo(1);
    }

    @Test
    void doesNotRemindOfAnHourThatHasJustPassed() {
        stage.ringsAt("2027-02-18T10:02");
        stage.usual().prepare(A_WEEK);
        stage.usualAre(A_WEEK);
        stage.rings();
        assertThat(told()).isZero();
    }

    @Test
    void wouldRemindOfAnHourThatHasJustPassedWithoutThat() { // control
        stage.ringsAt("2027-02-18T10:02");
        stage.usualAre(A_WEEK);
        stage.rings();
        assertThat(told()).isEqualTo(1);
    }

    private long told() {
        return stage.sheets().stream()
                .filter(sheet -> sheet.text().contains("ви очакваме на форума"))
                .count();
    }
}
