package org.pokana.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pokana.WholeService;
import org.pokana.channel.telegram.FakeMedia;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Address;
import org.pokana.messaging.SamplePictures;

/** From the door to the album, on the whole service and against a Bot API server on another port. */
class FollowUpJourneyTests extends WholeService {

    private static final String FORUM = "haskovo-2027-02";
    private static final byte[] HALL = SamplePictures.jpeg(300, 200);
    private static final byte[] DOOR = SamplePictures.jpeg(200, 300);

    @Test
    void leadsFromTheDoorToTheAlbum() {
        maria.starts("");
        maria.waitsFor("Здравейте");
        olena.starts("");
        olena.waitsFor("Здравейте");
        var who = service.getBean(Contacts.class)
                .meet(new Address("telegram", "501"), Locale.forLanguageTag("bg"))
                .id();
        service.getBean(Registrations.class).register(FORUM, who, new Profile("ngo", "haskovo", "Мост", "Олена"));

        clock.travelTo("2027-02-25T06:50:00Z"); // ten to nine
        service.getBean(Arrivals.class).checkIn(FORUM, who, who);
        olena.waitsFor("Може ли да сте на снимките", "Да, може");
        olena.taps("Да, може");
        olena.waitsFor("записах, че може да сте на снимките");

        clock.travelTo("2027-02-25T16:30:01Z"); // half past six
        olena.waitsFor("Благодарим, че бяхте на", "Много добре");
        olena.taps("Много добре");
        olena.waitsFor("Кое беше най-полезно?", "10:00 Картата на…");
        olena.taps("10:00 Картата на…");
        olena.waitsFor("Ще приложите ли нещо");
        olena.taps("Да");
        olena.waitsFor("Искате ли да ни кажете още нещо");
        olena.taps("Пропусни");
        olena.waitsFor("Благодаря! Отговорите ви");
        await().untilAsserted(() ->
                assertThat(telegram.calls("sendDocument")).as("her certificate").hasSize(1));

        maria.says("/add_materials " + FORUM);
        maria.waitsFor("Пратете файл, снимки или връзка");
        maria.sendsAlbum(FakeMedia.photo(HALL, ""), FakeMedia.photo(DOOR, ""), FakeMedia.photo(HALL, ""));
        maria.waitsFor("Дотук: 3 снимки");
        maria.taps("Готово");
        maria.waitsFor("✅ Добавено към");

        olena.says("/forum " + FORUM);
        olena.waitsFor("Благодарим, че бяхте с нас", "Материали");
        olena.taps("Материали");
        olena.waitsFor("Снимки: 3");
        olena.taps("Снимки");
        olena.waitsFor("Снимки № 1, 2, 3", "Махнете ме");
        olena.taps("Махнете ме");
        olena.waitsFor("Кой е номерът на снимката?");
        olena.says("2");
        olena.waitsFor("Предадох на организаторите");
        maria.waitsFor("моли да махнете снимка № 2", "Махни снимката");
        maria.taps("Махни снимката");
        maria.waitsFor("снимка № 2 вече я няма");
        await().untilAsserted(() -> assertThat(telegram.calls("deleteMessages"))
                .as("her copy, and what the organizer was shown")
                .hasSize(2));

        maria.says("/feedback " + FORUM);
        maria.waitsFor("Отговорили: 1 от 1", "Много добре: 1", "Ще приложат: да 1");
    }
}
