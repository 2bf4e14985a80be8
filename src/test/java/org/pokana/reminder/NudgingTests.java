package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage.Person;
import org.pokana.kernel.ContactId;
import org.pokana.phone.PhoneNumber;
import org.springframework.data.mongodb.core.query.Query;

/** What people answer to a reminder, who is asked once more, and whom organizers have to call. */
class NudgingTests {

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");
    private final Person maria = stage.maria;

    @BeforeEach
    void someAreReminded() {
        stage.isAnOrganizer(maria);
        stage.forum("haskovo", "2027-02-25T09:00");
        List.of("olena", "ivan", "petya").forEach(name -> stage.registers(name, "haskovo"));
        stage.rings();
        stage.ringsAt("2027-02-18T10:00");
        stage.ringsAt("2027-02-24T10:00");
        stage.isNow("2027-02-24T12:00");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void asksOnceMoreOnlyWhoHasNotAnswered() {
        stage.registrations.coming("haskovo", new ContactId("olena"));
        stage.isNow("2027-02-24T15:59");
        stage.nudges();
        assertThat(nudged()).isEmpty();
        for (String moment : List.of("2027-02-24T16:00", "2027-02-24T16:01", "2027-02-24T18:00", "2027-02-25T08:30")) {
            stage.isNow(moment);
            stage.nudges();
        }
        assertThat(nudged()).containsExactlyInAnyOrder("ivan", "petya");
    }

    @Test
    void doesNotAskWhoRegisteredAfterTheReminder() {
        stage.registers("viktor", "haskovo");
        stage.isNow("2027-02-24T16:00");
        stage.nudges();
        assertThat(nudged()).doesNotContain("viktor").hasSize(3);
    }

    @Test
    void doesNotAskAfterTheForumHasChanged() {
        stage.forums.move("haskovo", ReminderStage.local("2027-02-25T10:00"));
        stage.rings();
        stage.isNow("2027-02-24T16:00");
        stage.nudges();
        assertThat(nudged()).isEmpty();
    }

    @Test
    void letsNoQuestionLeaveOnceTheForumHasChangedOrSomebodyHasAnswered() {
        stage.isNow("2027-02-24T16:00");
        stage.nudging().nudgeDue();
        stage.registrations.coming("haskovo", new ContactId("olena"));
        stage.registrations.release("haskovo", new ContactId("ivan"));
        stage.sends();
        assertThat(nudged()).containsExactly("petya");
    }

    @Test
    void asksThemAllTheSameWithoutTheVeto() { // control
        stage.isNow("2027-02-24T16:00");
        stage.nudging().nudgeDue();
        stage.registrations.coming("haskovo", new ContactId("olena"));
        stage.forums.cancel("haskovo");
        stage.sendsUnasked();
        assertThat(nudged()).contains("olena", "ivan", "petya");
    }

    @Test
    void asksNobodyAtNightOrAfterAnOutage() {
        for (String moment : List.of("2027-02-24T20:00", "2027-02-24T23:00", "2027-02-25T07:59", "2027-02-25T08:00")) {
            stage.isNow(moment);
            stage.nudges();
        }
        assertThat(nudged()).isEmpty();
    }

    @Test
    void asksOnceHoweverManyInstancesThereAre() {
        stage.isNow("2027-02-24T16:00");
        var other = stage.nudging();
        stage.nudging().nudgeDue();
        stage.store.remove(new Query(), Nudging.Done.class); // both at once
        other.nudgeDue();
        stage.sends();
        assertThat(nudged()).hasSize(3);
    }

    @Test
    void tellsOrganizersWhomToCall() {
        stage.registrations.coming("haskovo", new ContactId("olena"));
        stage.leaves("ivan", new PhoneNumber("+359888123456"));
        stage.isNow("2027-02-24T17:29");
        stage.nudges();
        assertThat(maria.reads()).doesNotContain("Още не са отговорили");
        stage.isNow("2027-02-24T17:30");
        stage.nudges();
        stage.nudges();
        assertThat(maria.reads()).containsOnlyOnce("Утре е форум 25.02 Хасково. Още не са отговорили 2 от 3 записани.");
        maria.taps("Списък за обаждане");
        assertThat(maria.reads())
                .contains("потвърдиха 1 от 3.", "Без отговор, 2 души:", "• № 2", "• № 3")
                .contains(": +359 888 123 456", ": без телефон");
        stage.registrations.coming("haskovo", new ContactId("ivan"));
        stage.registrations.coming("haskovo", new ContactId("petya"));
        maria.taps("Обнови");
        assertThat(maria.reads()).contains("потвърдиха 3 от 3.", "Няма на кого да се обаждате.");
    }

    @Test
    void takesItForAYesWhenSomebodyWillBeLateAndTellsTheDoor() {
        var olena = stage.bot("olena");
        olena.taps("Ще закъснея").taps("30 минути");
        assertThat(olena.reads()).contains("на входа ще знаят: с около 30 минути по-късно");
        stage.isNow("2027-02-24T16:00");
        stage.nudges();
        assertThat(nudged()).containsExactlyInAnyOrder("ivan", "petya");
        maria.says("/call_list haskovo");
        assertThat(maria.reads()).contains("потвърдиха 1 от 3. Ще закъснее 1.");

        stage.isNow("2027-02-25T08:00");
        maria.says("/checkin haskovo").says("olena");
        assertThat(maria.reads()).contains("ще закъснее, 30 мин");
        olena.taps("Няма да закъснея");
        maria.says("/checkin haskovo").says("olena");
        assertThat(maria.reads()).doesNotContain("закъснее");
    }

    @Test
    void understandsLatenessInWordsAndOtherMinutes() {
        var olena = stage.bot("olena");
        olena.says("ще закъснея").says("малко");
        assertThat(olena.reads()).contains("Не разбрах с колко");
        olena.says("с 20 минути");
        assertThat(olena.reads()).contains("с около 20 минути по-късно");
    }

    @Test
    void undoesACancellationWhileThereIsRoom() {
        var olena = stage.bot("olena");
        olena.taps("Не мога");
        assertThat(olena.reads()).contains("мога да ви върна");
        assertThat(stage.forums.find("haskovo").orElseThrow().seats()).hasSize(2);
    }

    private List<String> nudged() {
        return stage.sheets().stream()
                .filter(sheet -> sheet.text().contains("Още не знам дали ще дойдете"))
                .map(sheet -> sheet.to().id())
                .toList();
    }
}
