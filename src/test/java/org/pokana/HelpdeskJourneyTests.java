package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.pokana.channel.telegram.FakeMessage;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * A question that only a person can answer, on the whole service and through two phones: asked by one tap, answered by a
 * reply, with the service going down in the middle.
 */
class HelpdeskJourneyTests extends WholeService {

    @Test
    void bringsAQuestionToAPersonAndTheAnswerBackThroughARestart() {
        maria.starts("");
        maria.waitsFor("Здравейте");
        olena.starts("");
        olena.waitsFor("Здравейте");
        olena.says("на кого да звънна за рецептата за мусака");
        olena.waitsFor("Кое от тези имате предвид?", "Нито едно");
        olena.taps("Нито едно");
        olena.waitsFor("Нямам проверен отговор", "Питай екипа");
        olena.taps("Питай екипа");
        olena.waitsFor("Предадох въпроса ви", "вторник 2.02, 10:");
        var card = maria.waitsFor("мусака", "Чака отговор");

        service.close();
        start();
        maria.taps("Взимам го");
        maria.waitsFor("е ваш");
        olena.waitsFor("вече е при екипа");
        olena.says("не е спешно, колко струва?");
        maria.waitsFor("не е спешно, колко струва?");

        olena.says("и за колко души е");
        maria.waitsFor("и за колко души е");
        maria.replies(card, "Звънете на готвача.");
        maria.waitsFor("Отговорът тръгна");
        olena.waitsFor("Отговор от", "Звънете на готвача.");

        olena.taps("Благодаря, помогна");
        olena.waitsFor("Отново отговарям аз");
        maria.waitsFor("благодари");
        olena.says("има ли такса за форума");
        olena.waitsFor("без такса", "Източник");
        saidOnce();
        isKnownToAllFromNowOn();
        offersTheTeamWhenAnAnswerDidNotHelp();
    }

    private void saidOnce() {
        assertThat(telegram.answers(olena.id()).stream().map(FakeMessage::text))
                .filteredOn(text -> text.contains("Звънете на готвача."))
                .hasSize(1);
        assertThat(telegram.answers(maria.id()).stream().map(FakeMessage::text))
                .filteredOn(text -> text.contains("и за колко души е"))
                .hasSize(1);
        assertThat(service.getBean(MongoOperations.class)
                        .getCollection("questions")
                        .find()
                        .into(new ArrayList<>()))
                .hasSize(1);
    }

    @Test
    void carriesWhatIsAddedToAQuestionThatWasWrittenToTheTeam() {
        maria.starts("");
        maria.waitsFor("Здравейте");
        ivan.starts("");
        ivan.waitsFor("Hello");
        ivan.says("person");
        ivan.waitsFor("Write your question to the team");
        ivan.says("Who has the keys of the hall?");
        ivan.waitsFor("I passed your question on");
        maria.waitsFor("Who has the keys", "Взимам го");
        maria.taps("Взимам го");
        maria.waitsFor("е ваш");
        ivan.waitsFor("is now with");
        ivan.says("I come at eight");
        maria.waitsFor("I come at eight", "Отговори");
        maria.taps("Отговори");
        maria.waitsFor("Напишете отговора");
        maria.says("The caretaker.");
        ivan.waitsFor("An answer from", "The caretaker.");
    }

    private void isKnownToAllFromNowOn() {
        maria.taps("Добави към отговорите");
        maria.waitsFor("като чернова", "Публикувай");
        maria.taps("Публикувай");
        maria.waitsFor("Публикувано");
        var petar = telegram.person(503, "bg");
        petar.starts("");
        petar.waitsFor("Здравейте");
        petar.says("на кого да звънна за рецептата за мусака");
        petar.waitsFor("Звънете на готвача.", "Източник");
    }

    private void offersTheTeamWhenAnAnswerDidNotHelp() {
        ivan.starts("");
        ivan.waitsFor("Hello");
        ivan.says("is there a participation fee?");
        ivan.waitsFor("free", "Source");
        ivan.taps("Did not help");
        ivan.waitsFor("I ask the team");
        ivan.taps("Ask the team");
        ivan.waitsFor("I passed your question on");
        maria.waitsFor("is there a participation fee?", "Пише на английски");
        maria.taps("Отговори");
        maria.waitsFor("Напишете отговора");
        maria.says("Free for everybody.");
        ivan.waitsFor("An answer from", "Free for everybody.");
        await().until(() -> telegram.unansweredTaps().isEmpty());
    }
}
