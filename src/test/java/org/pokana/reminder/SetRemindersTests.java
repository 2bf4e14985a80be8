package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage.Person;
import org.pokana.reminder.Wave.State;

/** An organizer sees and changes when people are reminded, in plain words. */
class SetRemindersTests {

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");
    private final Person maria = stage.maria;

    @BeforeEach
    void oneIsRegistered() {
        stage.isAnOrganizer(maria);
        stage.forum("haskovo", "2027-02-25T09:00");
        stage.registers("olena", "haskovo");
        stage.rings();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsWhenToWhomAndWhat() {
        stage.ringsAt("2027-02-18T10:00");
        maria.says("/reminders haskovo");
        assertThat(maria.reads())
                .contains("(българско време). На всички с място: ден, час, място и „Ще дойдете ли?“.")
                .contains("• 7 дни преди, 10:00: четвъртък 18.02, 10:00 – изпратено")
                .contains("• 1 ден преди, 10:00: сряда 24.02, 10:00")
                .contains("• 2 часа преди: четвъртък 25.02, 08:00") // not at seven, as people sleep
                .contains("• Само на неотговорилите, кратък въпрос: сряда 24.02, 16:00");
    }

    @Test
    void addsARuleInPlainWords() {
        maria.says("напомняния по форум").taps("25.02 Хасково").taps("Добави").says("кога?");
        assertThat(maria.reads()).contains("Не разбрах кога");
        maria.says("3 дни преди в 9:30");
        assertThat(maria.reads()).contains("Готово.", "• 3 дни преди, 09:30: понеделник 22.02, 09:30");

        stage.ringsAt("2027-02-18T10:00");
        stage.ringsAt("2027-02-22T09:29");
        assertThat(told()).containsExactly("olena: След 7 дни");
        stage.ringsAt("2027-02-22T09:30");
        stage.ringsAt("2027-02-24T10:00");
        assertThat(told()).containsExactly("olena: След 7 дни", "olena: След 3 дни", "olena: Утре");
    }

    @Test
    void takesARuleOutAndPutsTheUsualOnesBack() {
        stage.ringsAt("2027-02-18T10:00");
        maria.says("/reminders haskovo").taps("1 ден преди");
        maria.reads();
        maria.taps("Махни");
        assertThat(maria.reads()).doesNotContain("• 1 ден преди", "неотговорилите");
        stage.ringsAt("2027-02-24T10:00");
        assertThat(told()).containsExactly("olena: След 7 дни");

        maria.taps("Промени още").taps("Върни обичайните");
        assertThat(maria.reads()).contains("• 1 ден преди, 10:00: сряда 24.02, 10:00 – вече мина");
        stage.rings();
        stage.ringsAt("2027-02-24T12:00");
        assertThat(told()).containsExactly("olena: След 7 дни"); // the hour of the other is over
        stage.ringsAt("2027-02-25T08:00");
        assertThat(told()).containsExactly("olena: След 7 дни", "olena: Днес");
    }

    @Test
    void changesARule() {
        maria.says("/reminders haskovo")
                .taps("2 часа преди")
                .taps("Друго време")
                .says("45 минути преди");
        assertThat(maria.reads()).contains("• 45 минути преди: четвъртък 25.02, 08:15");
        stage.ringsAt("2027-02-25T08:14");
        assertThat(told()).containsExactly("olena: Днес"); // the day before's, after the silence until then
        stage.ringsAt("2027-02-25T08:15");
        assertThat(told()).hasSize(2);
    }

    @Test
    void canRemindOfNothing() {
        for (String rule : List.of("7 дни", "1 ден", "2 часа")) {
            maria.says("/reminders haskovo").taps(rule + " преди").taps("Махни");
        }
        assertThat(maria.reads()).contains("Няма напомняния");
        for (String moment : List.of("2027-02-18T10:00", "2027-02-24T10:00", "2027-02-25T08:00")) {
            stage.ringsAt(moment);
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void neverRepeatsWhatHasRung() {
        stage.ringsAt("2027-02-24T10:00");
        assertThat(told()).containsExactly("olena: Утре");
        stage.isNow("2027-02-24T10:02");
        maria.says("/reminders haskovo").taps("1 ден преди").taps("Друго време").says("1 ден преди в 10:01");
        stage.rings();
        stage.ringsAt("2027-02-24T11:00");

        assertThat(told()).containsExactly("olena: Утре");
        assertThat(stage.stateOf("haskovo:1:1d@10:01")).isEqualTo(State.SKIPPED);
    }

    @Test
    void repeatsItIfTheHourThatIsOverIsTakenForOneThatStruck() { // control: what letting it pass prevents
        stage.ringsAt("2027-02-24T10:00");
        stage.isNow("2027-02-24T10:02");
        stage.forums.reminders("haskovo", List.of("7d@10:00", "1d@10:01", "2h"));
        stage.rings();

        assertThat(told()).containsExactly("olena: Утре", "olena: Утре");
    }

    @Test
    void letsNoReminderLeaveOfARuleThatIsGone() {
        stage.isNow("2027-02-24T10:00");
        stage.reminds("haskovo", "olena");
        maria.says("/reminders haskovo").taps("1 ден преди").taps("Махни");
        stage.sends();
        assertThat(told()).isEmpty();
        stage.reminds("haskovo", "olena");
        stage.sendsUnasked(); // control
        assertThat(stage.queued()).hasSize(1);
    }

    @Test
    void isForOrganizersAndForumsToCome() {
        var olena = stage.bot("olena");
        olena.says("/reminders haskovo");
        assertThat(olena.reads()).contains("само организаторите");
        stage.isNow("2027-02-25T10:00");
        maria.says("/reminders haskovo");
        assertThat(maria.reads()).contains("вече не предстои");
    }

    /** Who was told what, without Maria's talk with the bot. */
    private List<String> told() {
        return stage.sheets().stream()
                .filter(sheet -> sheet.text().contains("ви очакваме на форума"))
                .map(sheet -> sheet.to().id() + ": " + sheet.text().split(" ви очакваме", 2)[0])
                .toList();
    }
}
