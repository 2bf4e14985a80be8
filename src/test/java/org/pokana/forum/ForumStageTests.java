package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.kernel.Address;
import org.pokana.messaging.Content;

/** The whole bot, as people read it. */
class ForumStageTests {

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person ivan = stage.person("ivan");

    @BeforeEach
    void thereAreForums() {
        var forums = new Forums(stage.props.store(), stage.clock);
        forums.add(haskovo(1));
        forums.add(dimitrovgrad(40));
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void registersPeopleWhoWriteInTheirOwnWords() {
        olena.says("форуми").taps("25.02 Хасково").taps("Запиши ме");
        assertThat(olena.reads()).contains("Свободно е 1 от 1 места").contains("Съгласни ли сте?");
        olena.taps("Давам съгласие")
                .taps("НПО")
                .taps("Хасково")
                .says("Сдружение „Мост“")
                .says("Олена Ковал")
                .says("запиши ме");

        assertThat(olena.reads())
                .contains("Записани сте, № 1.")
                .contains("Олена Ковал")
                .contains("четвъртък, 25 февруари 2027 г., 09:00–16:30 (българско време)")
                .contains("Заседателна зала, Хасково");
        assertThat(olena.messages()).anyMatch(Content.Document.class::isInstance);
        assertThat(olena.messages()).anyMatch(Content.Place.class::isInstance);
    }

    @Test
    void understandsBulgarianInLatinLettersAndEnglish() {
        olena.says("zapi6i me");
        assertThat(olena.reads()).contains("За кой форум да ви запиша?");
        olena.says("English").says("my registrations");
        assertThat(olena.reads()).contains("You have no upcoming registrations.");
    }

    @Test
    void followsALinkToAForum() {
        olena.says("/start forum-dimitrovgrad");
        assertThat(olena.reads()).contains("Форум Димитровград").contains("18 март 2027");
    }

    @Test
    void keepsASeatThatIsGivenUpForTheFirstInLineAndAsksThem() {
        registered(olena, "Олена Ковал");
        registered(ivan, "Иван Иванов");
        assertThat(ivan.reads()).contains("В списъка на чакащите сте под № 1.");

        olena.says("няма да дойда").taps("Да, откажи");
        stage.clock.advance(Duration.ofSeconds(1));
        stage.messaging.sendDueBulk();

        assertThat(olena.reads()).contains("вече не сте записани").contains("мога да ви върна");
        assertThat(ivan.reads())
                .contains("Освободи се място! Пазя го за вас до понеделник, 1 февруари 2027 г., 14:00")
                .doesNotContain("Записани сте");
        ivan.taps("Взимам го");
        assertThat(ivan.reads()).contains("Мястото е ваше, № 2.");
        assertThat(ivan.messages()).anyMatch(Content.Document.class::isInstance);

        olena.taps("Върни ме");
        assertThat(olena.reads()).contains("В списъка на чакащите сте под № 1.");
    }

    @Test
    void asksNobodyToGiveUpAnotherForumThanTheyNamed() {
        registered(olena, "Олена Ковал");
        olena.reads();
        olena.says("/unregister dimitrovgrad");

        assertThat(olena.reads()).contains("Форум Димитровград").doesNotContain("Да откажа ли", "Форум Хасково");
        olena.says("/unregister haskovo");
        assertThat(olena.reads()).contains("Да откажа ли", "Форум Хасково");
    }

    @Test
    void goesOnWithTheFormAfterALookAtSomethingElse() {
        olena.says("/register dimitrovgrad").taps("Давам съгласие").taps("НПО");
        olena.says("моите записвания");
        assertThat(olena.reads()).contains("Имате незавършено: записване за форум");
        olena.taps("Продължи").taps("Димитровград").says("Сдружение „Мост“").says("Олена Ковал");
        olena.taps("Запиши ме");
        assertThat(olena.reads()).contains("Записани сте, № 1.");
    }

    @Test
    void keepsOnlyTheAddressOfPeopleWhoLookAround() {
        olena.says("форуми").taps("25.02 Хасково").taps("Програма");

        assertThat(stage.contacts
                        .at(new Address("webchat", "olena"))
                        .orElseThrow()
                        .consents())
                .isEmpty();
        assertThat(new Forums(stage.props.store(), stage.clock).all())
                .flatExtracting(Forum::seats)
                .isEmpty();
    }

    @Test
    void offersOrganizersCommandsToOrganizersOnly() {
        olena.says("/move").says("/cancel_forum").says("отмени форум");
        assertThat(olena.reads())
                .contains("само организаторите")
                .doesNotContain("Кой форум да променя?", "Кой форум да отменя?");
    }

    private static void registered(Stage.Person person, String name) {
        person.says("/register haskovo").taps("Давам съгласие").taps("НПО").taps("Хасково");
        Stream.of("Сдружение „Мост“", name).forEach(person::says);
        person.says("да");
    }
}
