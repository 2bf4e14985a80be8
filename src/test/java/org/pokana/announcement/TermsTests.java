package org.pokana.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Profile;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Message;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;

/** What an organizer may want of an announcement beyond sending it, from her chat. */
class TermsTests {

    private final AnnouncementStage stage = new AnnouncementStage();

    @BeforeEach
    void smallCast() {
        stage.smallCast();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void mariaWritesTo(String audience) {
        stage.maria
                .says("/announce")
                .says("Залата е сменена.")
                .taps("Пропусни")
                .taps(audience)
                .taps("Продължи:");
    }

    private void sends() {
        stage.maria.taps("Изпрати");
        leaves();
    }

    private void leaves() {
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        stage.handingOut.handOut();
    }

    @Test
    void canBeUndoneBeforeAnybodyHasIt() {
        mariaWritesTo("Всички");
        stage.maria.taps("Изпрати");
        stage.handingOut.handOut();
        stage.sendsAll();
        assertThat(stage.reached()).as("for ten seconds nothing leaves").isEmpty();
        stage.maria.taps("Отмени");
        leaves();
        stage.sendsAll();

        assertThat(stage.reached()).isEmpty();
        assertThat(stage.maria.reads()).contains("Спрях го", "Неизпратени: 4");
    }

    @Test
    void restsWhilePausedAndGoesOn() {
        mariaWritesTo("Всички");
        sends();
        stage.sends(1);
        stage.maria.taps("Пауза");
        stage.sendsAll();
        stage.ticks();
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(1);
        stage.maria.says("/announcements");
        assertThat(stage.maria.reads()).contains("на пауза: доставени 1 от 4");

        stage.maria.taps("Продължи изпращането");
        stage.sendsAll();
        stage.ticks();
        assertThat(stage.reached()).hasSize(4).doesNotHaveDuplicates();
        assertThat(stage.maria.reads()).contains("Доставени: 4");
    }

    @Test
    void goesOnAlsoWhenACrashCameInBetween() {
        mariaWritesTo("Всички");
        sends();
        var id = stage.announcements.latest(1).get(0).id();
        stage.announcements.pause(id);
        stage.announcements.resume(id).ifPresent(stage.announcements::hold); // as if nobody had let it go

        stage.sendsAll();
        assertThat(stage.reached()).isEmpty();
        stage.ticks();
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(4);
    }

    @Test
    void canBeStoppedWhilePaused() {
        mariaWritesTo("Всички");
        sends();
        stage.sends(1);
        stage.maria.taps("Пауза").taps("Спри изпращането");
        stage.sendsAll();
        stage.ticks();

        assertThat(stage.reached()).hasSize(1);
        assertThat(stage.maria.reads()).contains("беше спряно", "Доставени: 1", "Неизпратени: 3");
    }

    @Test
    void leavesWhenItIsScheduledToThoseWhoBelongThen() {
        mariaWritesTo("Хасково 25.02");
        stage.maria.taps("Още възможности").taps("Насрочи").says("03.02.2027 22:00");
        assertThat(stage.maria.reads()).contains("между 08:00 и 20:00");
        stage.maria.says("03.02.2027 10:00");
        assertThat(stage.maria.reads()).contains("Тръгва: сряда, 3 февруари 2027 г., 10:00");
        stage.maria.taps("Насрочи");
        assertThat(stage.maria.reads()).contains("Насрочено: сряда, 3 февруари 2027 г., 10:00", "2 души");
        stage.registrations.register("haskovo", new ContactId("petar"), Profile.UNKNOWN);
        stage.isNow("2027-02-03T09:59");
        stage.handingOut.handOut();
        stage.handingOut.handOut();
        stage.sendsAll();
        assertThat(stage.reached()).isEmpty();
        stage.maria.says("/announcements");
        assertThat(stage.maria.reads()).contains("насрочено за 03.02 10:00");

        stage.isNow("2027-02-03T10:00");
        stage.handingOut.handOut();
        stage.handingOut.handOut();
        stage.sendsAll();
        assertThat(stage.reached()).containsExactlyInAnyOrder("olena", "ivan", "petar");
    }

    @Test
    void followsTheForumItIsScheduledBy() {
        mariaWritesTo("Хасково 25.02");
        stage.maria.taps("Още възможности").taps("Насрочи").taps("Ден преди форума, 10:00");
        assertThat(stage.maria.reads()).contains("Тръгва: сряда, 24 февруари 2027 г., 10:00");
        stage.maria.taps("Насрочи");
        stage.forums.move("haskovo", LocalDateTime.parse("2027-03-04T10:00"));
        stage.isNow("2027-02-24T10:00");
        stage.handingOut.handOut();
        stage.handingOut.handOut();
        stage.sendsAll();
        assertThat(stage.reached()).isEmpty();

        stage.isNow("2027-03-03T10:00");
        stage.handingOut.handOut();
        stage.handingOut.handOut();
        stage.sendsAll();
        assertThat(stage.reached()).containsExactlyInAnyOrder("olena", "ivan");
    }

    @Test
    void isNotSaidOfAForumThatIsCancelled() {
        mariaWritesTo("Хасково 25.02");
        stage.maria
                .taps("Още възможности")
                .taps("Насрочи")
                .taps("Ден преди форума, 10:00")
                .taps("Насрочи");
        stage.forums.cancel("haskovo");
        stage.ticks();
        stage.ticks();

        assertThat(stage.announcements.latest(1).get(0).state()).isEqualTo(State.STOPPED);
        assertThat(stage.maria.reads()).contains("беше спряно");
    }

    @Test
    void canBeUnscheduled() {
        mariaWritesTo("Всички");
        stage.maria
                .taps("Още възможности")
                .taps("Насрочи")
                .says("03.02.2027 10:00")
                .taps("Насрочи")
                .taps("Отмени");
        stage.isNow("2027-02-03T10:00");
        stage.ticks();
        stage.sendsAll();

        assertThat(stage.reached()).isEmpty();
    }

    @Test
    void reachesNobodyAfterItsTime() {
        mariaWritesTo("Всички");
        stage.maria.taps("Още възможности").taps("Важи до…").says("1.2, 10:30 ч.");
        assertThat(stage.maria.reads()).contains("Важи до: понеделник, 1 февруари 2027 г., 10:30");
        sends();
        stage.sends(1);
        stage.isNow("2027-02-01T10:30");
        stage.sendsAll();
        stage.ticks();

        assertThat(stage.reached()).hasSize(1);
        assertThat(stage.maria.reads()).contains("Доставени: 1", "Неизпратени: 3");
    }

    @Test
    void isOneADayUnlessItIsUrgent() {
        mariaWritesTo("Всички");
        sends();
        stage.sendsAll();
        stage.ticks();
        stage.maria.reads();
        mariaWritesTo("Всички");
        assertThat(stage.maria.reads()).contains("Днес вече имат съобщение: 4 души");
        sends();
        stage.sendsAll();
        assertThat(stage.reached()).as("the second one waits").hasSize(4);

        stage.maria
                .says("/announce")
                .says("Пътят е затворен.")
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:");
        stage.maria.taps("Още възможности").taps("Спешно е").says("Форумът е след два часа.");
        assertThat(stage.maria.reads()).contains("Спешно е: Форумът е след два часа.");
        sends();
        stage.sendsAll();
        assertThat(stage.reached()).as("the urgent one does not").hasSize(8);

        stage.clock.advance(Duration.ofHours(24));
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(12);
    }

    @Test
    void wouldBeTooMuchInADayIfNobodyObjected() { // control: this is what the budget prevents
        mariaWritesTo("Всички");
        sends();
        stage.sendsAll();
        mariaWritesTo("Всички");
        sends();
        try (var unguarded = stage.unguarded()) {
            unguarded.sendDueBulk();
            assertThat(unguarded.channel.texts(new Address("webchat", "olena"))).hasSize(1);
        }
    }

    @Test
    void tellsWhoHasNotReadIt() {
        stage.person("boris", "bg", new Profile("ngo", "haskovo", "Мост", "Борис Илиев"));
        mariaWritesTo("Всички");
        stage.maria.taps("Още възможности").taps("С бутон „Прочетох“");
        sends();
        stage.sendsAll();
        var numbers = new PhoneNumbers(stage.store, stage.clock);
        numbers.keep("boris", new PhoneNumber("+359888123456"));
        numbers.keep("petar", new PhoneNumber("+4915123456789"));
        stage.bot.person("olena").taps("Прочетох");
        stage.bot.person("olena").says("/announcement_read " + id());
        stage.bot.person("ivan").taps("Прочетох");
        stage.ticks();
        stage.maria.reads();

        stage.maria.says("/announcements " + id());
        assertThat(stage.maria.reads()).contains("Прочели: 2");
        stage.maria.taps("Кои мълчат");
        assertThat(stage.maria.reads())
                .contains("3 души не са отбелязали „Прочетох“", "• Борис Илиев, Мост: +359 888 123 456")
                .contains("• без име: +49 1512 3456789", "и още 1 без име");
    }

    private String id() {
        return stage.announcements.latest(1).get(0).id();
    }

    @Test
    void goesOnceMoreToThoseWhoMayNotHaveIt() {
        mariaWritesTo("Всички");
        sends();
        stage.bot.messaging.channel.nextEnds(
                new Delivery.Refused("bad"), new Delivery.Uncertain("silence"), new Delivery.Delivered("1"));
        stage.sendsAll();
        stage.ticks();
        assertThat(stage.maria.reads()).contains("Доставени: 2", "Грешка: 1", "Неясно дали са получили: 1");
        stage.maria.taps("Изпрати пак").taps("На всички тях: 2");
        assertThat(stage.maria.reads()).contains("Тръгва отново към 2 души.");
        stage.sendsAll();
        stage.ticks();

        assertThat(stage.maria.reads()).contains("Доставени: 4", "Грешка: 0", "Неясно дали са получили: 0", "Общо: 4");
        assertThat(stage.queued()).allMatch(message -> message.state() == Message.State.SENT);
        stage.maria.says("/announcement_again " + id());
        assertThat(stage.maria.reads()).contains("Няма на кого да го изпратя пак.");
    }

    @Test
    void canBeCorrectedWhereItIsRead() {
        mariaWritesTo("Хасково 25.02");
        sends();
        stage.sendsAll();
        stage.ticks();
        stage.maria.taps("Поправи текста").says("Залата е нова.").taps("Пропусни");
        assertThat(stage.maria.reads()).contains("Залата е нова.", "Така ще го виждат 2 души.");
        stage.maria.taps("Смени го при всички");
        stage.sendsAll();

        assertThat(stage.bot.messaging.channel.carried)
                .filteredOn(carried -> carried.edited()
                        && List.of("olena", "ivan").contains(carried.to().id()))
                .hasSize(2)
                .allSatisfy(carried -> assertThat(carried.content().toString()).contains("Залата е нова."));
        assertThat(stage.announcements.latest(1).get(0).texts().words()).containsEntry("bg", "Залата е нова.");
    }

    @Test
    void reachesOnceWhoRegistersLaterWhereItStands() {
        mariaWritesTo("Хасково 25.02");
        stage.maria.taps("Още възможности").taps("И за записали се по-късно");
        assertThat(stage.maria.reads()).contains("които се запишат по-късно");
        sends();
        stage.sendsAll();
        stage.ticks();
        assertThat(stage.reached()).containsExactlyInAnyOrder("olena", "ivan");
        var latecomers = new Latecomers(stage.store, stage.forums, stage.registrations, stage.handingOut, stage.clock);
        latecomers.welcome();
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(2);

        stage.registrations.register("haskovo", new ContactId("petar"), Profile.UNKNOWN);
        latecomers.welcome();
        latecomers.welcome();
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(3).contains("petar");
    }

    @Test
    void isOnlyForOrganizersExceptToSayThatItWasRead() {
        var olena = stage.bot.person("olena");
        for (String command : List.of("pause", "resume", "silent", "again", "fix")) {
            olena.says("/announcement_" + command + " one");
            assertThat(olena.reads()).as(command).contains("само организаторите");
        }
        olena.says("/announcement_read one");
        assertThat(olena.reads()).contains("вече го няма");
    }
}
