package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.forum.TestForums;
import org.pokana.kernel.ContactId;
import org.pokana.reminder.ReminderStage.Sheet;
import org.pokana.reminder.Wave.State;

class RemindersTests {

    /** A Thursday at nine; the sample season's first forum. */
    private static final String START = "2027-02-25T09:00";

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void remindsSevenDaysOneDayAndTwoHoursBefore() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        assertThat(told()).isEmpty();

        stage.ringsAt("2027-02-18T09:59");
        assertThat(told()).isEmpty();
        stage.ringsAt("2027-02-18T10:00");
        assertThat(told()).containsExactly("olena: След 7 дни");
        stage.ringsAt("2027-02-24T10:00");
        stage.ringsAt("2027-02-24T10:01");
        assertThat(told()).containsExactly("olena: След 7 дни", "olena: Утре");
        stage.ringsAt("2027-02-25T07:00"); // still quiet, and there is time until eight
        stage.ringsAt("2027-02-25T08:00");
        stage.ringsAt("2027-02-25T08:59");
        assertThat(told()).containsExactly("olena: След 7 дни", "olena: Утре", "olena: Днес");
    }

    @Test
    void saysWhatWhenWhereAndWhatToDoNext() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-24T10:00");

        var reminder = sheets().get(0);
        assertThat(reminder.text()).isEqualTo("""
                        Утре ви очакваме на форума „Форум Хасково“.

                        Кога: четвъртък, 25 февруари 2027 г., 09:00 (българско време)
                        Къде: Заседателна зала, Хасково

                        Ще дойдете ли? Ако не можете, кажете: мястото ще отиде при следващия.""");
        assertThat(reminder.picks())
                .containsExactly(
                        "/coming haskovo",
                        "/unregister haskovo !1",
                        "/delegate haskovo",
                        "/late haskovo",
                        "/forum haskovo");
    }

    @Test
    void speaksEverybodysLanguage() {
        stage.forum("haskovo", START);
        stage.registers("ivan", "haskovo");
        stage.contacts.speaks(new ContactId("ivan"), Locale.ENGLISH);
        stage.rings();
        stage.ringsAt("2027-02-24T10:00");

        assertThat(sheets().get(0).text())
                .startsWith("Tomorrow we expect you at the forum “Forum Haskovo”.")
                .contains("When: Thursday, 25 February 2027, 09:00 (Bulgarian time)");
    }

    @Test
    void doesNotAskAgainWhoSaidThatTheyWillCome() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.registrations.coming("haskovo", new ContactId("olena"));
        stage.ringsAt("2027-02-24T10:00");

        assertThat(sheets().get(0).text()).endsWith("Вече казахте, че ще дойдете. Ако нещо се промени, кажете.");
        assertThat(sheets().get(0).picks())
                .containsExactly("/unregister haskovo !1", "/delegate haskovo", "/late haskovo", "/forum haskovo");
    }

    @Test
    void leadsToTheDoorInTheLastHours() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-25T08:00");

        assertThat(sheets().get(0).text()).startsWith("Днес");
        assertThat(sheets().get(0).picks())
                .containsExactly(
                        "/door haskovo",
                        "/coming haskovo",
                        "/unregister haskovo !1",
                        "/delegate haskovo",
                        "/late haskovo",
                        "/forum haskovo");
    }

    @Test
    void followsTheSeatToAColleague() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-18T10:00");
        stage.isNow("2027-02-23T12:00");
        stage.meets("ivan");
        stage.handsOver("haskovo", "olena", "ivan");
        stage.ringsAt("2027-02-24T10:00");
        stage.ringsAt("2027-02-25T08:00");

        assertThat(told())
                .contains("olena: След 7 дни", "ivan: Утре", "ivan: Днес")
                .doesNotContain("olena: Утре", "olena: Днес");
    }

    @Test
    void followsTheForumsOwnRulesDownToMinutes() {
        stage.forum("haskovo", START, "3m");
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-24T10:00");
        assertThat(told()).isEmpty();

        stage.ringsAt("2027-02-25T08:57");
        assertThat(told()).containsExactly("olena: Днес");
    }

    @Test
    void keepsToTheUsualRulesWhenAForumsOwnAreMalformed() {
        stage.forum("haskovo", START, "two hours");
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-24T10:00");

        assertThat(told()).containsExactly("olena: Утре");
    }

    @Test
    void skipsWhoRegisteredAfterTheHourOfTheReminder() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.isNow("2027-02-24T10:00");
        stage.clock.advance(Duration.ofSeconds(2)); // before the tick that rings
        stage.registers("ivan", "haskovo");
        stage.rings();
        assertThat(told()).containsExactly("olena: Утре");

        stage.ringsAt("2027-02-25T08:00");
        assertThat(told()).containsExactly("olena: Утре", "ivan: Днес", "olena: Днес");
    }

    @Test
    void skipsTheRulesWhoseTimeHadPassedWhenTheForumWasMade() {
        stage.isNow("2027-02-24T12:00");
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();

        assertThat(told()).isEmpty();
        assertThat(stage.stateOf("haskovo:1:7d@10:00")).isEqualTo(State.SKIPPED);
        assertThat(stage.stateOf("haskovo:1:1d@10:00")).isEqualTo(State.SKIPPED);
        assertThat(stage.stateOf("haskovo:1:2h")).isEqualTo(State.PENDING);
    }

    @Test
    void remindsNobodyWhoCannotBeReachedOrWantsNoReminders() {
        stage.forum("haskovo", START);
        List.of("olena", "ivan", "petar").forEach(name -> stage.registers(name, "haskovo"));
        stage.rings();
        stage.contacts.reminders(new ContactId("olena"), true);
        stage.contacts.lost(org.pokana.kernel.Address.parse("webchat:ivan"));
        stage.ringsAt("2027-02-24T10:00");

        assertThat(told()).containsExactly("petar: Утре");
    }

    @Test
    void remindsOnlyOfForumsThatTakePlace() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.forums.cancel("haskovo");
        stage.ringsAt("2027-02-24T10:00");

        assertThat(told()).isEmpty();
        assertThat(stage.stateOf("haskovo:1:1d@10:00")).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void comesLateRatherThanNeverAfterAnOutageOfSixHours() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-24T15:00");

        assertThat(told()).containsExactly("olena: Утре");
    }

    @Test
    void saysOnlyTheMostUsefulAfterAnOutageOfSevenDays() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-24T19:00");

        assertThat(told()).containsExactly("olena: Утре");
        assertThat(stage.stateOf("haskovo:1:7d@10:00")).isEqualTo(State.LAPSED);
    }

    @Test
    void waitsForTheMorningWhenAnOutageEndsAtNight() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-18T23:00");
        assertThat(told()).isEmpty();
        stage.ringsAt("2027-02-19T07:59");
        assertThat(told()).isEmpty();
        stage.ringsAt("2027-02-19T08:00");
        assertThat(told()).containsExactly("olena: След 6 дни");
    }

    @Test
    void neverRemindsOnceTheForumHasBegun() {
        stage.forum("haskovo", START);
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt(START);
        stage.ringsAt("2027-02-25T12:00");

        assertThat(told()).isEmpty();
        assertThat(stage.waves()).extracting(Wave::state).containsOnly(State.LAPSED);
    }

    @Test
    void remindsBeforeDawnOfAForumThatStartsTooEarlyToWait() {
        stage.forum("haskovo", "2027-02-25T08:15");
        stage.registers("olena", "haskovo");
        stage.rings();
        stage.ringsAt("2027-02-25T06:15");

        assertThat(told()).containsExactly("olena: Днес");
    }

    /** Whatever the outage: at most one reminder at its end, the one most useful, and none after the start. */
    @Test
    void makesUpForAnyOutageWithAtMostOneReminder() {
        var dues = new ArrayList<Instant>();
        for (String due : List.of("2027-02-18T10:00", "2027-02-24T10:00", "2027-02-25T08:00")) {
            dues.add(ReminderStage.sofia(due));
        }
        int outages = 0;
        for (int startHour = 0; startHour < 9 * 24; startHour += 13) {
            for (int hours : new int[] {1, 6, 13, 24, 48}) {
                outage(ReminderStage.sofia("2027-02-17T00:30").plus(Duration.ofHours(startHour)), hours, dues);
                outages++;
            }
        }
        assertThat(outages).isEqualTo(85);
    }

    private void outage(Instant from, int hours, List<Instant> dues) {
        stage.isNow("2027-02-01T12:00");
        var forum = "down-from-" + from.getEpochSecond() + "-for-" + hours;
        stage.forum(forum, START);
        stage.registers("olena", forum);
        stage.rings();
        dues.stream().filter(due -> due.isBefore(from)).forEach(due -> {
            stage.clock.set(due);
            stage.rings();
        });
        stage.tidiesUp();
        var back = from.plus(Duration.ofHours(hours));
        stage.clock.set(back);
        stage.rings();

        var missed = dues.stream().anyMatch(due -> !due.isBefore(from) && !due.isAfter(back));
        int hour = back.atZone(TestForums.SOFIA).getHour();
        boolean night = hour < 8 || hour >= 20;
        boolean begun = !back.isBefore(ReminderStage.sofia(START));
        assertThat(stage.sheets()).as("down from %s for %d h", from, hours).hasSize(missed && !night && !begun ? 1 : 0);
        stage.forums.cancel(forum);
    }

    private List<Sheet> sheets() {
        return stage.sheets();
    }

    private List<String> told() {
        return sheets().stream()
                .map(sheet -> sheet.to().id() + ": " + sheet.text().split(" ви ")[0])
                .toList();
    }
}
