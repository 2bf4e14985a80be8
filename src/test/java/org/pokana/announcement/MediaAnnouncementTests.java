package org.pokana.announcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.FakeChannel.Carried;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.Message;
import org.pokana.messaging.SamplePictures;

/** Photos and files from an organizer's chat to everybody's; corrected, sent again and taken back. */
class MediaAnnouncementTests {

    private static final byte[] HALL = SamplePictures.jpeg(300, 200);
    private static final byte[] DOOR = SamplePictures.jpeg(200, 300);
    private static final String TEXT = "Залата е сменена.";

    private final AnnouncementStage stage = new AnnouncementStage();

    @BeforeEach
    void smallCast() {
        stage.smallCast();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void mariaSendsAnAlbum() {
        stage.maria.says("/announce").sendsAlbum(TEXT, HALL, DOOR, HALL);
        goes();
    }

    private void mariaSendsAPhoto() {
        stage.maria.says("/announce").sends(Kind.PHOTO, "", HALL, TEXT);
        goes();
    }

    private void goes() {
        stage.maria.taps("Пропусни").taps("Всички").taps("Продължи:").taps("Изпрати");
        leaves();
    }

    private void leaves() {
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        stage.handingOut.handOut();
    }

    private void sendsAll() {
        stage.sendsAll();
        stage.clock.advance(Duration.ofSeconds(1));
        stage.sendsAll();
        stage.ticks();
    }

    /** What somebody got in the lane of announcements, in order. */
    private List<Content> got(String name) {
        return stage.bot.messaging.channel.carried.stream()
                .filter(carried -> carried.lane() == org.pokana.messaging.Lane.ANNOUNCEMENT)
                .filter(carried -> carried.to().id().equals(name))
                .map(Carried::content)
                .toList();
    }

    private Announcement latest() {
        return stage.announcements.latest(1).get(0);
    }

    @Test
    void reachesEverybodyAsPicturesAndThenTheWordsWithTheWayOut() {
        mariaSendsAnAlbum();
        sendsAll();

        for (String name : List.of("olena", "ivan", "petar", "maria")) {
            assertThat(got(name)).as(name).hasSize(2);
            assertThat(((Media) got(name).get(0)).items()).hasSize(3);
            assertThat(got(name).get(1)).isInstanceOfSatisfying(Content.Text.class, words -> {
                assertThat(words.text()).startsWith(TEXT).contains("Получавате това, защото");
                assertThat(words.buttons()).extracting(Content.Button::label).containsExactly("Спри съобщенията");
            });
        }
    }

    @Test
    void countsAPersonOnce() {
        mariaSendsAnAlbum();
        stage.sends(3); // one has all of it, another the pictures only
        stage.ticks();
        assertThat(stage.maria.reads()).contains("Съобщението пътува: 1 от 4.");
        sendsAll();

        assertThat(latest().report()).isEqualTo(new Report(4, 0, 0, 0, 0));
        assertThat(stage.maria.reads()).contains("Доставени: 4", "Общо: 4");
    }

    @Test
    void saysThatSomethingOfItFailed() {
        mariaSendsAnAlbum();
        stage.bot.messaging.channel.nextEnds(
                new Delivery.Refused("bad picture"),
                new Delivery.Delivered("1"),
                new Delivery.Delivered("2"),
                new Delivery.Delivered("3"),
                new Delivery.Gone("blocked"));
        sendsAll();
        assertThat(latest().report()).isEqualTo(new Report(2, 1, 1, 0, 0));

        stage.maria.taps("Изпрати пак").taps("Само с грешка: 1");
        sendsAll();
        assertThat(latest().report()).isEqualTo(new Report(3, 1, 0, 0, 0));
        assertThat(stage.queued().stream()
                        .filter(message -> message.content() instanceof Media)
                        .map(Message::attempt))
                .as("what had arrived did not go again")
                .allMatch(attempt -> attempt <= 1);
    }

    @Test
    void isOneOfThreeAWeekHoweverManyPartsItHas() {
        for (int day = 0; day < 3; day++) {
            mariaSendsAnAlbum();
            sendsAll();
            stage.clock.advance(Duration.ofHours(24));
        }
        assertThat(got("olena")).hasSize(6);
        mariaSendsAnAlbum();
        sendsAll();

        assertThat(got("olena")).as("the fourth waits for next week").hasSize(6);
    }

    @Test
    void finishesAtNightWhatItBegan() {
        stage.isNow("2027-02-01T19:59");
        mariaSendsAnAlbum();
        stage.sends(3);
        stage.isNow("2027-02-01T20:00");
        stage.sendsAll();
        stage.clock.advance(Duration.ofSeconds(1));
        stage.sendsAll();

        assertThat(stage.queued())
                .filteredOn(message -> message.state() == Message.State.SENT)
                .as("two have all of it, nobody half")
                .hasSize(4);
        stage.isNow("2027-02-02T08:00");
        sendsAll();
        assertThat(latest().report()).isEqualTo(new Report(4, 0, 0, 0, 0));
    }

    @Test
    void wouldLeaveSomebodyWithHalfOfItIfTheNightDidNotWait() { // control: what the veto knows about parts
        stage.isNow("2027-02-01T19:59");
        mariaSendsAnAlbum();
        stage.sends(3);
        stage.isNow("2027-02-01T20:00");
        var half = stage.queued().stream()
                .filter(message -> message.continues().isPresent() && message.state() == Message.State.READY)
                .filter(message -> stage.outbox
                                .find(message.continues().get())
                                .orElseThrow()
                                .state()
                        == Message.State.SENT)
                .findFirst()
                .orElseThrow();

        assertThat(stage.veto().against(half)).isEmpty();
        stage.outbox.hold("nothing");
        var alone = new Message(
                half.id().replace("+1", ""),
                half.contact(),
                half.to(),
                half.lane(),
                half.content(),
                half.cause(),
                half.dueAt(),
                null,
                null,
                null,
                half.state(),
                0,
                null,
                null,
                half.putAt(),
                null,
                null,
                null,
                half.wantedAt(),
                null,
                null,
                null);
        assertThat(stage.veto().against(alone)).isPresent();
    }

    @Test
    void survivesARestartAtEveryStep() {
        stage.maria.says("/announce").sendsAlbum("", HALL);
        stage.restarts();
        stage.maria.sendsAlbum("", DOOR).says(TEXT);
        stage.restarts();
        stage.maria.says("The hall has changed.").taps("Всички").taps("Продължи:");
        stage.restarts();
        stage.maria.taps("Изпрати");
        leaves();
        stage.sends(3);
        stage.restarts();
        sendsAll();

        assertThat(got("olena")).hasSize(2);
        assertThat(Content.words(got("ivan").get(1)).text()).startsWith("The hall has changed.");
        assertThat(latest().report()).isEqualTo(new Report(4, 0, 0, 0, 0));
        for (var item : latest().items()) {
            assertThat(stage.files().bytes(stage.files().find(item.file()).orElseThrow()))
                    .isPresent();
        }
    }

    @Test
    void changesTheWordsUnderAPhotoAndLeavesThePhoto() {
        mariaSendsAPhoto();
        sendsAll();
        assertThat(got("olena")).hasSize(1);
        stage.maria.taps("Поправи текста").says("Залата е нова.").taps("Пропусни");
        assertThat(stage.maria.reads()).contains("PHOTO Залата е нова.", "Така ще го виждат 4 души.");
        stage.maria.taps("Смени го при всички");
        sendsAll();

        assertThat(got("olena")).hasSize(2).last().isInstanceOfSatisfying(Content.Caption.class, caption -> {
            assertThat(caption.words().text()).startsWith("Залата е нова.");
            assertThat(caption.words().buttons()).hasSize(1);
        });
        assertThat(stage.bot.messaging.channel.carried).last().matches(Carried::edited);
    }

    @Test
    void changesOnlyTheWordsBelowAnAlbum() {
        mariaSendsAnAlbum();
        sendsAll();
        stage.maria
                .taps("Поправи текста")
                .says("Залата е нова.")
                .taps("Пропусни")
                .taps("Смени го при всички");
        sendsAll();

        assertThat(got("olena")).hasSize(3).last().isInstanceOfSatisfying(Content.Text.class, words -> assertThat(
                        words.text())
                .startsWith("Залата е нова."));
    }

    @Test
    void changesThePhotoItself() {
        mariaSendsAPhoto();
        sendsAll();
        stage.maria
                .taps("Поправи текста")
                .sends(Kind.PHOTO, "", DOOR, "")
                .taps("Готово")
                .taps("Смени го при всички");
        sendsAll();

        assertThat(got("olena")).last().isInstanceOfSatisfying(Media.class, better -> {
            var file = stage.files().find(better.items().get(0).file()).orElseThrow();
            assertThat(stage.files().bytes(file)).hasValue(DOOR);
            assertThat(better.words().text()).as("the words stay").startsWith(TEXT);
        });
        assertThat(latest().items()).hasSize(1).extracting(item -> item.file()).doesNotContain("id2");
    }

    @Test
    void doesNotChangeOnePhotoIntoTwo() {
        mariaSendsAPhoto();
        sendsAll();
        stage.maria.taps("Поправи текста").sendsAlbum("Нова зала.", HALL, DOOR).taps("Пропусни");

        assertThat(stage.maria.reads()).contains("При поправка файловете остават толкова, колкото са изпратени (1)");
        stage.maria.says("/back").says("/back").taps("Пропусни").taps("Смени го при всички");
        sendsAll();
        assertThat(Content.words(got("olena").get(1)).text()).startsWith("Нова зала.");
    }

    @Test
    void keepsLongWordsApartAlsoWhenTheyBecomeShort() {
        stage.maria.says("/announce").sends(Kind.PHOTO, "", HALL, "").says("а".repeat(1100));
        goes();
        sendsAll();
        assertThat(got("olena")).hasSize(2);
        stage.maria.taps("Поправи текста").says("Кратко.").taps("Пропусни").taps("Смени го при всички");
        sendsAll();

        assertThat(got("olena")).hasSize(3).last().isInstanceOf(Content.Text.class);
    }

    @Test
    void letsWordsFollowThatBecomeTooLongForUnderneath() {
        mariaSendsAPhoto();
        sendsAll();
        stage.maria
                .taps("Поправи текста")
                .says("а".repeat(1100))
                .taps("Пропусни")
                .taps("Смени го при всички");
        sendsAll();

        assertThat(got("olena")).hasSize(3);
        assertThat(got("olena").get(1)).isEqualTo(new Content.Caption(Content.Text.NONE));
        assertThat(Content.words(got("olena").get(2)).text()).startsWith("ааа");
    }

    @Test
    void isPostedInGroupsWithoutWordsAboutAnybody() {
        stage.boards.add(new Boards.Board(new Address("webchat", "group"), java.util.Locale.forLanguageTag("bg")));
        mariaSendsAnAlbum();
        sendsAll();

        assertThat(got("group")).singleElement().isInstanceOfSatisfying(Media.class, album -> {
            assertThat(album.items()).hasSize(3);
            assertThat(album.words()).isEqualTo(new Content.Text(TEXT, List.of(), true));
        });
    }

    @Test
    void tellsHowManyAnsweredAndHowManyRead() {
        stage.maria
                .says("/announce")
                .sends(Kind.PHOTO, "", HALL, TEXT)
                .taps("Пропусни")
                .taps("Всички")
                .taps("Продължи:");
        stage.maria.taps("Още възможности").taps("С бутон „Прочетох“").taps("Изпрати");
        leaves();
        sendsAll();
        stage.clock.advance(Duration.ofMinutes(1));
        stage.bot.person("olena").says("Ще дойда!");
        stage.bot.person("ivan").taps("Прочетох");
        stage.bot.person("petar").presses("/stop");
        stage.maria.says("/announcements " + latest().id());

        assertThat(stage.maria.reads())
                .as("to want no more is no answer, nor does its sender answer")
                .contains("Прочели: 1", "Отговорили до денонощие: 2");
    }

    @Test
    void goesAgainOnlyToThoseWhoAreSilent() {
        mariaSendsAPhoto();
        sendsAll();
        stage.clock.advance(Duration.ofMinutes(1));
        stage.bot.person("olena").says("Ще дойда!");
        stage.bot.person("ivan").presses("/menu");
        stage.maria.taps("Пак на мълчащите");
        assertThat(stage.maria.reads())
                .contains(
                        "PHOTO " + TEXT, "Ще получат: 2 души", "Кои: Мълчат 01.02", "Днес вече имат съобщение: 2 души");
        stage.clock.advance(Duration.ofHours(23));
        stage.maria.taps("Изпрати");
        leaves();
        sendsAll();

        assertThat(got("olena")).hasSize(1);
        assertThat(got("petar")).hasSize(2);
        assertThat(got("maria")).as("who sent it did not answer it").hasSize(2);
        assertThat(Content.words(got("petar").get(1)).text()).contains("защото пишете с „Покана“");
    }

    @Test
    void hasNobodyToRemindWhenAllAnswered() {
        stage.announcements.send(stage.draft("one", Audience.forum("haskovo")));
        leaves();
        sendsAll();
        stage.clock.advance(Duration.ofMinutes(1));
        stage.bot.person("olena").says("Да");
        stage.bot.person("ivan").says("Да");
        stage.maria.says("/announcement_rest one");

        assertThat(stage.maria.reads()).contains("Никой не мълчи");
    }

    @Test
    void isTakenBackFromEverybodyWhoHasIt() {
        mariaSendsAnAlbum();
        sendsAll();
        stage.maria.taps("Изтрий от всички");
        assertThat(stage.maria.reads())
                .contains("Да изтрия ли „" + TEXT + "“", "Мога при: 4 души", "Твърде старо е и остава при: 0");
        stage.maria.says("да");
        assertThat(stage.maria.reads()).as("a yes is not enough").contains("Тук е нужен ясен отговор");
        stage.maria.taps("Да, изтрий го");
        assertThat(stage.maria.reads()).contains("Изтривам го.");
        stage.withdrawals().carryOn();
        stage.withdrawals().carryOn();
        sendsAll();
        stage.withdrawals().carryOn();
        stage.withdrawals().carryOn();

        assertThat(stage.bot.messaging.channel.deleted).hasSize(8).doesNotHaveDuplicates();
        assertThat(stage.maria.reads()).contains("Изтрито при: 4", "Твърде старо, остава при: 0", "Не стана при: 0");
        assertThat(stage.store.findAll(KeptFile.class))
                .as("nor can its files be seen any more")
                .isEmpty();
        stage.maria.says("/announcements " + latest().id());
        assertThat(stage.maria.reads()).contains("Изтрито при: 4");
        for (String command : List.of("delete", "fix", "again", "rest")) {
            stage.maria.says("/announcement_" + command + " " + latest().id());
            assertThat(stage.maria.reads()).as(command).doesNotContain("Да изтрия ли", "Напишете целия", "Мога при");
        }
    }

    @Test
    void saysHonestlyWhatCouldNotBeTakenBack() {
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        leaves();
        stage.sends(2);
        stage.clock.advance(Duration.ofHours(24));
        sendsAll();
        stage.clock.advance(Duration.ofHours(24));
        stage.maria.says("/announcement_delete one");
        assertThat(stage.maria.reads()).contains("Мога при: 2 души", "Твърде старо е и остава при: 2");
        stage.maria.taps("Да, изтрий го");
        stage.withdrawals().carryOn();
        stage.bot.messaging.channel.nextEnds(new Delivery.Refused("message can't be deleted"));
        sendsAll();
        stage.withdrawals().carryOn();

        assertThat(stage.maria.reads()).contains("Изтрито при: 1", "Твърде старо, остава при: 2", "Не стана при: 1");
    }

    @Test
    void takesNothingBackThatStillTravelsOrIsTooOldEverywhere() {
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        leaves();
        stage.sends(1);
        stage.maria.says("/announcement_delete one");
        assertThat(stage.maria.reads()).contains("Изтрива се съобщение, което е приключило.");
        sendsAll();
        stage.clock.advance(Duration.ofHours(49));
        stage.maria.says("/announcement_delete one");
        assertThat(stage.maria.reads()).contains("Не мога да го изтрия при никого: при 4 души е твърде старо.");
        stage.bot.person("olena").says("/announcement_delete one");
        assertThat(stage.bot.person("olena").reads()).contains("само организаторите");
    }

    @Test
    void goesOnTakingBackAfterACrash() {
        mariaSendsAnAlbum();
        sendsAll();
        stage.withdrawals().begin(latest(), new ContactId("maria"), new Address("webchat", "maria"));
        stage.restarts();
        stage.withdrawals().carryOn();
        stage.sends(3);
        stage.restarts();
        stage.withdrawals().carryOn();
        sendsAll();
        stage.withdrawals().carryOn();
        assertThat(stage.bot.messaging.channel.deleted).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void takesBackCorrectionsThatCameAnew() {
        stage.announcements.send(stage.draft("one", Audience.forum("haskovo")));
        leaves();
        sendsAll();
        stage.maria
                .says("/announcement_fix one")
                .says("Нова зала.")
                .taps("Пропусни")
                .taps("Смени го при всички");
        stage.bot.messaging.channel.nextEnds(new Delivery.Refused("too old to edit"));
        sendsAll();
        stage.withdrawals().begin(latest(), new ContactId("maria"), new Address("webchat", "maria"));
        stage.withdrawals().carryOn();
        sendsAll();

        assertThat(stage.bot.messaging.channel.deleted).hasSize(3);
    }

    @Test
    void keepsItsFilesAsLongAsWhatWasSaid() {
        mariaSendsAPhoto();
        sendsAll();
        var files = stage.files();
        var photo = latest().items().get(0).file();
        stage.clock.advance(Duration.ofDays(91));
        stage.announcements.send(scheduled());
        assertThat(files.fade(stage.clock.instant().minus(Duration.ofDays(90)))).isEqualTo(1);

        assertThat(files.find(photo)).isEmpty();
        assertThat(files.find("needed")).as("that one is still to come").isPresent();
    }

    private Announcement.Draft scheduled() {
        var old = new KeptFile(
                "needed",
                "webchat:maria",
                Kind.FILE,
                "план.pdf",
                "application/pdf",
                3,
                null,
                stage.clock.instant().minus(Duration.ofDays(200)));
        stage.store.insert(old);
        return new Announcement.Draft(
                "later",
                Localized.of("Скоро", "Soon"),
                List.of(stage.files().item(old)),
                Audience.EVERYBODY,
                new ContactId("maria"),
                new Address("webchat", "maria"),
                Terms.USUAL.at(Timing.at(stage.clock.instant().plus(Duration.ofDays(5)))),
                stage.clock.instant());
    }

    @Test
    void forgetsWhoSentItAndWhoTookItBack() {
        stage.maria.says("/announce").sends(Kind.FILE, "план.pdf", "%PDF-1.7".getBytes(UTF_8), TEXT);
        goes();
        sendsAll();
        stage.maria.says("/announce").sends(Kind.FILE, "чернова.pdf", "%PDF-1.7".getBytes(UTF_8), "");
        stage.withdrawals().begin(latest(), new ContactId("maria"), new Address("webchat", "maria"));
        var files = stage.files();
        assertThat(files.of(new ContactId("maria"), List.of(new Address("webchat", "maria"))))
                .hasSize(2);
        files.forget(new ContactId("maria"), List.of(new Address("webchat", "maria")));
        new AnnouncementMemory(stage.store, new Receipts(stage.store, stage.clock))
                .forget(new ContactId("maria"), List.of(new Address("webchat", "maria")));

        assertThat(stage.store.findAll(KeptFile.class)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("план.pdf");
            assertThat(file.from()).isNull();
        });
        assertThat(stage.store.getCollection("announcements").find().first().toString())
                .doesNotContain("maria");
    }
}
