package org.pokana.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Brought;
import org.pokana.messaging.Brought.Trouble;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.FakeChannel.Carried;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.SamplePictures;

/** An organizer sends words, photos, files and voices as in any chat. */
class DictationTests {

    private static final String TEXT = "Залата е сменена.";
    private static final byte[] HALL = SamplePictures.jpeg(300, 200);

    private final AnnouncementStage stage = new AnnouncementStage();
    private final Rehearsal rehearsal = new Rehearsal(stage.flows());
    private final Rehearsal.Person maria = rehearsal.person;
    private final Rehearsal.Bot bot = rehearsal.bot;
    private int files;

    @BeforeEach
    void smallCast() {
        stage.smallCast();
        rehearsal.playedBy(() -> Rehearsal.contact("maria", Profile.UNKNOWN, Role.ORGANIZER));
        maria.opens("/announce");
        bot.asks("announce.text");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void chooses(String audience) {
        maria.picks("in:" + audience);
        bot.asks("announce.audience", "out:" + audience, "go");
        maria.picks("go");
    }

    @Test
    void takesAPhotoWithACaptionForTextAndPhoto() {
        maria.brings(TEXT, photo(null));
        assertThat(bot.wording()).startsWith("Дотук: 1 снимка и текст.\n\nСега същото на английски");
        bot.asks("announce.english", "skip");
        maria.picks("skip");
        bot.asks("announce.audience");
        chooses("all");
        assertThat(bot.wording()).startsWith(TEXT + "\n\n— — —\nПолучавате това");
        assertThat(((Attachment.Media) bot.line().attachment()).items()).hasSize(1);
        bot.asks("announce.confirm");
        maria.picks("now");
        bot.ends("announce.sent");

        assertThat(stage.announcements.latest(1).get(0).items())
                .extracting(Item::file)
                .containsExactly("file1");
    }

    @Test
    void takesPhotosFirstAndWordsLater() {
        maria.brings("", photo("a"));
        assertThat(bot.wording()).startsWith("Дотук: 1 снимка.\n\nНапишете и текста");
        bot.asks("announce.enclosed", "done");
        maria.brings("", photo("a"));
        bot.asks("announce.enclosed");
        maria.brings("", file("програма.pdf", 5));
        assertThat(bot.wording()).startsWith("Дотук: 2 снимки, 1 файл.");
        bot.asks("announce.enclosed");
        maria.says(TEXT);
        assertThat(bot.wording()).startsWith("Дотук: 2 снимки, 1 файл и текст.");
        bot.asks("announce.english");
        maria.brings("The hall has changed.", photo(null));
        bot.asks("announce.audience");
        goes();

        assertThat(sent().texts().in(Locale.ENGLISH)).isEqualTo("The hall has changed.");
        assertThat(sent().items()).extracting(Item::file).containsExactly("file1", "file2", "file3", "file4");
    }

    @Test
    void takesPhotosWithoutAWord() {
        maria.brings("", photo(null));
        bot.asks("announce.enclosed", "done");
        maria.picks("done");
        bot.asks("announce.audience", "in:all");
        chooses("all");
        assertThat(bot.wording()).isEqualTo("Получавате това, защото пишете с „Покана“ и не сте спрели съобщенията.");
        bot.says("verbatim").asks("announce.confirm");
        maria.picks("now");
        bot.ends("announce.sent");
        maria.opens("/announcements");

        assertThat(bot.wording()).contains("„1 снимка“");
        bot.ends("announcements.list");
    }

    @Test
    void putsTheCaptionsOfOneAlbumTogether() {
        maria.brings("Вход от двора.", photo("a"));
        bot.asks("announce.english");
        maria.brings("Залата е на втория етаж.", photo("a"));
        bot.asks("announce.english");
        maria.brings("Second floor.", photo("b"));
        bot.asks("announce.audience");
        goes();

        assertThat(sent().texts().in(Locale.forLanguageTag("bg")))
                .isEqualTo("Вход от двора.\n\nЗалата е на втория етаж.");
        assertThat(sent().texts().in(Locale.ENGLISH)).isEqualTo("Second floor.");
    }

    @Test
    void saysWhatDoesNotFitAndGoesOn() {
        maria.brings("", new Brought("филм.mp4", null, Trouble.TOO_BIG, null));
        assertThat(bot.wording()).startsWith("„филм.mp4“ не се побира: един файл може да е до 20 MB.\n\nНапишете");
        bot.asks("announce.text");
        maria.brings("", new Brought("празен.pdf", null, Trouble.EMPTY, null));
        assertThat(bot.wording()).startsWith("„празен.pdf“ е празен файл");
        bot.asks("announce.text");
        maria.brings("", new Brought("изгубен.pdf", null, Trouble.AWAY, null));
        assertThat(bot.wording()).startsWith("„изгубен.pdf“ не стигна до мен.");
        bot.asks("announce.text");
        maria.brings("", file("голям.pdf", 15 << 20));
        bot.asks("announce.enclosed");
        maria.brings("", file("още.pdf", 6 << 20));
        assertThat(bot.wording())
                .startsWith("„още.pdf“ не се побира: всички файлове заедно може да са до 20 MB.\n\nДотук: 1 файл.");
        bot.asks("announce.enclosed");
        maria.brings("", file("малък.pdf", 5 << 20));
        assertThat(bot.wording()).startsWith("Дотук: 2 файла.");
        bot.asks("announce.enclosed");
    }

    @Test
    void tellsAllTroublesOfPhotosSentTogetherAndOfThoseOnly() {
        maria.brings("", new Brought("а.mp4", null, Trouble.TOO_BIG, "a"));
        bot.line();
        maria.brings("", photo("a"));
        assertThat(bot.wording()).startsWith("„а.mp4“ не се побира").contains("Дотук: 1 снимка.");
        bot.line();
        maria.brings("", new Brought("б.mp4", null, Trouble.EMPTY, "a"));
        assertThat(bot.wording()).contains("„а.mp4“", "„б.mp4“", "Дотук: 1 снимка.");
        bot.line();
        maria.brings("", photo("b"));
        assertThat(bot.wording()).startsWith("Дотук: 2 снимки.");
        bot.line();
    }

    @Test
    void takesTenAndNoMore() {
        for (int i = 0; i < 12; i++) {
            maria.brings("", photo("a"));
            if (i < 11) {
                bot.line();
            }
        }
        assertThat(bot.wording())
                .startsWith("Побират се най-много 10, затова останалите не взех.\n\nДотук: 10 снимки.");
        bot.line();
    }

    @Test
    void countsTheCharactersWhenTheyRunOut() {
        maria.says("а".repeat(2400));
        assertThat(bot.wording()).startsWith("Дотук: текст (2400 от 3000 знака).");
        bot.asks("announce.english");
        maria.says("а".repeat(3010));
        assertThat(bot.wording()).startsWith("Текстът е 3010 знака, а се побират 3000. Съкратете го с 10");
        bot.asks("announce.english");
        maria.says("😀".repeat(3000));
        bot.asks("announce.audience");
    }

    @Test
    void goesBackOneThingAtATime() {
        maria.brings("", photo("a"));
        bot.line();
        maria.brings("", photo("a"));
        bot.line();
        maria.says(TEXT);
        bot.asks("announce.english");
        maria.goesBack();
        assertThat(bot.wording()).startsWith("Дотук: 2 снимки.");
        bot.asks("announce.enclosed");
        maria.goesBack();
        assertThat(bot.wording()).startsWith("Дотук: 1 снимка.");
        bot.asks("announce.enclosed");
        maria.goesBack();
        bot.asks("announce.text");
    }

    @Test
    void asksAgainWhenNothingWasSaid() {
        maria.says(" ");
        bot.says("announce.text.misunderstood").asks("announce.text");
    }

    @Test
    void answersAnAlbumWithOneMessageThatChanges() {
        var her = stage.maria.says("/announce");
        her.reads();
        int before = her.messages().size();
        her.sendsAlbum("", HALL, HALL, HALL, HALL);

        var answers = stage.bot.messaging.channel.carried.subList(before, before + 4);
        assertThat(answers).extracting(Carried::edited).containsExactly(false, true, true, true);
        assertThat(her.reads()).contains("Дотук: 1 снимка.", "Дотук: 4 снимки.");
        assertThat(stage.store.findAll(KeptFile.class)).hasSize(4);
    }

    @Test
    void answersBelowPhotosThatComeOneByOne() {
        var her = stage.maria.says("/announce");
        int before = her.messages().size();
        her.sends(Kind.PHOTO, "", HALL, "").sends(Kind.PHOTO, "", HALL, "").sendsAlbum("", HALL, HALL);

        var answers = stage.bot.messaging.channel.carried.subList(before, before + 4);
        assertThat(answers).extracting(Carried::edited).containsExactly(false, false, false, true);
    }

    @Test
    void fetchesNothingThatNobodyAskedFor() {
        stage.bot.person("olena").sends(Kind.PHOTO, "", HALL, "Вижте!");
        stage.maria.sends(Kind.PHOTO, "", HALL, "");
        assertThat(stage.maria.reads()).contains("Засега чета само текст и бутони.");
        stage.maria.says("/announce").says(TEXT).taps("Пропусни").sends(Kind.PHOTO, "", HALL, "");
        assertThat(stage.maria.reads()).contains("Засега чета само текст и бутони.", "На кого да го изпратя?");

        assertThat(stage.bot.messaging.channel.fetched).isEmpty();
        assertThat(stage.store.findAll(KeptFile.class)).isEmpty();
        assertThat(stage.store.getCollection("inbox").find().into(new java.util.ArrayList<>()))
                .as("not even where it lies is remembered")
                .allSatisfy(heard -> assertThat(heard.get("showing")).isNull());
    }

    @Test
    void fetchesNothingForSomebodyWhoNoLongerOrganizes() {
        stage.maria.says("/announce");
        stage.store.updateMulti(
                new org.springframework.data.mongodb.core.query.Query(),
                org.springframework.data.mongodb.core.query.Update.update("roles", List.of()),
                org.pokana.contact.Contact.class);
        stage.maria.sends(Kind.PHOTO, "", HALL, "");

        assertThat(stage.bot.messaging.channel.fetched).isEmpty();
    }

    @Test
    void takesNothingForAFormThatWasLeftForADay() {
        stage.maria.says("/announce");
        stage.clock.advance(java.time.Duration.ofHours(25));
        stage.maria.sends(Kind.PHOTO, "", HALL, "");

        assertThat(stage.bot.messaging.channel.fetched).isEmpty();
        assertThat(stage.maria.reads()).contains("Имате незавършено: ново съобщение.");
    }

    @Test
    void dropsEverythingWhenCancelled() {
        stage.maria.says("/announce").sendsAlbum("", HALL, HALL).says("/cancel");
        assertThat(stage.maria.reads()).contains("Прекъснах: ново съобщение. Нищо не е изпратено.");
        assertThat(stage.announcements.latest(1)).isEmpty();
    }

    @Test
    void sendsTheRealThingToItsAuthorForATest() {
        stage.maria
                .says("/announce")
                .sendsAlbum(TEXT, HALL, HALL)
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:");
        int before = stage.maria.messages().size();
        stage.maria.taps("Тест до мен");

        var test = stage.maria.messages().subList(before, before + 2);
        assertThat(((Media) test.get(0)).items()).hasSize(2);
        assertThat(Content.words(test.get(1)).text()).startsWith(TEXT);
        assertThat(stage.announcements.latest(1)).isEmpty();
    }

    private void goes() {
        chooses("all");
        bot.says("verbatim").says("verbatim").asks("announce.confirm");
        maria.picks("now");
        bot.ends("announce.sent");
    }

    private Announcement sent() {
        return stage.announcements.latest(1).get(0);
    }

    private Brought photo(String group) {
        return brought(Kind.PHOTO, "photo.jpg", 1000, group);
    }

    private Brought file(String name, long bytes) {
        return brought(Kind.FILE, name, bytes, null);
    }

    private Brought brought(Kind kind, String name, long bytes, String group) {
        var item = new Item("file" + ++files, kind, name, "image/jpeg", bytes, "https://pokana.example/x");
        return new Brought(name, item, null, group);
    }
}
