package org.pokana.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Contact;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Message;
import org.springframework.data.mongodb.core.query.Query;

class AnnounceTests {

    private static final String TEXT = "Форумът се мести в зала „Хасково“.";
    private static final String ENGLISH = "The forum moves to the hall “Haskovo”.";

    private final AnnouncementStage stage = new AnnouncementStage();
    private final Rehearsal rehearsal = new Rehearsal(stage.flows());
    private final Rehearsal.Person maria = rehearsal.person;
    private final Rehearsal.Bot bot = rehearsal.bot;

    @BeforeEach
    void smallCast() {
        stage.smallCast();
        rehearsal.playedBy(() -> Rehearsal.contact("maria", Profile.UNKNOWN, Role.ORGANIZER));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void writesBothLanguages() {
        maria.opens("/announce");
        bot.asks("announce.text");
        maria.says(TEXT);
        bot.asks("announce.english", "skip");
        maria.says(ENGLISH);
    }

    private void chooses(String audience) {
        maria.picks("in:" + audience);
        bot.asks("announce.audience", "out:" + audience, "go");
        maria.picks("go");
    }

    @Test
    void goesFromTheFirstWordToTheLastConfirmation() {
        writesBothLanguages();
        assertThat(bot.wording()).startsWith("На кого да го изпратя?");
        bot.asks("announce.audience", "in:all", "in:forum:haskovo", "page:groups:1", "page:municipalities:1");
        chooses("forum:haskovo");
        assertThat(bot.wording())
                .isEqualTo(TEXT + "\n\n— — —\nПолучавате това, защото сте записани за форума „Форум Хасково“.");
        bot.says("verbatim");
        assertThat(bot.wording())
                .isEqualTo(
                        ENGLISH + "\n\n— — —\nYou get this because you are registered for the forum “Forum Haskovo”.");
        bot.says("verbatim");
        assertThat(bot.wording()).contains("Ще получат: 2 души", "Време: около 1 секунда");
        bot.asks("announce.confirm", "test", "now", "more");
        maria.picks("now");
        bot.ends("announce.sent", 2, 10L);

        var sent = stage.announcements.latest(9);
        assertThat(sent).singleElement().satisfies(one -> {
            assertThat(one.texts()).isEqualTo(Localized.of(TEXT, ENGLISH));
            assertThat(one.audience()).isEqualTo(Audience.forum("haskovo"));
            assertThat(one.total()).isEqualTo(2);
            assertThat(one.createdBy()).isEqualTo("maria");
        });
        assertThat(rehearsal.typed()).isEqualTo(2);
        assertThat(rehearsal.taps()).isEqualTo(4);
    }

    @Test
    void tellsWhoWillNotReadItInTheirOwnLanguage() {
        maria.opens("/announce");
        bot.line();
        maria.says(TEXT);
        bot.line();
        maria.picks("skip");
        bot.line();
        chooses("all");
        bot.says("verbatim");
        assertThat(bot.wording()).contains("Ще получат: 4 души", "Не на своя език: 1 човек ще го получи на български");
        bot.asks("announce.confirm");
    }

    @Test
    void sendsATestToItsAuthorAloneAndOnce() {
        writesBothLanguages();
        bot.line();
        chooses("all");
        bot.says("verbatim").says("verbatim").asks("announce.confirm", "test");
        maria.picks("test");
        bot.asks("announce.tested", "now");
        maria.says("хм");
        bot.says("announce.tested.misunderstood").asks("announce.tested", "now");

        assertThat(stage.store.findAll(Message.class)).singleElement().satisfies(test -> {
            assertThat(test.contact()).isEqualTo("maria");
            assertThat(test.id()).startsWith("anntest:");
        });
        assertThat(stage.announcements.latest(9)).isEmpty();
        maria.picks("now");
        bot.ends("announce.sent", 4, 10L);
    }

    @Test
    void doesNotSendToNobody() {
        maria.opens("/announce");
        bot.line();
        maria.says(TEXT);
        bot.line();
        maria.picks("skip");
        bot.line();
        maria.picks("in:all");
        bot.asks("announce.audience", "go");
        stage.store.remove(new Query(), Contact.class);
        maria.picks("go");
        bot.asks("announce.nobody", "/back");
        maria.goesBack();
        bot.asks("announce.audience", "out:all");
    }

    @Test
    void wantsTheNumberTypedWhenItIsALotOfPeople() {
        stage.crowd(200);
        writesBothLanguages();
        bot.line();
        chooses("all");
        bot.says("verbatim").says("verbatim").asks("announce.confirm");
        maria.picks("now");
        assertThat(bot.wording()).endsWith("напишете броя им с цифри: 204");
        bot.asks("announce.count");
        maria.says("200");
        bot.says("announce.count.misunderstood").asks("announce.count");
        assertThat(stage.announcements.latest(9)).isEmpty();
        maria.says("204");
        bot.ends("announce.sent", 204, 10L);
    }

    @Test
    void asksForTheNumberAgainWhenItChangedMeanwhile() {
        stage.crowd(200);
        writesBothLanguages();
        bot.line();
        chooses("all");
        bot.says("verbatim").says("verbatim").asks("announce.confirm");
        maria.picks("now");
        bot.asks("announce.count");
        stage.person("stefan", "bg", Profile.UNKNOWN);
        maria.says("204");
        bot.says("announce.count.misunderstood").asks("announce.count");
        maria.says("205");
        bot.ends("announce.sent", 205, 10L);
    }

    @Test
    void refusesATextThatIsTooLongForOneMessage() {
        maria.opens("/announce");
        bot.asks("announce.text");
        maria.says("а".repeat(Letters.LONGEST + 1));
        assertThat(bot.wording()).startsWith("Текстът е 3001 знака, а се побират 3000. Съкратете го с 1");
        bot.asks("announce.text");
        maria.says("а".repeat(Letters.LONGEST));
        bot.asks("announce.english");
    }

    @Test
    void offersTheMorningAtNight() {
        stage.isNow("2027-02-01T21:30");
        writesBothLanguages();
        bot.line();
        chooses("all");
        bot.says("verbatim").says("verbatim").asks("announce.confirm", "test", "morning", "now", "more");
        maria.picks("morning");
        bot.ends("announce.waits", 4, 10L);

        var sent = stage.announcements.latest(9).get(0);
        assertThat(sent.dueAt().atZone(AnnouncementStage.SETTINGS.zone()).toLocalDateTime())
                .isEqualTo("2027-02-02T08:00");
        assertThat(sent.terms().atNight()).isFalse();
    }

    @Test
    void showsTheLastOnesAndWhatBecameOfThem() {
        maria.opens("/announcements");
        bot.ends("announcements.none");
        stage.announcements.send(stage.draft("one", Audience.forum("haskovo")));
        maria.opens("/announcements");
        assertThat(bot.wording()).isEqualTo("""
                        Последните съобщения:

                        01.02 10:00 · Хасково 25.02
                        „Залата е сменена.“
                        пътува: доставени 0 от 2""");
        bot.ends("announcements.list");
        maria.picks("/announcement_stop one");
        bot.ends("announcement_stop.done");
        maria.opens("/announcement_stop one");
        bot.ends("announcement_stop.over");
        maria.opens("/announcements one");
        assertThat(bot.wording()).endsWith("спряно; от 2: доставени 0, блокирали 0, грешка 0, неясно 0, неизпратени 2");
        bot.ends("announcements.list");
    }

    @Test
    void showsWhatIsSentInsteadOfSendingItAgain() {
        stage.announcements.send(stage.draft("one1", Audience.EVERYBODY));
        maria.opens("/announce one1");
        bot.ends("announcements.list");
    }
}
