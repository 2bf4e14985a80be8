package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The main job from end to end, on the whole service and against a Bot API server on another port: start, question,
 * registration, reminder, cancellation, and an announcement from an organizer's phone.
 */
class JourneyTests extends WholeService {

    private static final String DAY_BEFORE_AT_TEN_LOCAL = "2027-02-24T08:00:01Z";

    @Override
    @BeforeEach
    protected void start() {
        telegram.keepsTelegramsLimits();
        super.start();
    }

    @Test
    void bringsSomebodyToAForumInBulgarian() {
        olena.starts("forum-haskovo-2027-02");
        olena.waitsFor("Кой какво прави", "четвъртък, 25 февруари 2027", "Запиши ме");
        olena.says("ima li taksa za foruma");
        olena.waitsFor("без такса", "Източник");

        olena.says("koga e forumat v haskovo");
        olena.waitsFor("Кой какво прави", "25 февруари 2027", "Запиши ме");
        olena.says("форуми");
        olena.waitsFor("25.02 Хасково");
        olena.taps("25.02 Хасково");
        olena.waitsFor("Запиши ме");
        olena.taps("Запиши ме");
        olena.waitsFor("Съгласни ли сте?");
        olena.taps("Давам съгласие");
        olena.waitsFor("Каква организация");
        olena.taps("НПО");
        olena.waitsFor("От коя община");
        olena.taps("Харманли");
        olena.waitsFor("вашата организация");
        olena.says("Фондация Мост");
        olena.waitsFor("Как се казвате", "Олена Ковал");
        olena.taps("Олена Ковал");
        olena.waitsFor("Да ви запиша ли така", "Олена Ковал", "Фондация Мост");
        olena.taps("Запиши ме");
        olena.waitsFor("Записани сте, № 1");
        await("what Telegram says somebody is called is not kept, once it is answered")
                .untilAsserted(() -> assertThat(service.getBean(MongoOperations.class)
                                .getCollection("inbox")
                                .find()
                                .into(new ArrayList<>()))
                        .allSatisfy(heard -> assertThat(heard.get("signature")).isNull()));
        await().until(() -> telegram.calls("sendDocument").size() == 1
                && telegram.calls("sendVenue").size() == 1);

        clock.travelTo(DAY_BEFORE_AT_TEN_LOCAL);
        olena.waitsFor("Утре ви очакваме", "Кой какво прави", "09:00", "Да, ще дойда");
        olena.taps("Не мога");
        olena.waitsFor("вече не сте записани", "Върни ме");
        olena.taps("Върни ме");
        olena.waitsFor("Записани сте, № ");
    }

    @Test
    void bringsSomebodyToAForumInEnglish() {
        ivan.starts("");
        ivan.waitsFor("I am Pokana", "Forums");
        ivan.says("is there a participation fee?");
        ivan.waitsFor("free", "Source");

        ivan.says("/register harmanli-2027-04");
        ivan.waitsFor("I will keep your name");
        ivan.taps("I agree");
        ivan.waitsFor("What kind of organisation");
        ivan.taps("NGO");
        ivan.waitsFor("Which municipality");
        ivan.taps("Harmanli");
        ivan.waitsFor("Which organisation");
        ivan.says("Bridge Foundation");
        ivan.waitsFor("What is your name");
        ivan.says("Ivan Petrov");
        ivan.waitsFor("Shall I register you like this", "Ivan Petrov");
        ivan.taps("Register me");
        ivan.waitsFor("You are registered, No 1");

        clock.travelTo("2027-04-15T05:00:01Z"); // at eight local, two hours before nine moved out of the night
        ivan.waitsFor("Today we expect you", "At one counter");
        ivan.taps("I cannot come");
        ivan.waitsFor("you are no longer registered");
    }

    @Test
    void carriesAnAnnouncementFromAnOrganizersPhone() {
        olena.starts("");
        olena.waitsFor("Здравейте");
        ivan.starts("");
        ivan.waitsFor("Hello");
        maria.starts("");
        maria.waitsFor("Здравейте");

        maria.says("ново съобщение");
        maria.waitsFor("Напишете съобщението");
        maria.says("Форумът в Хасково започва в 9.");
        maria.waitsFor("същото на английски");
        maria.says("The forum in Haskovo starts at 9.");
        maria.waitsFor("На кого да го изпратя?", "Всички: 3");
        maria.taps("Всички: 3");
        maria.waitsFor("Избрани: Всички", "Общо: 3 души");
        maria.taps("Продължи: 3");
        maria.waitsFor("Ще получат: 3 души", "Изпрати");
        maria.taps("Изпрати");

        olena.waitsFor("Форумът в Хасково започва в 9.", "Получавате това, защото");
        ivan.waitsFor("The forum in Haskovo starts at 9.", "You get this because");
        maria.waitsFor("Доставени: 3", "Общо: 3");

        olena.taps("Спри съобщенията");
        olena.waitsFor("повече няма да получавате");
        maria.says("ново съобщение");
        maria.waitsFor("Напишете съобщението");
        maria.says("Второ съобщение");
        maria.waitsFor("същото на английски");
        maria.taps("Пропусни");
        maria.waitsFor("Всички: 2");
    }

    @Test
    void keepsAnsweringWhileTelegramStumbles() {
        olena.starts("");
        olena.waitsFor("Здравейте");
        telegram.next("sendMessage").throttles(1);
        olena.says("меню");
        olena.waitsFor("Какво да направим?");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> telegram.unansweredTaps().isEmpty());
    }
}
