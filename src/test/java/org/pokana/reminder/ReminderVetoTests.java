package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.forum.Forum;
import org.pokana.forum.Venue;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Message;
import org.pokana.reminder.ReminderStage.Sheet;

class ReminderVetoTests {

    private static final ContactId OLENA = new ContactId("olena");

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");

    @AfterEach
    void close() {
        stage.close();
    }

    /** Everything is in the outbox for ten o'clock and nothing has left yet. */
    private void queuesTheDayBefore(String... names) {
        stage.forum("haskovo", "2027-02-25T09:00");
        for (String name : names) {
            stage.registers(name, "haskovo");
        }
        stage.reminders.ringDue();
        stage.isNow("2027-02-24T10:00");
        stage.reminders.ringDue();
        assertThat(stage.queued()).hasSize(names.length);
    }

    @Test
    void holdsBackTheOldTimeOfAForumThatMovedMeanwhile() {
        queuesTheDayBefore("olena");
        stage.forums.move("haskovo", ReminderStage.local("2027-03-04T09:00"));
        stage.sends();

        assertThat(stage.sheets()).isEmpty();
        assertThat(stage.queued()).extracting(Message::state).containsExactly(Message.State.SUPERSEDED);
    }

    @Test
    void tellsTheOldTimeWhenNobodyObjects() { // control: this is what the veto prevents
        queuesTheDayBefore("olena");
        stage.forums.move("haskovo", ReminderStage.local("2027-03-04T09:00"));
        stage.sendsUnasked();

        assertThat(stage.sheets())
                .singleElement()
                .extracting(Sheet::text)
                .asString()
                .contains("25 февруари");
    }

    @Test
    void remindsOfAMovedForumAnewAtItsNewTimes() {
        queuesTheDayBefore("olena");
        stage.forums.move("haskovo", ReminderStage.local("2027-03-04T09:00"));
        stage.rings();
        assertThat(stage.sheets()).isEmpty();

        stage.ringsAt("2027-02-25T10:00");
        stage.ringsAt("2027-03-03T10:00");
        assertThat(stage.sheets())
                .extracting(Sheet::text)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("След 7 дни").contains("четвъртък, 4 март"),
                        text -> assertThat(text).startsWith("Утре").contains("четвъртък, 4 март"));
    }

    @Test
    void callsOffWhatIsQueuedAtTheFirstTickAfterTheMove() {
        queuesTheDayBefore("olena", "ivan");
        stage.forums.move("haskovo", ReminderStage.local("2027-03-04T09:00"));
        stage.reminders.ringDue();

        assertThat(stage.queued()).extracting(Message::reason).containsOnly("the forum changed");
    }

    @Test
    void holdsBackTheReminderOfWhoCancelledOrOptedOutMeanwhile() {
        queuesTheDayBefore("olena", "ivan", "petar");
        stage.registrations.release("haskovo", OLENA);
        stage.contacts.reminders(new ContactId("ivan"), true);
        stage.sends();

        assertThat(stage.sheets()).extracting(sheet -> sheet.to().id()).containsExactly("petar");
    }

    @Test
    void holdsBackTheReminderOfACancelledForum() {
        queuesTheDayBefore("olena");
        stage.forums.cancel("haskovo");
        stage.sends();

        assertThat(stage.sheets()).isEmpty();
    }

    @Test
    void neverSaysTomorrowOnTheDayItself() {
        queuesTheDayBefore("olena");
        stage.isNow("2027-02-25T08:00"); // the channel was down all the time
        stage.sends();
        assertThat(stage.sheets()).isEmpty();

        stage.rings(); // the later reminder says it
        stage.rings();
        assertThat(stage.sheets())
                .extracting(Sheet::text)
                .singleElement()
                .asString()
                .startsWith("Днес");
    }

    @Test
    void saysTomorrowOnTheDayItselfWhenNobodyObjects() { // control
        queuesTheDayBefore("olena");
        stage.isNow("2027-02-25T08:00");
        stage.sendsUnasked();

        assertThat(stage.sheets())
                .extracting(Sheet::text)
                .singleElement()
                .asString()
                .startsWith("Утре");
    }

    @Test
    void saysItInTheWordsOfTheDayItLeaves() {
        stage.forum("haskovo", "2027-02-25T09:00");
        stage.registers("olena", "haskovo");
        stage.reminders.ringDue();
        stage.isNow("2027-02-18T10:00");
        stage.reminders.ringDue();
        stage.isNow("2027-02-20T12:00"); // the channel is back
        stage.rings();
        stage.rings();
        stage.rings();

        assertThat(stage.sheets())
                .extracting(Sheet::text)
                .singleElement()
                .asString()
                .startsWith("След 5 дни");
    }

    @Test
    void waitsForTheMorningWithWhatCouldNotLeaveByDay() {
        stage.forum("haskovo", "2027-02-25T09:00");
        stage.registers("olena", "haskovo");
        stage.reminders.ringDue();
        stage.isNow("2027-02-18T10:00");
        stage.reminders.ringDue();
        stage.isNow("2027-02-18T20:00");
        stage.rings();
        stage.ringsAt("2027-02-19T07:59");
        assertThat(stage.sheets()).isEmpty();

        stage.ringsAt("2027-02-19T08:00");
        stage.rings();
        assertThat(stage.sheets())
                .extracting(Sheet::text)
                .singleElement()
                .asString()
                .startsWith("След 6 дни");
    }

    @Test
    void leavesTheMessagesOfOthersAlone() {
        queuesTheDayBefore("olena");
        var message = stage.queued().get(0);
        assertThat(RungReminder.read(message)).isPresent();
        assertThat(RungReminder.read(renamed(message, "chg:haskovo:2:olena"))).isEmpty();
        assertThat(RungReminder.read(renamed(message, "rem:haskovo"))).isEmpty();
    }

    private static Message renamed(Message message, String id) {
        return new Message(
                id,
                message.contact(),
                message.to(),
                message.lane(),
                message.content(),
                message.cause(),
                message.dueAt(),
                message.notAfter(),
                null,
                null,
                message.state(),
                0,
                null,
                null,
                message.putAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Moves, relocations, cancellations and departures at random points of a running send: nobody hears an old fact. */
    @Test
    void tellsNobodyAnOldFactWhateverHappensDuringASend() {
        int sent = 0;
        for (int seed = 0; seed < 40; seed++) {
            sent += sendsWhileThingsHappen(new Random(seed), "haskovo-" + seed);
        }
        assertThat(sent).as("something was sent at all").isGreaterThan(80);
    }

    private int sendsWhileThingsHappen(Random chance, String forum) {
        stage.isNow("2027-02-01T12:00");
        stage.tidiesUp();
        stage.forum(forum, "2027-02-25T09:00", "1d@10:00", "1d@11:30", "1d@13:00", "1d@14:30");
        var left = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            stage.registers("p" + i, forum);
        }
        stage.reminders.ringDue();
        stage.isNow("2027-02-24T10:00");
        for (int step = 0; step < 18; step++) {
            int before = stage.sheets().size();
            happens(chance, forum, left);
            var now = stage.forums.find(forum).orElseThrow();
            stage.sheets().stream().skip(before).forEach(sheet -> isTrue(sheet, now, left));
        }
        int sent = stage.sheets().size();
        stage.forums.cancel(forum);
        stage.rings();
        assertThat(stage.sheets()).as("after it was cancelled").hasSize(sent);
        return sent;
    }

    private void happens(Random chance, String forum, List<String> left) {
        switch (chance.nextInt(16)) {
            case 0 -> stage.forums.move(forum, ReminderStage.local("2027-02-25T1%d:00".formatted(chance.nextInt(10))));
            case 1 -> stage.forums.relocate(forum, hall(chance.nextInt()));
            case 2 -> leaves("p" + chance.nextInt(8), forum, left);
            case 3, 4, 5, 6 -> stage.clock.advance(Duration.ofMinutes(chance.nextInt(60)));
            case 7, 8, 9 -> stage.reminders.ringDue();
            default -> stage.sends(1 + chance.nextInt(4));
        }
    }

    private void leaves(String name, String forum, List<String> left) {
        stage.registrations.release(forum, new ContactId(name));
        left.add(name);
    }

    private static void isTrue(Sheet sheet, Forum now, List<String> left) {
        assertThat(sheet.text())
                .contains("%02d:00".formatted(now.startsAt().getHour()))
                .contains(now.venue().name().words().get("bg"));
        assertThat(left).doesNotContain(sheet.to().id());
    }

    private static Venue hall(int number) {
        return new Venue(Localized.of("Зала " + number, "Hall " + number), null, null, null);
    }
}
