package org.pokana.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.messaging.Message;

/** A chat service asks for a pause so long that people would think the announcement hangs. */
class RestingTests {

    private final AnnouncementStage stage = new AnnouncementStage();

    @BeforeEach
    void someHaveItAlready() {
        stage.isNow("2027-02-01T10:00");
        stage.smallCast();
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        stage.ticks();
        stage.sends(1);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Announcement one() {
        return stage.announcements.find("one").orElseThrow();
    }

    @Test
    void tellsOrganizersOnceUntilWhenAndLetsThemGoOn() {
        stage.person("elena", "en", Profile.UNKNOWN, Role.OWNER, Role.ORGANIZER);
        stage.maria.reads();
        stage.bot.messaging.wantsQuiet(Duration.ofMinutes(40));
        for (int tick = 0; tick < 20; tick++) {
            stage.ticks();
        }
        assertThat(one().state()).isEqualTo(State.PAUSED);
        assertThat(stage.outbox.count(one().cause())).containsEntry(Message.State.HELD, 3);
        assertThat(stage.maria.texts())
                .filteredOn(text -> text.contains("на пауза"))
                .hasSize(1);
        assertThat(stage.maria.reads()).contains("„Залата е сменена.“", "1 февруари 2027 г., 10:41");
        assertThat(stage.bot.person("elena").texts()).singleElement().asString().contains("is paused", "10:41");
        assertThat(stage.bot.person("olena").reads()).doesNotContain("пауза");
        stage.maria.says("/announcements");
        assertThat(stage.maria.reads()).contains("каналът не приема до 01.02 10:41: доставени 1 от 4");

        stage.clock.advance(Duration.ofMinutes(41));
        stage.ticks();
        assertThat(one().state()).as("waits for the word of an organizer").isEqualTo(State.PAUSED);
        stage.maria.taps("Продължи изпращането");
        assertThat(stage.maria.reads()).contains("Продължава.");
        stage.sendsAll();
        stage.ticks();
        assertThat(stage.reached()).hasSize(4);
    }

    /** Whoever sends holds the pause anyway; see the tests of bulk. */
    @Test
    void saysSoWhenItIsToGoOnTooEarlyAndDoesNotPauseItAgain() {
        stage.bot.messaging.wantsQuiet(Duration.ofMinutes(40));
        stage.ticks();
        stage.maria.reads();
        stage.maria.taps("Продължи изпращането");
        assertThat(stage.maria.reads()).contains("щом каналът отново приема", "10:41");
        for (int tick = 0; tick < 5; tick++) {
            stage.ticks();
        }

        assertThat(one().state()).isEqualTo(State.RUNNING);
        assertThat(stage.maria.reads()).doesNotContain("на пауза");
    }

    @Test
    void restsAgainWhenItIsAskedToAgain() {
        stage.bot.messaging.wantsQuiet(Duration.ofMinutes(40));
        stage.ticks();
        stage.clock.advance(Duration.ofMinutes(41));
        stage.maria.taps("Продължи изпращането");
        stage.maria.reads();
        stage.bot.messaging.wantsQuiet(Duration.ofMinutes(20));
        stage.ticks();

        assertThat(one().state()).isEqualTo(State.PAUSED);
        assertThat(stage.maria.reads()).contains("на пауза", "11:02");
    }

    @Test
    void letsAShortPausePass() {
        stage.bot.messaging.wantsQuiet(Duration.ofMinutes(5));
        stage.ticks();

        assertThat(one().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void concernsOnlyWhatIsToLeaveByThatChannel() {
        stage.sendsAll();
        stage.bot.messaging.wantsQuiet(Duration.ofMinutes(40));
        stage.ticks();

        assertThat(one().state()).isEqualTo(State.DONE);
    }

    @Test
    void isToldOfAlsoWhenACrashCameBetweenTellingAndPausing() {
        stage.bot.messaging.wantsQuiet(Duration.ofMinutes(40));
        stage.ticks();
        stage.announcements.resume("one"); // as if the pause had not been noted
        stage.store.updateFirst(
                new org.springframework.data.mongodb.core.query.Query(),
                new org.springframework.data.mongodb.core.query.Update().unset("restUntil"),
                Announcement.class);
        stage.ticks();

        assertThat(one().state()).isEqualTo(State.PAUSED);
        assertThat(stage.maria.texts())
                .filteredOn(text -> text.contains("е на пауза"))
                .hasSize(1);
    }
}
