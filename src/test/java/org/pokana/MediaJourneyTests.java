package org.pokana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.channel.telegram.FakeMedia;
import org.pokana.channel.telegram.FakeMessage;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.messaging.SamplePictures;

/** An announcement with photos from an organizer's phone to everybody's, on the whole service, through restarts. */
class MediaJourneyTests extends WholeService {

    private static final byte[] HALL = SamplePictures.jpeg(1200, 900);
    private static final byte[] DOOR = SamplePictures.jpeg(900, 1200);
    private static final byte[] PLAN = "%PDF-1.7 the plan of the hall".getBytes(UTF_8);

    @BeforeEach
    void everybodyIsThere() {
        for (FakePerson person : List.of(olena, ivan, maria)) {
            person.starts("");
        }
        olena.waitsFor("Здравейте");
        ivan.waitsFor("Hello");
        maria.waitsFor("Здравейте");
    }

    private void restarts() {
        service.close();
        start();
        everybodyIsThere();
    }

    @Test
    void carriesAnAlbumInBothLanguagesThroughRestarts() {
        maria.says("ново съобщение");
        maria.waitsFor("Напишете съобщението");
        maria.sendsAlbum(
                FakeMedia.photo(HALL, "Форумът е в нова зала."), FakeMedia.photo(DOOR, ""), FakeMedia.photo(HALL, ""));
        maria.waitsFor("Дотук: 3 снимки и текст.");
        assertThat(telegram.answers(777))
                .as("one message that changes")
                .filteredOn(message -> message.text().startsWith("Дотук"))
                .hasSize(1);

        restarts();
        maria.says("/continue");
        maria.waitsFor("Дотук: 3 снимки и текст.", "същото на английски");
        maria.says("The forum is in a new hall.");
        maria.waitsFor("На кого да го изпратя?");
        maria.taps("Всички: 3");
        maria.waitsFor("Общо: 3 души");
        maria.taps("Продължи: 3");
        maria.waitsFor("The forum is in a new hall.");
        maria.waitsFor("Ще получат: 3 души");
        assertThat(albums(777)).as("the real thing, in each language").hasSize(2);
        maria.taps("Изпрати");

        olena.waitsFor("Форумът е в нова зала.", "Получавате това, защото", "Спри съобщенията");
        ivan.waitsFor("The forum is in a new hall.", "You get this because", "Turn messages off");
        maria.waitsFor("Доставени: 3", "Общо: 3");
        for (FakePerson person : List.of(olena, ivan)) {
            assertThat(albums(person.id())).containsExactly(3);
            assertThat(files(person.id())).containsExactly(HALL, DOOR, HALL);
        }
        assertThat(telegram.calls("sendMediaGroup"))
                .as("Telegram has the photos already")
                .allMatch(call -> call.files().isEmpty());

        int before = telegram.answers(501).size();
        olena.says("ще дойда");
        await().until(() -> telegram.answers(501).size() > before);
        maria.says("/announcements");
        maria.waitsFor("доставени 3", "Отговорили до денонощие: 1");
    }

    @Test
    void correctsAndTakesBackAPhotoWithItsWords() {
        maria.says("ново съобщение");
        maria.waitsFor("Напишете съобщението");
        maria.sendsPhoto(HALL, "Залата е нова.");
        maria.waitsFor("Дотук: 1 снимка и текст.");
        maria.taps("Пропусни");
        maria.waitsFor("На кого да го изпратя?");
        maria.taps("Всички: 3");
        maria.waitsFor("Общо: 3 души");
        maria.taps("Продължи: 3");
        maria.waitsFor("Ще получат: 3 души");
        maria.taps("Изпрати");
        olena.waitsFor("Залата е нова.", "Спри съобщенията");
        maria.waitsFor("Доставени: 3");

        maria.taps("Поправи текста");
        maria.waitsFor("Снимките и файловете остават");
        maria.says("Залата е на втория етаж.");
        maria.waitsFor("верния текст на английски");
        maria.taps("Пропусни");
        maria.waitsFor("Така ще го виждат 3 души.");
        maria.taps("Смени го при всички");
        olena.waitsFor("Залата е на втория етаж.", "Спри съобщенията");
        assertThat(photos(501)).singleElement().satisfies(photo -> assertThat(photo.file())
                .isEqualTo(HALL));
        assertThat(telegram.calls("editMessageCaption")).isNotEmpty();

        maria.says("/announcements");
        maria.waitsFor("Последните съобщения");
        maria.taps("Изтрий от всички");
        maria.waitsFor("Да изтрия ли", "Мога при: 3 души");
        maria.taps("Да, изтрий го");
        maria.waitsFor("Изтрито при: 3", "Не стана при: 0");
        assertThat(photos(501)).isEmpty();
        assertThat(photos(502)).isEmpty();
    }

    @Test
    void saysInWordsWhatItCannotTakeAndSendsTheRest() {
        maria.says("ново съобщение");
        maria.waitsFor("Напишете съобщението");
        maria.sendsDocument("филм.zip", "application/zip", new byte[25 << 20], "");
        maria.waitsFor("„филм.zip“ не се побира: един файл може да е до 20 MB.");
        maria.shows("sticker", "{\"file_id\":\"x\"}");
        maria.waitsFor("Засега чета само текст и бутони.", "Напишете съобщението");
        maria.sendsDocument("../план\u202efdp.exe", "text/html", PLAN, "");
        maria.waitsFor("Дотук: 1 файл.");
        telegram.next("download").times(2).refuses(502, "Bad Gateway");
        maria.sendsVoice("OggS a voice".getBytes(UTF_8));
        maria.waitsFor("не стигна до мен. Пратете го пак.");
        maria.sendsVoice("OggS a voice".getBytes(UTF_8));
        maria.waitsFor("Дотук: 1 файл, 1 запис.");
        maria.taps("Готово");
        maria.waitsFor("На кого да го изпратя?");
        maria.taps("Всички: 3");
        maria.waitsFor("Общо: 3 души");
        maria.taps("Продължи: 3");
        maria.waitsFor("Ще получат: 3 души");
        maria.taps("Изпрати");
        olena.waitsFor("Получавате това, защото");

        var got = telegram.answers(501);
        assertThat(got).extracting(FakeMessage::kind).contains("document", "voice");
        assertThat(got.stream().filter(each -> each.kind().equals("document")))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.file()).isEqualTo(PLAN);
                    assertThat(plan.json().path("document").path("file_name").asString())
                            .as("nobody gets it under the name that was taken out")
                            .isEqualTo("планfdp.exe");
                });
    }

    @Test
    void keepsNothingOfPhotosThatNobodyAskedFor() {
        olena.sendsPhoto(HALL, "Вижте!");
        olena.waitsFor("Засега чета само текст и бутони.");

        assertThat(telegram.calls("getFile")).isEmpty();
        assertThat(telegram.calls("download")).isEmpty();
    }

    private List<Integer> albums(long chat) {
        return telegram.answers(chat).stream()
                .filter(message -> !message.album().isEmpty())
                .collect(java.util.stream.Collectors.groupingBy(
                        FakeMessage::album, java.util.TreeMap::new, java.util.stream.Collectors.summingInt(any -> 1)))
                .values()
                .stream()
                .toList();
    }

    private List<byte[]> files(long chat) {
        return photos(chat).stream().map(FakeMessage::file).toList();
    }

    private List<FakeMessage> photos(long chat) {
        return telegram.answers(chat).stream()
                .filter(message -> message.kind().equals("photo"))
                .toList();
    }
}
