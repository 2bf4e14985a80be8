package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.conversation.Flow;
import org.pokana.faq.FaqFlows;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.Forums;
import org.pokana.forum.TestForums;

/** Somebody who presses nothing, on a stage where forms and the real answers to questions compete for every word. */
class TypedTalkTests {

    private final Stage stage = new Stage(
            TypedTalkTests::flows,
            Stream.of(ForumFlows.documents(), FaqFlows.documents())
                    .flatMap(Stream::of)
                    .toArray(Class<?>[]::new));
    private final Stage.Person olena = stage.person("olena");

    private static List<Flow> flows(Stage.Props props) {
        return Stream.concat(
                        ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock())
                                .stream(),
                        FaqFlows.all(props).stream())
                .toList();
    }

    @BeforeEach
    void thereAreForums() {
        var forums = new Forums(stage.props.store(), stage.clock);
        forums.add(TestForums.haskovo(50));
        forums.add(TestForums.dimitrovgrad(40));
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void registersByTypingAlone() {
        olena.says("искам да се запиша").says("18.03");
        assertThat(olena.reads()).contains("Съгласни ли сте?");
        olena.says("да").says("mestna vlast").says("Община Хасково").says("Община Хасково");
        assertThat(olena.reads()).contains("Как се казвате?");
        olena.says("Олена Ковал");
        assertThat(olena.reads()).contains("Да ви запиша ли така?");
        olena.says("да");

        assertThat(olena.reads()).contains("Записани сте, № 1.", "Форум Димитровград");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"димитровград", "Dimitrovgrad", "димитроврад", "на 18 март", "18-ти март", "форум Димитровград"})
    void knowsTheForumHoweverItIsTyped(String typed) {
        olena.says("запиши ме").says(typed).says("да").says("нпо").says("хаскво");
        assertThat(olena.reads()).contains("вашата организация");
        olena.says("Мост").says("Олена Ковал");

        assertThat(olena.reads()).contains("Форум Димитровград");
    }

    @ParameterizedTest
    @CsvSource({
        "не мога да дойда на форума в Димитровград, Да откажа ли участието ви?",
        "ne moga da doida v dimitrovgrad, Да откажа ли участието ви?",
        "отпишете ме от форума на 18 март, Да откажа ли участието ви?",
        "ще закъснея 20 минути, С колко минути ще закъснеете",
        "пращам колега на форума в Димитровград, Отстъпвам ви мястото си",
        "няма да дойда на форума в Хасково, Хасково"
    })
    void doesWhatIsSaidOfOnesSeatRatherThanExplainHow(String said, String answer) {
        olena.says("запиши ме").says("Димитровград").says("да").says("нпо").says("хасково");
        olena.says("Мост").says("Олена Ковал").says("да");
        olena.reads();
        olena.says(said);

        assertThat(olena.reads()).contains(answer).doesNotContain("Източник");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ако не мога да дойда, губя ли мястото", "не мога да дойда, какво да правя"})
    void leavesQuestionsOfOnesSeatToTheAnswers(String question) {
        olena.says("запиши ме").says("Димитровград").says("да").says("нпо").says("хасково");
        olena.says("Мост").says("Олена Ковал").says("да");
        olena.reads();
        olena.says(question);

        assertThat(olena.reads()).doesNotContain("Да откажа ли");
    }

    @Test
    void spellsTheTownHallForThoseWhoComeFromThere() {
        olena.says("запиши ме")
                .says("Димитровград")
                .says("да")
                .says("местна власт")
                .says("хасково");
        assertThat(olena.reads()).contains("Изберете я или напишете името ѝ");
        olena.says("ob6tina haskovo").says("Олена Ковал");
        assertThat(olena.reads()).contains("Организация: Община Хасково");

        olena.says("назад").says("назад").says("общината").says("Олена Ковал");
        assertThat(olena.reads()).contains("Организация: Община Хасково");
    }

    @ParameterizedTest
    @ValueSource(strings = {"колко струва участието", "kolko struva uchastieto", "има ли такса за форума?"})
    void stillAnswersARealQuestionAndThenAsksAgain(String question) {
        olena.says("запиши ме").says("Хасково").says("да");
        olena.reads();
        olena.says(question);

        assertThat(olena.reads()).containsSubsequence("такса", "Каква организация представяте?");
        olena.says("2");
        assertThat(olena.reads()).contains("От коя община сте?");
    }

    @Test
    void takesAWordThatIsNoGroupForAFailedAnswerAndASentenceForAQuestion() {
        olena.says("запиши ме").says("Хасково").says("да");
        olena.reads();
        olena.says("асоциация");
        assertThat(olena.reads()).startsWith("Изберете една от групите").doesNotContain("Кое от тези");
        olena.says("нуждая се от превод");

        assertThat(olena.reads()).containsAnyOf("Кое от тези", "Източник");
    }

    @Test
    void takesANameAsItIsTyped() {
        olena.says("запиши ме").says("Хасково").says("да").says("НПО").says("Хасково");
        olena.says("Местна власт").says("Да").says("да");

        assertThat(olena.reads()).contains("Записани сте, № 1.");
        assertThat(olena.contact().profile().organisation()).isEqualTo("Местна власт");
        assertThat(olena.contact().profile().name()).isEqualTo("Да");
    }

    @Test
    void asksBrieflyForTheConsentThatWasNotUnderstood() {
        olena.says("запиши ме").says("Хасково");
        assertThat(olena.reads()).contains("Виждат ги организаторите");
        olena.says("абракадабра");

        assertThat(olena.reads()).contains("съгласни ли сте").doesNotContain("Виждат ги организаторите");
    }

    @Test
    void goesBackFromTheAgendaToTheForum() {
        olena.says("форуми").says("хасково").says("Програма");
        assertThat(olena.reads()).contains("Регистрация и кафе");
        olena.says("назад");
        assertThat(olena.reads()).contains("Форум Хасково", "Запишете се");
        olena.says("назад");

        assertThat(olena.reads()).contains("Предстоящи форуми");
    }

    @Test
    void takesBackACancellationLongAfterItsButtonWasShown() {
        olena.says("запиши ме")
                .says("Хасково")
                .says("да")
                .says("НПО")
                .says("Хасково")
                .says("Мост")
                .says("Олена Ковал")
                .says("да");
        olena.says("няма да дойда").says("Да, откажи");
        olena.says("Какво е ПИРО?").says("благодаря");
        olena.reads();
        olena.says("върни ме");

        assertThat(olena.reads()).contains("Записани сте, № ");
    }
}
