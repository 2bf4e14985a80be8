package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.forum;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.Stage;
import org.pokana.contact.Role;
import org.pokana.messaging.Content;

/** Olena has the only seat; Ivan and Petar wait for it; Maria organizes. It is Monday, ten in the morning. */
class OfferTalkTests {

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person ivan = stage.person("ivan");
    private final Stage.Person petar = stage.person("petar");
    private final Stage.Person maria = stage.person("maria");

    @BeforeEach
    void twoWait() {
        new Forums(stage.props.store(), stage.clock).add(haskovo(1));
        registered(olena, "Олена Ковал");
        registered(ivan, "Иван Иванов");
        registered(petar, "Петър Петров");
        maria.says("/start");
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
        Stream.of(olena, ivan, petar, maria).forEach(Stage.Person::reads);
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    private static void registered(Stage.Person person, String name) {
        person.says("/register haskovo").taps("Давам съгласие").taps("НПО").taps("Хасково");
        Stream.of("Сдружение „Мост“", name).forEach(person::says);
        person.says("да");
    }

    private void olenaCannotCome() {
        olena.says("няма да дойда").taps("Да, откажи");
        stage.clock.advance(Duration.ofSeconds(1));
        stage.messaging.sendDueBulk();
    }

    @Test
    void takesTheSeatInWords() {
        olenaCannotCome();
        ivan.reads();
        ivan.says("vzimam go");

        assertThat(ivan.reads()).contains("Мястото е ваше, № 2.");
    }

    @Test
    void warnsWhoeverIsExpectedElsewhereAtThatTime() {
        var other = forum("other", "Харманли", "Harmanli", LocalDateTime.parse("2027-02-25T14:00"), 5);
        new Forums(stage.props.store(), stage.clock).add(other);
        ivan.says("/register other").taps("Запиши ме");
        olenaCannotCome();
        ivan.taps("Взимам го");
        assertThat(ivan.reads()).contains("По същото време вече имате място на „Форум Харманли“");
        ivan.taps("Не сега");
        assertThat(ivan.reads()).contains("още пазя мястото за „Форум Хасково“");

        ivan.taps("Взимам го").taps("Да, взимам и него");

        assertThat(ivan.reads()).contains("Мястото е ваше, № 2.");
    }

    @Test
    void passesTheSeatOnByButton() {
        olenaCannotCome();
        ivan.taps("Пропускам");
        assertThat(ivan.reads()).contains("Да пропусна ли мястото, което пазя за вас?");
        ivan.taps("Да, откажи");
        stage.clock.advance(Duration.ofSeconds(1));
        stage.messaging.sendDueBulk();

        assertThat(petar.reads()).contains("Освободи се място!");
    }

    @Test
    void showsWhatIsKeptEverywhere() {
        olenaCannotCome();
        ivan.reads();
        ivan.says("/my").says("/forum haskovo").says("/register haskovo").says("/delegate haskovo");

        assertThat(ivan.reads())
                .contains("Пазя място за вас до", "вече пазя място за вас", "само го пазя за вас")
                .doesNotContain("Записани сте");
    }

    @Test
    void saysThatItWentOn() {
        olenaCannotCome();
        ivan.reads();
        stage.clock.advance(Duration.ofHours(5));
        ivan.taps("Взимам го");

        assertThat(ivan.reads()).contains("премина нататък", "под № 1");
    }

    @Test
    void saysWhoWaitsAndWhy() {
        olenaCannotCome();
        maria.says("кой чака");
        maria.taps("25.02 Хасково");

        assertThat(maria.reads())
                .contains("Чакат за „Форум Хасково“: 2", "заети или се пазят (1 от 1)")
                .contains("Иван Иванов, Сдружение „Мост“ – пазя място до 01.02 14:00")
                .contains("1. Петър Петров");
        ivan.says("кой чака");
        assertThat(ivan.reads()).doesNotContain("Петър");
    }

    @Test
    void changesTheSeatsAndTellsWhoIsBeyondThem() {
        maria.says("/places haskovo").taps("Промени местата").says("2");
        assertThat(maria.reads()).contains("вече са 2", "Записани: 1. Пазени: 1. Чакат: 1.");
        maria.says("/places haskovo").taps("Промени местата").says("1");
        assertThat(maria.reads()).contains("Вече са заети 2 места");
        maria.taps("Да, промени");

        assertThat(maria.reads()).contains("Над местата е 1 човек; никой не губи мястото си.");
    }

    @Test
    void closesAndReopensRegistration() {
        maria.says("/places haskovo").taps("Затвори записването");
        assertThat(maria.reads()).contains("записването за „Форум Хасково“ е затворено");
        var someone = stage.person("someone");
        someone.says("/register haskovo");
        assertThat(someone.reads()).contains("вече не може да се записвате");
        maria.taps("Отвори записването");

        assertThat(maria.reads()).contains("е отворено");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void fitsAPhone(String language) {
        Stream.of(ivan, maria).forEach(person -> person.says("/language " + language));
        olenaCannotCome();
        ivan.says("/my")
                .says("/forum haskovo")
                .says("/accept haskovo")
                .says("/accept haskovo")
                .says("/accept nowhere");
        maria.says("/waiting haskovo")
                .says("/places haskovo")
                .says("/places haskovo seats")
                .says("9");
        maria.says("/menu team").says("/menu team-forums");

        assertThat(Stream.of(ivan, maria).flatMap(person -> person.messages().stream()))
                .filteredOn(Content.Text.class::isInstance)
                .map(Content.Text.class::cast)
                .allSatisfy(text -> {
                    assertThat(text.text()).hasSizeLessThanOrEqualTo(600);
                    assertThat(text.buttons())
                            .allSatisfy(button -> assertThat(button.label()).hasSizeLessThanOrEqualTo(25));
                });
    }
}
