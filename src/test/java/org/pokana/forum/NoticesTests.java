package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.State;

class NoticesTests {

    private static final LocalDateTime FRIDAY_AT_TEN = LocalDateTime.parse("2027-02-26T10:00");

    private final ForumKit kit = new ForumKit(haskovo(1));
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");

    @BeforeEach
    void bothWantToCome() {
        kit.register("haskovo", olena);
        kit.register("haskovo", ivan);
        kit.clock.advance(Duration.ofDays(1));
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void tellThoseRegisteredAndThoseWaitingWhatWasAndWhatIs() {
        move(FRIDAY_AT_TEN);

        assertThat(text("chg:haskovo:2:" + olena))
                .contains("Беше: четвъртък, 25 февруари 2027 г., 09:00")
                .contains("Става: петък, 26 февруари 2027 г., 10:00")
                .contains("Мястото ви се пази");
        assertThat(text("chg:haskovo:2:" + ivan)).contains("Запазвате реда си в списъка на чакащите");
        assertThat(kit.outbox.of("change:haskovo:2")).allSatisfy(message -> {
            assertThat(message.lane()).isEqualTo(Lane.REMINDER);
            assertThat(message.notAfter()).isEqualTo(kit.forum("haskovo").starts());
        });
    }

    @Test
    void bringANewerCalendarFileToThoseWithASeat() {
        move(FRIDAY_AT_TEN);

        var file = (Content.Document)
                kit.outbox.find("chg:haskovo:2:" + olena + ":1").orElseThrow().content();
        var calendar =
                Biweekly.parse(new String(file.bytes(), StandardCharsets.UTF_8)).first();
        assertThat(calendar.getEvents().get(0).getSequence().getValue()).isEqualTo(2);
        assertThat(kit.outbox.of("change:haskovo:2"))
                .filteredOn(message -> message.contact().equals(ivan.value()))
                .hasSize(1);
    }

    @Test
    void tellNobodyTwice() {
        var moved = move(FRIDAY_AT_TEN);
        kit.registrations.tellOfChange(moved);
        kit.registrations.tellOfChanges();
        kit.forums.move("haskovo", FRIDAY_AT_TEN);
        kit.registrations.tellOfChanges();

        assertThat(kit.outbox.of("change:haskovo:2")).hasSize(3);
        assertThat(kit.outbox.of("change:haskovo:3")).isEmpty();
    }

    @Test
    void neverLetAnOverTakenNoticeLeave() {
        move(FRIDAY_AT_TEN);
        move(LocalDateTime.parse("2027-03-01T10:00"));

        assertThat(kit.outbox.of("change:haskovo:2")).extracting(Message::state).containsOnly(State.SUPERSEDED);
        assertThat(text("chg:haskovo:3:" + olena)).contains("Става: понеделник, 1 март 2027 г., 10:00");
    }

    @Test
    void areNotForThoseWhoRegisteredAfterTheChange() {
        var moved = kit.forums.move("haskovo", FRIDAY_AT_TEN).orElseThrow();
        var maria = kit.person("maria");
        kit.register("haskovo", maria);
        kit.registrations.tellOfChange(moved);

        assertThat(kit.outbox.find("chg:haskovo:2:" + olena)).isPresent();
        assertThat(kit.outbox.find("chg:haskovo:2:" + maria)).isEmpty();
    }

    @Test
    void showTheNewPlaceOnTheMap() {
        var library = new Venue(Localized.of("Библиотека", "Library"), null, 41.9350, 25.5560);
        kit.registrations.tellOfChange(kit.forums.relocate("haskovo", library).orElseThrow());

        assertThat(text("chg:haskovo:2:" + olena))
                .contains("Заседателна зала, Хасково")
                .contains("Библиотека, Хасково");
        assertThat(kit.outbox
                        .find("chg:haskovo:2:" + olena + ":1")
                        .orElseThrow()
                        .content())
                .isInstanceOfSatisfying(Content.Place.class, place -> assertThat(place.latitude())
                        .isEqualTo(41.9350));
    }

    @Test
    void sayThatAForumIsCancelledEvenIfNobodyAskedThemTo() {
        kit.forums.cancel("haskovo");
        kit.registrations.tellOfChanges();

        assertThat(text("chg:haskovo:2:" + olena))
                .contains("обявен за четвъртък, 25 февруари 2027 г.")
                .contains("е отменен");
    }

    @Test
    void speakTheLanguageOfThePerson() {
        kit.contacts.speaks(olena, Locale.ENGLISH);
        move(FRIDAY_AT_TEN);

        assertThat(text("chg:haskovo:2:" + olena)).contains("It is now: Friday, 26 February 2027, 10:00");
    }

    @Test
    void leaveThoseAloneWhoBlockedUs() {
        kit.contacts.lost(new Address("webchat", "olena"));
        move(FRIDAY_AT_TEN);

        assertThat(kit.outbox.find("chg:haskovo:2:" + olena)).isEmpty();
        assertThat(kit.outbox.find("chg:haskovo:2:" + ivan)).isPresent();
    }

    private Forum move(LocalDateTime start) {
        var moved = kit.forums.move("haskovo", start).orElseThrow();
        kit.registrations.tellOfChange(moved);
        return moved;
    }

    private String text(String id) {
        return ((Content.Text) kit.outbox.find(id).orElseThrow().content()).text();
    }
}
