package org.pokana.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage.Person;
import org.pokana.followup.Impression.Face;
import org.pokana.followup.Impression.Intent;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.privacy.Traces;

/** How people say how it was, as they read it, and how the organizers read that. */
class AfterTheForumTests {

    private final FollowUpStage stage = new FollowUpStage();
    private final Person olena = stage.wasThere("olena");
    private final Person maria = stage.bot.person("maria");

    @AfterEach
    void close() {
        stage.close();
    }

    private void asked() {
        stage.ticksAt("2027-02-25T18:30");
        olena.reads();
    }

    @Test
    void takesThreeTapsAndKeepsEach() {
        stage.ticksAt("2027-02-25T18:30");
        assertThat(olena.reads()).contains("Благодарим, че бяхте на „Форум Хасково“. Как мина?");
        assertThat(labels(olena)).containsExactly("Много добре", "Добре", "Горе-долу", "Зле", "Меню");

        olena.taps("Много добре");
        assertThat(olena.reads()).contains("Кое беше най-полезно? (2 от 4)");
        assertThat(said().face()).isEqualTo(Face.GREAT);
        olena.taps("Следващи");
        assertThat(olena.reads()).contains("Отбелязах като полезно: 15:45 Следващи стъпки", "(3 от 4)");
        assertThat(said().useful()).containsExactly("15:45");
        olena.taps("Може би");
        assertThat(said().intent()).isEqualTo(Intent.MAYBE);
        assertThat(olena.reads()).contains("(4 от 4)");

        olena.says("Залата беше студена. Ще има ли пак?");
        assertThat(olena.reads()).contains("Благодаря! Отговорите ви за „Форум Хасково“ са записани.");
        assertThat(said().remark()).isEqualTo("Залата беше студена. Ще има ли пак?");
    }

    @Test
    void canBeSaidInWordsAndSkipped() {
        asked();
        olena.says("как мина").says("1").says("пропусни").says("не");
        assertThat(said().face()).isEqualTo(Face.GREAT);
        assertThat(said().intent()).isEqualTo(Intent.NO);
        olena.says("пропусни");
        assertThat(olena.reads()).contains("Благодаря!");
        assertThat(said().remark()).isNull();
    }

    @Test
    void letsPeopleNameSeveralPartsAndTakeThemBack() {
        asked();
        olena.taps("Добре").taps("Следващи").taps("Още полезни части").taps("✓ 15:45");
        assertThat(labels(olena)).contains("15:45 Следващи стъпки", "Готово");
        olena.taps("Готово");
        assertThat(said().parts()).isEmpty();
    }

    @Test
    void canBeChangedUntilItIsClosed() {
        asked();
        olena.taps("Зле").taps("Пропусни").taps("Не").taps("Пропусни");
        stage.isNow("2027-03-11T18:29");
        olena.taps("Промени отговора");
        assertThat(olena.reads()).contains("Как мина „Форум Хасково“? (1 от 4)");
        olena.taps("Добре");
        assertThat(said().face()).isEqualTo(Face.GOOD);

        stage.isNow("2027-03-11T18:30");
        olena.presses("/after haskovo great");
        assertThat(olena.reads()).contains("Отговорите за „Форум Хасково“ вече са събрани.");
        assertThat(said().face()).isEqualTo(Face.GOOD);
    }

    @Test
    void isOnlyForThoseWhoCame() {
        var ivan = stage.registered("ivan");
        asked();
        ivan.presses("/after haskovo great");
        ivan.says("как мина");
        assertThat(impressions().of("haskovo", new ContactId("ivan"))).isEmpty();
        assertThat(ivan.reads()).contains("В момента няма форум, за който да ви питам как е минал.");
    }

    @Test
    void givesWhatTheyTakeHome() {
        stage.keepsakes.add((forum, registration, language) -> List.of(new Attachment.File(
                "certificate-" + registration.number() + ".pdf", "application/pdf", new byte[] {1})));
        asked();
        olena.taps("Добре").taps("Пропусни").taps("Да").taps("Пропусни");

        assertThat(olena.messages())
                .filteredOn(Content.Document.class::isInstance)
                .singleElement()
                .satisfies(document ->
                        assertThat(((Content.Document) document).name()).isEqualTo("certificate-1.pdf"));
    }

    @Test
    void showsTheOrganizerNumbersAndWordsButNobodysName() {
        stage.wasThere("ivan");
        stage.wasThere("petar");
        asked();
        olena.taps("Много добре").taps("Следващи").taps("Да").says("Повече време за въпроси.");
        var ivan = stage.bot.person("ivan");
        ivan.taps("Добре").taps("Следващи").taps("Може би").says("Залата беше студена.");

        maria.says("/feedback").taps("25.02 Хасково");
        assertThat(maria.reads()).contains("""
                Отговорили: 2 от 3, които бяха там
                Много добре: 1
                Добре: 1
                Горе-долу: 0
                Зле: 0

                Най-полезно:
                • Следващи стъпки: 2

                Ще приложат: да 1, може би 1, не 0
                2 бележки""");
        maria.taps("Бележки");
        assertThat(maria.reads())
                .contains("Бележки за 25.02 Хасково (1 от 1)", "• Повече време за въпроси.", "• Залата беше студена.")
                .doesNotContain("olena");
        olena.says("/feedback haskovo");
        assertThat(olena.reads()).contains("Това могат да правят само организаторите.");
    }

    @Test
    void pagesLongRemarks() {
        asked();
        for (int i = 0; i < 5; i++) {
            stage.wasThere("p" + i);
            impressions().remark(stage.haskovo(), new ContactId("p" + i), ("дума" + i + " ").repeat(50));
        }
        maria.says("/feedback haskovo").taps("Бележки");
        assertThat(maria.reads()).contains("(1 от 5)", "дума0").doesNotContain("дума1");
        maria.taps("Още бележки");
        assertThat(maria.reads()).contains("(2 от 5)", "дума1");
        assertThat(maria.texts()).allMatch(text -> text.length() <= 600);
    }

    @Test
    void remembersNobodyOnceTheyAreForgotten() {
        asked();
        olena.taps("Много добре").taps("Следващи").taps("Да").says("Казвам се Олена-7f3a.");
        var memory = new ImpressionMemory(stage.store);
        assertThat(memory.of(new ContactId("olena"), List.of()).toString()).contains("GREAT", "Олена-7f3a");

        memory.forget(new ContactId("olena"), List.of());
        memory.forget(new ContactId("olena"), List.of());
        assertThat(memory.of(new ContactId("olena"), List.of())).isEmpty();
        assertThat(Traces.of("Олена-7f3a", stage.store)).noneMatch(trace -> trace.startsWith("impression"));
        assertThat(Traces.of("olena", stage.store)).noneMatch(trace -> trace.startsWith("impression"));
        assertThat(impressions().of("haskovo"))
                .as("what was counted stays counted")
                .singleElement()
                .satisfies(left -> assertThat(left.face()).isEqualTo(Face.GREAT));
    }

    @Test
    void letsWordsGoWithTheirTimeAndKeysWhenNothingMoreIsAsked() {
        asked();
        olena.taps("Много добре").taps("Следващи").taps("Да").says("Добре беше.");
        var memory = new ImpressionMemory(stage.store);
        assertThat(memory.fade(FollowUpStage.sofia("2027-02-25T10:00"))).isZero();
        assertThat(memory.fade(FollowUpStage.sofia("2027-03-01T10:00"))).isEqualTo(1);
        assertThat(said().remark()).isNull();
        assertThat(memory.fade(FollowUpStage.sofia("2027-06-10T10:00"))).isEqualTo(1);
        assertThat(impressions().of("haskovo", new ContactId("olena"))).isEmpty();
        assertThat(impressions().of("haskovo")).hasSize(1);
    }

    private Impression said() {
        return impressions().of("haskovo", new ContactId("olena")).orElseThrow();
    }

    private Impressions impressions() {
        return new Impressions(stage.store, stage.bot.props.ids(), stage.clock);
    }

    private static List<String> labels(Person person) {
        var messages = person.messages();
        return Content.words(messages.get(messages.size() - 1)).buttons().stream()
                .map(Button::label)
                .toList();
    }
}
