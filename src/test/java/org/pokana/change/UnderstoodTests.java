package org.pokana.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.FakeChannel.Carried;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;

/** People are told of a change, say that they have understood it, and the organizer sees how many did. */
class UnderstoodTests {

    private final ChangeStage stage = new ChangeStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsTheOrganizerHowManyUnderstoodInOneMessageThatChanges() {
        var olena = stage.registered("olena");
        var ivan = stage.registered("ivan");
        stage.registered("petya");
        stage.moves("26.02.2027 10:00");
        stage.goesOn();
        assertThat(stage.lastCount()).startsWith("Промяната на форум 26.02 Хасково: разбраха 0 от 3.");

        olena.reads();
        olena.taps("Разбрах");
        assertThat(olena.reads()).contains("отбелязах, че знаете", "петък, 26 февруари 2027 г., 10:00–17:30");
        stage.goesOn();
        assertThat(stage.lastCount()).contains("разбраха 1 от 3.").doesNotContain("Отказа");

        olena.taps("Разбрах"); // again
        ivan.taps("Вече не мога");
        stage.goesOn();
        assertThat(stage.lastCount()).contains("разбраха 1 от 2. Отказа се 1.");
        assertThat(stage.counts()).hasSize(3).extracting(Carried::edited).containsExactly(false, true, true);
    }

    @Test
    void editsTheCountOnlyWhenThereIsSomethingNew() {
        stage.registered("olena");
        stage.moves("26.02.2027 10:00");
        for (int i = 0; i < 10; i++) {
            stage.goesOn();
        }
        assertThat(stage.counts()).hasSize(1);
    }

    @Test
    void stopsCountingAfterTwoDays() {
        var olena = stage.registered("olena");
        stage.moves("26.02.2027 10:00");
        stage.goesOn();
        stage.clock.advance(Duration.ofHours(49));
        stage.goesOn();
        olena.presses("/understood haskovo 2");
        stage.goesOn();

        assertThat(stage.counts()).hasSize(1);
        stage.maria.says("кой е разбрал");
        stage.maria.taps("26.02 Хасково");
        assertThat(stage.maria.reads()).contains("разбраха 1 от 1.");
    }

    @Test
    void listsWhomToCall() {
        var olena = stage.registered("olena");
        stage.registered("ivan");
        for (int i = 1; i <= 8; i++) {
            stage.registered("petya" + i);
        }
        var ivan = stage.bot.person("ivan").contact();
        new PhoneNumbers(stage.bot.props.store(), stage.clock).keep(ivan.key(), new PhoneNumber("+359888123456"));
        stage.moves("26.02.2027 10:00");
        stage.goesOn();
        olena.taps("Разбрах");
        stage.maria.reads();
        stage.maria.taps("Кой не е разбрал");
        assertThat(stage.maria.reads())
                .contains("разбраха 1 от 10.", "За обаждане, 9 души:", "• № 2 ivan, Сдружение: +359 888 123 456")
                .containsPattern("• № 3 petya1, .*: без телефон")
                .doesNotContain("olena", "petya8");
        stage.maria.taps("Още");
        assertThat(stage.maria.reads()).contains("• № 10 petya8, Сдружение");
    }

    @Test
    void anOldButtonDoesNotVouchForANewerChange() {
        var olena = stage.registered("olena");
        stage.moves("26.02.2027 10:00");
        stage.moves("27.02.2027 11:00");
        olena.reads();
        olena.presses("/understood haskovo 2");

        assertThat(olena.reads()).contains("се промени още веднъж", "събота, 27 февруари 2027 г., 11:00");
        assertThat(stage.acknowledgements.of(stage.haskovo())).isEmpty();
        olena.taps("Разбрах");
        assertThat(stage.acknowledgements.of(stage.haskovo())).hasSize(1);
    }

    @Test
    void tellsTheTruthOfACancelledForum() {
        var olena = stage.registered("olena");
        stage.moves("26.02.2027 10:00");
        stage.clock.advance(Duration.ofMinutes(1));
        stage.maria.says("/cancel_forum haskovo").taps("Отмени и уведоми");
        stage.goesOn();
        olena.reads();
        olena.presses("/understood haskovo 2");
        assertThat(olena.reads()).contains("беше отменен");
        olena.taps("Разбрах");
        assertThat(olena.reads()).contains("Благодаря, отбелязах, че знаете: „Форум Хасково“ е отменен.");
        stage.goesOn();
        assertThat(stage.lastCount()).contains("разбраха 1 от 1.");
    }

    @Test
    void understandsItTyped() {
        var olena = stage.registered("olena");
        olena.reads();
        olena.says("разбрах");
        assertThat(olena.reads()).contains("Няма промяна на ваш форум");
        stage.moves("26.02.2027 10:00");
        olena.says("razbrah");
        assertThat(olena.reads()).contains("отбелязах, че знаете");
        assertThat(stage.acknowledgements.of(stage.haskovo())).hasSize(1);
    }

    @Test
    void losesNoHalfFilledForm() {
        var olena = stage.registered("olena");
        olena.says("/change haskovo").taps("Име");
        stage.moves("26.02.2027 10:00");
        olena.presses("/understood haskovo 2");
        assertThat(olena.reads()).contains("отбелязах").endsWith("Напишете новото име и фамилия.");
    }

    @Test
    void isNotForStrangers() {
        var olena = stage.registered("olena");
        stage.moves("26.02.2027 10:00");
        var viktor = stage.bot.person("viktor").says("/start");
        viktor.reads();
        viktor.presses("/understood haskovo 2");
        assertThat(viktor.reads()).contains("Нямате записване");
        olena.says("/understood_by haskovo");
        assertThat(olena.reads()).contains("само организаторите");
    }

    @Test
    void isForgottenWithThePerson() {
        var olena = stage.registered("olena");
        stage.moves("26.02.2027 10:00");
        olena.presses("/understood haskovo 2");
        var memory = new ChangeMemory(
                stage.acknowledgements, new Watches(stage.bot.props.store(), stage.clock), stage.bot.props.store());
        var id = olena.contact().id();
        assertThat(memory.of(id, List.of())).hasSize(1);
        assertThat(memory.of(stage.maria.contact().id(), List.of())).hasSize(1);
        memory.forget(id, List.of());
        memory.forget(stage.maria.contact().id(), List.of());
        assertThat(memory.of(id, List.of())).isEmpty();
        stage.goesOn();
        assertThat(stage.counts()).hasSize(1);
    }
}
