package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pokana.channel.webchat.WebPerson;

/**
 * One forum from the poster to the certificate, on the whole service: registration with as few taps as promised, the
 * waiting list, a colleague, another room, the reminder, the door, and what people think of it afterwards.
 */
class SeasonJourneyTests extends WholeService {

    private static final String FORUM = "haskovo-2027-02";

    /** Where the participants are; Maria organizes from her phone. */
    enum Where {
        TELEGRAM("6 taps, 1 lines") {
            @Override
            Someone person(SeasonJourneyTests world, String first, String last) {
                long id = 600 + first.length() * 10L + last.length();
                return Someone.onTelegram(world.telegram.person(id, "bg").called(first, last));
            }
        },
        /** Nobody tells the page what somebody is called. */
        WEB_CHAT("5 taps, 2 lines") {
            @Override
            Someone person(SeasonJourneyTests world, String first, String last) {
                var port = world.service.getEnvironment().getProperty("local.server.port");
                return new WebPerson("http://127.0.0.1:" + port, "bg");
            }
        };

        final String newcomersEffort;

        Where(String newcomersEffort) {
            this.newcomersEffort = newcomersEffort;
        }

        abstract Someone person(SeasonJourneyTests world, String first, String last);
    }

    @ParameterizedTest
    @EnumSource
    void leadsFromThePosterToTheCertificate(Where where) {
        var olena = where.person(this, "Олена", "Ковал");
        var ivan = where.person(this, "Иван", "Петров");
        var stefka = where.person(this, "Стефка", "Илиева");
        maria.starts("");
        maria.waitsFor("Здравейте");

        registers(where, olena, "Олена Ковал", "Запиши ме");
        olena.waitsFor("Записани сте, № 1");
        assertThat(olena.effort()).isEqualTo(where.newcomersEffort);
        olena.starts("forum-harmanli-2027-04");
        olena.waitsFor("Запиши ме");
        olena.taps("Запиши ме");
        olena.waitsFor("Да ви запиша ли така");
        olena.taps("Запиши ме");
        olena.waitsFor("Записани сте, № 1");
        assertThat(olena.effort()).as("of somebody who is known").isEqualTo("2 taps, 0 lines");

        seatsBecome(1);
        registers(where, ivan, "Иван Петров", "Включи ме в списъка");
        ivan.waitsFor("В списъка на чакащите сте под № 1");
        cancels(olena);
        ivan.waitsFor("Освободи се място! Пазя го за вас до", "Взимам го");
        ivan.taps("Взимам го");
        ivan.waitsFor("Мястото е ваше");

        handsOver(where, ivan, stefka);
        changesTheRoom(stefka);
        comesThrough(stefka);
    }

    private static void registers(Where where, Someone person, String name, String lastTap) {
        person.starts("forum-" + FORUM);
        person.waitsFor("Кой какво прави");
        person.taps(lastTap.equals("Запиши ме") ? lastTap : "Списък на чакащите");
        person.waitsFor("Съгласни ли сте?");
        person.taps("Давам съгласие");
        person.waitsFor("Каква организация");
        person.taps("НПО");
        person.waitsFor("От коя община");
        person.taps("Харманли");
        person.waitsFor("вашата организация");
        person.says("Фондация Мост");
        person.waitsFor("Как се казвате");
        tellsTheName(where, person, name);
        person.waitsFor("Да ви запиша ли така", name);
        person.taps(lastTap);
    }

    private static void tellsTheName(Where where, Someone person, String name) {
        if (where == Where.TELEGRAM) {
            person.taps(name);
        } else {
            person.says(name);
        }
    }

    private void seatsBecome(int seats) {
        maria.says("/places " + FORUM);
        maria.waitsFor("Промени местата");
        maria.taps("Промени местата");
        maria.waitsFor("Колко да са местата?");
        maria.says(String.valueOf(seats));
        maria.waitsFor("Готово, местата");
    }

    private static void cancels(Someone person) {
        person.says("/unregister " + FORUM);
        person.waitsFor("Да откажа ли участието ви");
        person.taps("Да, откажи");
        person.waitsFor("вече не сте записани");
    }

    private void handsOver(Where where, Someone giver, Someone colleague) {
        giver.says("/delegate " + FORUM);
        giver.waitsFor("Отстъпвам ви мястото си");
        colleague.starts(giver.linked("seat"));
        colleague.waitsFor("ви отстъпва мястото си");
        colleague.waitsFor("Съгласни ли сте?");
        colleague.taps("Давам съгласие");
        colleague.waitsFor("Как се казвате");
        tellsTheName(where, colleague, "Стефка Илиева");
        colleague.waitsFor("Фондация Мост", "Приемам мястото");
        colleague.taps("Приемам мястото");
        colleague.waitsFor("Мястото е ваше");
        giver.waitsFor("колегата ви прие мястото ви");
        maria.waitsFor("Замяна във форум", "Фондация Мост");
    }

    private void changesTheRoom(Someone person) {
        maria.says("/move " + FORUM);
        maria.waitsFor("Какво да променя?");
        maria.taps("Място");
        maria.waitsFor("Напишете новата зала");
        maria.says("Читалището, ул. Иван Вазов 1");
        maria.waitsFor("Да сменя ли мястото?");
        maria.taps("Промени и уведоми");
        person.waitsFor("Промяна на форум", "Читалището", "Разбрах");
        person.taps("Разбрах");
        person.waitsFor("отбелязах, че знаете");
        maria.says("/understood_by " + FORUM);
        maria.waitsFor("Няма на кого да се обаждате");
    }

    private void comesThrough(Someone person) {
        clock.travelTo("2027-02-24T08:00:01Z"); // at ten on the day before
        person.waitsFor("Утре ви очакваме", "Читалището", "Да, ще дойда");
        person.taps("Ще закъснея");
        person.waitsFor("С колко минути");
        person.taps("30 минути");
        person.waitsFor("на входа ще знаят");

        clock.travelTo("2027-02-25T06:50:00Z"); // ten to nine
        maria.says("/checkin " + FORUM + " Стефка");
        maria.waitsFor("Стефка Илиева, Фондация Мост – ще закъснее, 30 мин");
        maria.taps("5 Стефка Илиева");
        maria.waitsFor("тук от");
        person.waitsFor("Може ли да сте на снимките");
        person.taps("Да, може");
        person.waitsFor("записах, че може да сте на снимките");

        clock.travelTo("2027-02-25T16:30:01Z"); // half past six
        person.waitsFor("Благодарим, че бяхте на", "Много добре");
        person.taps("Много добре");
        person.waitsFor("Кое беше най-полезно?");
        person.taps("10:00 Картата на…");
        person.waitsFor("Ще приложите ли нещо");
        person.taps("Да");
        person.waitsFor("Искате ли да ни кажете още нещо");
        person.taps("Пропусни");
        person.waitsFor("Благодаря! Отговорите ви");
    }
}
