package org.pokana.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.messaging.Message;

/** Maria begins to talk with Olena, who asked nobody. */
class TeamTalksTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private final HelpdeskStage desk = new HelpdeskStage();
    private final Stage.Person olena = desk.olena;
    private final Stage.Person maria = desk.maria;
    private final Stage.Person petar = desk.petar;

    @BeforeEach
    void organize() {
        desk.organize(maria, petar);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private boolean takes(Stage.Person organizer) {
        return desk.talks.take(olena.contact(), organizer.contact().id());
    }

    private boolean says(Stage.Person organizer, String event, String text) {
        return desk.talks.say(olena.contact().id(), event, organizer.contact().id(), text);
    }

    private boolean isSilent() {
        return desk.talks
                .under(olena.contact().id(), maria.contact(), BULGARIAN)
                .isPresent();
    }

    @Test
    void bothHearEachOtherAndNobodyElseUntilItIsGivenBack() {
        assertThat(isSilent()).isFalse();
        assertThat(takes(maria)).isTrue();
        assertThat(takes(maria)).as("twice").isTrue();
        assertThat(olena.reads()).containsOnlyOnce("Сега разговорът ви е при екипа на РСО");
        desk.settles();
        assertThat(maria.reads()).contains("Разговор с").doesNotContain("Въпрос");
        assertThat(petar.reads()).as("it is between two").isEmpty();

        says(maria, "one", "Здравейте, чакаме ви.");
        says(maria, "one", "Здравейте, чакаме ви.");
        assertThat(olena.reads()).containsOnlyOnce("Здравейте, чакаме ви.").doesNotContain("Попитахте");
        olena.says("Какво е времето?");
        assertThat(olena.reads()).as("we are silent, whatever we know").isEmpty();
        assertThat(maria.reads()).contains("Какво е времето?");
        olena.says("Здравейте!").says("Благодаря");
        assertThat(olena.reads()).as("politeness is for the person, too").isEmpty();
        assertThat(maria.reads()).contains("Здравейте!", "Благодаря");

        assertThat(desk.talks.giveBack(olena.contact().id(), maria.contact().id()))
                .isTrue();
        assertThat(olena.reads())
                .as("and it was about nothing that she had asked")
                .contains("Разговорът с екипа приключи. Отново отговарям аз.");
        olena.says("Какво е времето?");
        assertThat(olena.reads()).contains("Ще вали");
        assertThat(says(maria, "two", "Още?")).isFalse();
        assertThat(desk.talks.giveBack(olena.contact().id(), maria.contact().id()))
                .isFalse();
    }

    @Test
    void afterADayOfSilenceWeSpeakAgain() {
        takes(maria);
        desk.timePasses(Duration.ofHours(23));
        assertThat(isSilent()).isTrue();
        says(maria, "one", "Още съм тук.");
        desk.timePasses(Duration.ofHours(23));
        assertThat(isSilent()).as("since the last word").isTrue();
        olena.reads();
        desk.timePasses(Duration.ofHours(2));
        assertThat(isSilent()).isFalse();
        assertThat(olena.reads()).contains("От един ден никой не е писал, затова отново отговарям аз.");
        assertThat(takes(petar)).as("anew").isTrue();
    }

    @Test
    void ofTwoWhoBeginAtOnceOneHasIt() {
        var took = Stream.of(maria, petar).parallel().map(this::takes).toList();
        assertThat(took).containsExactlyInAnyOrder(true, false);
        assertThat(desk.questions()).hasSize(1);
        assertThat(olena.reads()).containsOnlyOnce("Сега разговорът ви е при");
    }

    @Test
    void whoAsksTheSameIsNotLetIntoTheTalk() {
        olena.says("Има ли паралелка с помощник-учител в училище в Свиленград");
        takes(maria);
        desk.ivan.says("Има ли паралелка с помощник-учител в училище в Свиленград");
        desk.ivan.taps("Питай екипа");
        assertThat(desk.questions()).hasSize(2).allSatisfy(question -> assertThat(question.askers())
                .hasSize(1));
    }

    @Test
    void itIsKnownWhoWroteWhat() {
        desk.isKnownAs(maria, "Мария Петрова", "РСО");
        takes(maria);
        says(maria, "one", "Аз съм Мария.");
        var ours = desk.stage.props.store().findAll(Message.class).stream()
                .filter(message -> message.contact().equals(olena.contact().key()))
                .map(Message::id)
                .toList();
        assertThat(desk.talks.writers(ours, BULGARIAN).values()).containsExactly("Мария Петрова");
    }

    @Test
    void nothingIsLeftOfItWhenOneOfThemIsForgotten() {
        takes(maria);
        says(maria, "one", "Тайна");
        desk.kept.forget(olena.contact().id(), List.of());
        assertThat(desk.questions()).isEmpty();
        assertThat(isSilent()).isFalse();
    }
}
