package org.pokana.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage.Person;
import org.pokana.forum.Venue;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Content;
import org.pokana.messaging.FakeChannel.Carried;

/** What people have in their chats of a forum follows the forum. */
class RefreshingTests {

    private final ChangeStage stage = new ChangeStage();
    private final Person olena = stage.bot.person("olena");

    @BeforeEach
    void olenaRegisters() {
        olena.says("/register haskovo").taps("Давам съгласие").taps("НПО").taps("Хасково");
        olena.says("Сдружение „Мост“").says("Олена Ковал").says("да");
        olena.reads();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void changesTheConfirmationOnceTheForumHasMoved() {
        stage.moves("26.02.2027 10:00");
        stage.goesOn();

        assertThat(edited()).hasSize(1);
        assertThat(edited().get(0)).contains("петък, 26 февруари 2027 г., 10:00", "Записани сте, № 1.");
        stage.goesOn();
        assertThat(edited()).hasSize(1);
    }

    @Test
    void changesItAgainAtTheNextChangeAndTheEarlierNoticeToo() {
        stage.moves("26.02.2027 10:00");
        stage.goesOn();
        stage.moves("1.03.2027 11:00");
        stage.goesOn();
        assertThat(edited()).hasSize(3);
        assertThat(edited().subList(1, 3))
                .allSatisfy(text -> assertThat(text).contains("понеделник, 1 март 2027 г., 11:00"));
    }

    @Test
    void saysThatItIsCancelled() {
        stage.clock.advance(Duration.ofMinutes(1));
        stage.maria.says("/cancel_forum haskovo").taps("Отмени и уведоми");
        stage.goesOn();
        assertThat(edited()).hasSize(1);
        assertThat(edited().get(0)).contains("Този форум е отменен");
    }

    @Test
    void leavesAloneWhatIsStillTrueAndWhatIsOld() {
        stage.clock.advance(Duration.ofMinutes(1));
        stage.registrations.tellOfChange(
                stage.forums.reschedule("haskovo", List.of()).orElseThrow());
        stage.goesOn();
        assertThat(edited()).isEmpty();

        stage.clock.advance(Duration.ofHours(49));
        stage.registrations.tellOfChange(stage.forums
                .relocate("haskovo", new Venue(Localized.of("Библиотека", "Library"), null, null, null))
                .orElseThrow());
        stage.goesOn();
        assertThat(edited()).isEmpty();
    }

    @Test
    void doesNotOverwriteWhatTheMessageHasBecomeSince() {
        olena.says("/forum haskovo");
        stage.moves("26.02.2027 10:00");
        stage.goesOn();
        assertThat(edited()).hasSize(2); // the confirmation and the card
    }

    @Test
    void neverPutsWhatIsOutOfDateItself() {
        stage.clock.advance(Duration.ofMinutes(1));
        stage.registrations.tellOfChange(stage.forums
                .move("haskovo", LocalDateTime.parse("2027-02-26T10:00"))
                .orElseThrow());
        stage.clock.advance(Duration.ofSeconds(4));
        stage.refreshing.refresh();
        stage.forums.move("haskovo", LocalDateTime.parse("2027-03-01T11:00"));
        stage.bot.messaging.sendDueBulk();

        assertThat(edited()).isEmpty();
    }

    private List<String> edited() {
        return stage.bot.messaging.channel.carried.stream()
                .filter(carried -> carried.to().equals(olena.address) && carried.edited())
                .map(Carried::content)
                .map(content -> Content.words(content).text())
                .toList();
    }
}
