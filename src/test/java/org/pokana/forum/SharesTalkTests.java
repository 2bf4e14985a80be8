package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.Stage;
import org.pokana.contact.Role;
import org.pokana.messaging.Content;

/** Maria organizes a forum with two seats and says who they are for. */
class SharesTalkTests {

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person ivan = stage.person("ivan");
    private final Stage.Person maria = stage.person("maria");

    @BeforeEach
    void organizes() {
        new Forums(stage.props.store(), stage.clock).add(haskovo(2));
        maria.says("/start");
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    private static void registers(Stage.Person person, String group, String organisation, String name) {
        person.says("/register haskovo").taps("Давам съгласие").taps(group).taps("Хасково");
        Stream.of(organisation, name).forEach(person::says);
    }

    private void keepsOneForNgos() {
        maria.says("/places haskovo")
                .taps("За кого са местата")
                .taps("Запазени места за групи")
                .taps("НПО")
                .says("1")
                .taps("До 3 дни преди него");
    }

    @Test
    void keepsSeatsByButtonsAndTellsWhoWaitsWhy() {
        keepsOneForNgos();
        assertThat(maria.reads()).contains("Запазени: НПО – 1 (до 22.02 09:00).");
        registers(olena, "Институция", "РУО", "Олена Ковал");
        olena.says("да");
        olena.reads();
        ivan.says("/forum haskovo");
        assertThat(ivan.reads()).contains("Запазени свободни места: НПО – 1 (до 22.02 09:00).");
        registers(ivan, "Институция", "НОИ", "Иван Иванов");
        assertThat(ivan.reads()).contains("запазени за други групи, затова ще ви включа в списъка");
        ivan.taps("Включи ме в списъка");

        assertThat(ivan.reads()).contains("Свободните места за „Форум Хасково“ са запазени за други групи.");
        ivan.says("/forum haskovo");
        assertThat(ivan.reads()).contains("Има свободни места, но са запазени за други групи.");
        maria.says("/waiting haskovo");
        assertThat(maria.reads()).contains("Иван Иванов, НОИ – местата са за други групи");
    }

    @Test
    void takesADayInWords() {
        maria.says("запазени места").says("хасково").says("нпо").says("1").says("20.02.2027 18:00");
        assertThat(maria.reads()).contains("Запазени: НПО – 1 (до 20.02 18:00).");
    }

    @Test
    void asksAgainForADayAfterTheForumOrMoreSeatsThanThereAre() {
        maria.says("/reserve haskovo").taps("НПО").says("3");
        assertThat(maria.reads()).contains("Напишете само число от 0 до 2");
        maria.says("2").says("20.05.2027 18:00");
        assertThat(maria.reads()).contains("преди началото");
    }

    @Test
    void limitsOrganisationsAndTellsWhoWaitsWhy() {
        maria.says("/places haskovo")
                .taps("За кого са местата")
                .taps("Места за организация")
                .taps("1 място");
        assertThat(maria.reads()).contains("За една организация: най-много 1 място.");
        registers(olena, "НПО", "Мост", "Олена Ковал");
        olena.says("да");
        registers(ivan, "НПО", "most", "Иван Иванов");
        ivan.says("да");

        assertThat(ivan.reads())
                .contains("Вашата организация вече има толкова места за „Форум Хасково“, колкото може.");
        maria.says("/waiting haskovo");
        assertThat(maria.reads()).contains("организацията има достатъчно");
        maria.says("места за организация").says("хасково").says("0");
        assertThat(maria.reads()).contains("За една организация няма ограничение.");
    }

    @Test
    void registersAGuestOfAGroup() {
        keepsOneForNgos();
        maria.says("/guest haskovo").says("Стоян Петров").says("Мост");
        assertThat(maria.reads()).contains("Към коя група е гостът?");
        maria.taps("НПО").taps("Запиши госта");

        assertThat(maria.reads()).contains("Гостът е записан: № 1");
    }

    @ParameterizedTest
    @CsvSource({
        "bg, Териториална структура, Социален партньор, До началото, 1 място",
        "en, State office, Social partner, Until it begins, 1 seat"
    })
    void fitsAPhone(String language, String one, String other, String until, String most) {
        maria.says("/language " + language);
        Stream.of(one, other)
                .forEach(group ->
                        maria.says("/reserve haskovo").taps(group).says("1").taps(until));
        maria.says("/reserve haskovo")
                .says("/per_organisation haskovo")
                .taps(most)
                .says("/places haskovo")
                .says("/shares haskovo");
        maria.says("/waiting haskovo").says("/forum haskovo");

        assertThat(maria.messages())
                .filteredOn(Content.Text.class::isInstance)
                .map(Content.Text.class::cast)
                .allSatisfy(text -> {
                    assertThat(text.text()).hasSizeLessThanOrEqualTo(600);
                    assertThat(text.buttons())
                            .hasSizeLessThanOrEqualTo(8)
                            .allSatisfy(button -> assertThat(button.label()).hasSizeLessThanOrEqualTo(25));
                });
    }
}
