package org.pokana.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.announcement.Announcement.State;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.FakeChannel.Carried;
import org.pokana.messaging.Message;
import org.pokana.messaging.Post;

/** From an organizer's chat to everybody's, and back as a report. */
class AnnouncementTests {

    private final AnnouncementStage stage = new AnnouncementStage();

    @BeforeEach
    void smallCast() {
        stage.smallCast();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void mariaSendsToEverybody() {
        stage.maria
                .says("ново съобщение")
                .says("Залата е сменена.")
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:")
                .taps("Изпрати");
        assertThat(stage.maria.reads()).contains("След 10 секунди тръгва към 4 души.");
        stage.handingOut.handOut();
        stage.clock.advance(Departure.SECOND_THOUGHTS);
    }

    @Test
    void goesFromOneChatToAllAndComesBackAsAReport() {
        mariaSendsToEverybody();
        assertThat(stage.maria.reads()).isEqualTo("Съобщението пътува: 0 от 4.");
        stage.sends(2);
        stage.ticks();
        stage.sendsAll();
        stage.ticks();

        assertThat(stage.reached()).containsExactlyInAnyOrder("olena", "ivan", "petar", "maria");
        assertThat(stage.maria.reads())
                .contains("Съобщението пътува: 2 от 4.", "Съобщението приключи: 4 получатели.")
                .endsWith("""
                        Съобщението „Залата е сменена.“ приключи.

                        Доставени: 4
                        Блокирали бота: 0
                        Грешка: 0
                        Неясно дали са получили: 0
                        Неизпратени: 0
                        Общо: 4""");
        assertThat(stage.announcements.latest(1).get(0).state()).isEqualTo(State.DONE);
        stage.ticks();
        assertThat(stage.maria.reads()).as("the report comes once").isEmpty();
    }

    @Test
    void changesOneMessageInsteadOfSendingMany() {
        stage.crowd(20);
        stage.maria
                .says("/announce")
                .says("Залата е сменена.")
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:")
                .taps("Изпрати");
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        stage.handingOut.handOut();
        int before = aboutProgress().size();
        for (int second = 0; second < 12; second++) {
            stage.sends(1);
            stage.clock.advance(Duration.ofSeconds(1));
            stage.handingOut.handOut();
        }

        assertThat(before).isEqualTo(1);
        assertThat(aboutProgress()).hasSize(5).filteredOn(Carried::edited).hasSize(4);
    }

    /** Also when it is stopped: the message that changes comes to rest a little later than the report. */
    @Test
    void changesItNoMoreOftenThanEveryThreeSeconds() {
        stage.crowd(60);
        stage.maria
                .says("/announce")
                .says("Залата е сменена.")
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи")
                .taps("Изпрати");
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        var changes = new ArrayList<Instant>();
        for (int second = 0; second < 40; second++) {
            int before = edits();
            stage.sends(1);
            stage.handingOut.handOut();
            if (second == 29) {
                stage.maria.taps("Спри изпращането");
                stage.handingOut.handOut();
                assertThat(stage.maria.reads()).contains("беше спряно");
            }
            stage.bot.messaging.takeOver();
            if (edits() > before) {
                changes.add(stage.clock.instant());
            }
            stage.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(changes).hasSizeGreaterThan(9);
        for (int i = 1; i < changes.size(); i++) {
            assertThat(Duration.between(changes.get(i - 1), changes.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
    }

    private int edits() {
        return (int) stage.bot.messaging.channel.carried.stream()
                .filter(carried -> carried.edited()
                        && carried.content() instanceof Content.Text text
                        && text.text().startsWith("Съобщението"))
                .count();
    }

    private List<Carried> aboutProgress() {
        return stage.bot.messaging.channel.carried.stream()
                .filter(carried -> carried.content() instanceof Content.Text text
                        && text.text().startsWith("Съобщението пътува"))
                .toList();
    }

    @Test
    void takesAQuestionForOthersAsTheTextItIs() {
        stage.maria.says("може ли?");
        assertThat(stage.maria.reads()).contains("Добър въпрос.");
        stage.maria.says("/announce").says("Ще дойдете ли утре?").says("Are you coming tomorrow?");

        assertThat(stage.maria.reads()).doesNotContain("Добър въпрос.").contains("На кого да го изпратя?");
    }

    @Test
    void saysNothingNewWhileNothingIsNew() {
        mariaSendsToEverybody();
        stage.maria.reads();
        stage.ticks();
        stage.ticks();

        assertThat(stage.maria.reads()).isEmpty();
    }

    @Test
    void addsUpWhateverBecameOfEachMessage() {
        stage.crowd(3);
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        stage.handingOut.handOut();
        stage.bot.messaging.channel.nextEnds(
                new Delivery.Gone("blocked"),
                new Delivery.Refused("bad"),
                new Delivery.Uncertain("silence"),
                new Delivery.Delivered("1"));
        stage.sends(4);
        var waiting = stage.queued().stream()
                .filter(message -> message.state() == Message.State.READY)
                .findFirst()
                .orElseThrow();
        stage.bot.contacts.announcements(new ContactId(waiting.contact()), true);
        stage.sendsAll();
        stage.ticks();

        var report = stage.announcements.find("one").orElseThrow().report();
        assertThat(report).isEqualTo(new Report(3, 1, 1, 1, 1));
        assertThat(report.total()).isEqualTo(7);
    }

    @Test
    void isOverAtOnceForWhoSaysStop() {
        mariaSendsToEverybody();
        stage.sends(1);
        var silent = List.of("olena", "ivan", "petar").stream()
                .filter(name -> !stage.reached().contains(name))
                .findFirst()
                .orElseThrow();
        stage.bot.person(silent).says("стоп");
        stage.sendsAll();

        assertThat(stage.reached()).hasSize(3).doesNotContain(silent);
    }

    @Test
    void holdsBackWhatWhoOptedOutHasWaiting() {
        mariaSendsToEverybody();
        stage.bot.contacts.announcements(new ContactId("olena"), true); // nothing else is called off
        stage.sendsAll();

        assertThat(stage.reached()).hasSize(3).doesNotContain("olena");
    }

    @Test
    void reachesWhoOptedOutWhenNobodyObjects() { // control: this is what the veto prevents
        mariaSendsToEverybody();
        stage.bot.contacts.announcements(new ContactId("olena"), true);
        try (var unguarded = stage.unguarded()) {
            unguarded.sendDueBulk();
            assertThat(unguarded.channel.texts(new Address("webchat", "olena"))).hasSize(1);
        }
    }

    @Test
    void stopsAtOnce() {
        mariaSendsToEverybody();
        stage.sends(1);
        stage.maria.taps("Спри изпращането");
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(1);
        stage.handingOut.handOut();

        assertThat(stage.maria.reads())
                .contains("Спрях го", "беше спряно.", "Доставени: 1", "Неизпратени: 3", "Общо: 4");
        assertThat(stage.announcements.latest(1).get(0).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void stopsAlsoWhatWasPutWhileItWasBeingStopped() {
        mariaSendsToEverybody();
        var announcement = stage.announcements.latest(1).get(0);
        stage.announcements.stop(announcement.id());
        var first = stage.queued().get(0);
        stage.outbox.put(List.of(Post.of(
                "ann:" + announcement.id() + ":late",
                new ContactId(first.contact()),
                first.address(),
                first.lane(),
                first.content(),
                first.cause(),
                stage.clock.instant())));
        stage.sendsAll();

        assertThat(stage.reached()).isEmpty();
    }

    @Test
    void isOneAnnouncementWhenSendIsPressedTwice() {
        stage.maria
                .says("/announce")
                .says("Залата е сменена.")
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:");
        var send = stage.maria.messages().stream()
                .flatMap(content -> ((Content.Text) content).buttons().stream())
                .filter(button -> button.label().equals("Изпрати"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        stage.maria.presses(send.pick()).presses(send.pick());
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        stage.handingOut.handOut();
        stage.sendsAll();

        assertThat(stage.announcements.latest(9)).hasSize(1);
        assertThat(stage.reached()).hasSize(4);
    }

    @Test
    void isReportedOnOnceMoreWhenSomethingOfItIsSentAgain() {
        mariaSendsToEverybody();
        stage.bot.messaging.channel.nextEnds(new Delivery.Refused("no"));
        stage.sendsAll();
        stage.ticks();
        assertThat(stage.maria.reads()).contains("Доставени: 3", "Грешка: 1");
        var announcement = stage.announcements.latest(1).get(0);
        stage.outbox.sendAgain(
                stage.outbox.of(announcement.cause()).stream().map(Message::id).toList());
        new Reopening(stage.announcements).revive(List.of(announcement.cause(), "forum:haskovo:1"));
        stage.sendsAll();
        stage.ticks();

        assertThat(stage.maria.reads()).contains("Доставени: 4");
        assertThat(stage.reached()).hasSize(4);
    }

    @Test
    void staysStoppedWhateverIsSentAgain() {
        mariaSendsToEverybody();
        stage.maria.taps("Отмени");
        stage.ticks();
        var stopped = stage.announcements.latest(1).get(0);
        new Reopening(stage.announcements).revive(List.of(stopped.cause()));

        assertThat(stage.announcements.find(stopped.id()).orElseThrow().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void waitsForTheMorningUnlessToldOtherwise() {
        stage.isNow("2027-02-01T22:00");
        stage.maria
                .says("/announce")
                .says("Утре е топло.")
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:")
                .taps("Изпрати в 08:00");
        stage.maria
                .says("/announce")
                .says("Спешно.")
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:")
                .taps("Още възможности")
                .taps("Спешно е")
                .says("Пътят е затворен.")
                .taps("Изпрати още сега");
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        stage.handingOut.handOut();
        stage.sendsAll();
        var olena = stage.bot.person("olena");
        assertThat(olena.reads()).startsWith("Спешно.");

        stage.isNow("2027-02-02T08:00");
        stage.sendsAll();
        assertThat(olena.reads()).startsWith("Утре е топло.");
    }

    @Test
    void restsOverNightWhenADaysSendingTakesTooLong() {
        stage.isNow("2027-02-01T19:59");
        mariaSendsToEverybody();
        stage.sends(2);
        stage.isNow("2027-02-01T20:00");
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(2);

        stage.isNow("2027-02-02T08:00");
        stage.sendsAll();
        assertThat(stage.reached()).hasSize(4);
    }

    @Test
    void isForOrganizersOnly() {
        var olena = stage.bot.person("olena");
        for (String command : List.of("/announce", "/announcement_stop one", "/announcements")) {
            olena.says(command);
            assertThat(olena.reads()).as(command).contains("само организаторите");
        }
        assertThat(stage.announcements.latest(1)).isEmpty();
    }

    @Test
    void keepsNobodyWaitingForTheirReply() {
        mariaSendsToEverybody();
        var olena = stage.bot.person("olena");
        olena.says("/help");

        assertThat(olena.reads()).contains("Пишете със свои думи");
        assertThat(stage.reached()).isEmpty();
    }
}
