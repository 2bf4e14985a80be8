package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.springframework.data.mongodb.core.query.Update;

/** What an organizer can change about a forum, and when people hear of it. */
class ChangedForumTests {

    private static final String AT_TEN_IN_THE_EVENING = "2027-02-02T20:00:00Z";
    private static final String IN_THE_MORNING = "2027-02-03T06:00:00Z";
    private static final String THE_EVENING_BEFORE_THE_FORUM = "2027-02-24T20:00:00Z";

    private final ForumKit kit = new ForumKit(haskovo(1), dimitrovgrad(1));
    private final Rehearsal rehearsal =
            new Rehearsal(ForumFlows.all(kit.mongo(), kit.contacts, kit.outbox, Rehearsal.WORDS, kit.clock)
                    .toArray(Flow[]::new));
    private final Rehearsal.Person maria = rehearsal.person;
    private final Rehearsal.Bot bot = rehearsal.bot;
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");

    @BeforeEach
    void oneIsRegisteredAndOneIsWaiting() {
        kit.register("haskovo", olena);
        kit.register("haskovo", ivan);
        kit.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void movesAForumAndTellsEverybody() {
        maria.opens("/move");
        bot.asks("move.forum", "haskovo", "dimitrovgrad");
        maria.says("в Хасково");
        assertThat(bot.wording()).contains("25 февруари 2027 г., 09:00–16:30", "Заседателна зала, Хасково");
        bot.asks("move.what", "time", "place", "agenda", "cancel");
        maria.picks("time");
        bot.asks("move.when");
        maria.says("утре");
        bot.says("move.when.misunderstood").asks("move.when");
        maria.says("25.02.2026 10:00");
        bot.says("move.when.misunderstood").asks("move.when");
        maria.says("26.02.2027 10:00");
        assertThat(bot.wording())
                .contains("Беше: четвъртък, 25 февруари 2027 г., 09:00–16:30")
                .contains("Става: петък, 26 февруари 2027 г., 10:00–17:30")
                .contains("Ще уведомя 2 души, от тях 1 чака за място.")
                .doesNotContain("нощ");
        bot.asks("move.sure", "yes", "no");
        maria.picks("yes");
        assertThat(bot.wording()).contains("Уведомявам 2 души.");
        bot.ends("move.done");

        assertThat(notice(2, olena)).contains("Става: петък, 26 февруари 2027 г., 10:00–17:30");
        maria.opens("/forum_numbers");
        assertThat(bot.wording()).contains("26.02 Хасково: 1 от 1; чакат 1, свободни 0");
        bot.ends("forum_numbers.list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20.05.2027 10:00                  | четвъртък, 20 май 2027 г., 10:00–17:30
            20.05.2027 10ч                    | четвъртък, 20 май 2027 г., 10:00–17:30
            20.05.2027 г., 10.30 ч.           | четвъртък, 20 май 2027 г., 10:30–18:00
            20.05.2027 10:00-16:00            | четвъртък, 20 май 2027 г., 10:00–16:00
            20.5.27, 10-16 ч.                 | четвъртък, 20 май 2027 г., 10:00–16:00
            20 май 10 часа                    | четвъртък, 20 май 2027 г., 10:00–17:30
            четвъртък, 20 май, в 10           | четвъртък, 20 май 2027 г., 10:00–17:30
            20-ти май от 9:30 до 16:30 часа   | четвъртък, 20 май 2027 г., 09:30–16:30
            20 maj 10h                        | четвъртък, 20 май 2027 г., 10:00–17:30
            20 May 2027, 10:00 to 16:00       | четвъртък, 20 май 2027 г., 10:00–16:00
            20/05/2027 10:00                  | четвъртък, 20 май 2027 г., 10:00–17:30
            20.05                             | четвъртък, 20 май 2027 г., 09:00–16:30
            20 май                            | четвъртък, 20 май 2027 г., 09:00–16:30
            в 10 часа на 20.05                | четвъртък, 20 май 2027 г., 10:00–17:30
            20.01 в 10 ч                      | четвъртък, 20 януари 2028 г., 10:00–17:30
            в 11 часа                         | четвъртък, 25 февруари 2027 г., 11:00–18:30
            09:00-15:00                       | четвъртък, 25 февруари 2027 г., 09:00–15:00
            10-12ч                            | четвъртък, 25 февруари 2027 г., 10:00–12:00""")
    void understandsADayAndAnHourHoweverTheyAreWritten(String typed, String expected) {
        upToWhen();
        maria.says(typed);
        assertThat(bot.wording()).contains("Става: " + expected);
        bot.asks("move.sure");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            утре
            10
            30.02.2027 10:00
            20.13.2027 10:00
            20.05.2027 25:00
            20.05.2027 16:00-10:00
            01.02.2027 09:00
            25.02.2027 09:00
            20.05.2027 10:00 11:00 12:00
            👍""")
    void asksAgainForWhatIsNoNewDayToCome(String typed) {
        upToWhen();
        maria.says(typed);
        bot.says("move.when.misunderstood").asks("move.when");
    }

    @Test
    void goesBackFromEveryStep() {
        upToWhen();
        maria.says("20 май");
        bot.asks("move.sure");
        maria.goesBack();
        bot.asks("move.when");
        maria.goesBack();
        bot.asks("move.what");
        maria.goesBack();
        bot.asks("move.forum");
    }

    @Test
    void changesThePlaceAndTellsEverybody() {
        maria.opens("/move haskovo");
        bot.asks("move.what");
        maria.picks("place");
        assertThat(bot.wording()).contains("Заседателна зала, Хасково").contains("Градът остава Хасково");
        bot.asks("move.where");
        maria.says("Читалището, ул. „Първа“ 1");
        assertThat(bot.wording())
                .contains("Беше: Заседателна зала, Хасково")
                .contains("Става: Читалището, ул. „Първа“ 1, Хасково")
                .contains("Ще уведомя 2 души");
        bot.asks("move.sure-where", "yes", "no");
        maria.picks("yes");
        assertThat(bot.wording()).contains("Уведомявам 2 души.");
        bot.ends("move.done-where");

        assertThat(notice(2, olena)).contains("Заседателна зала, Хасково", "Читалището, ул. „Първа“ 1, Хасково");
        assertThat(kit.forum("haskovo").venue().onMap()).isFalse();
        assertThat(kit.forum("haskovo").venue().name().in(Locale.ENGLISH)).isEqualTo("Читалището, ул. „Първа“ 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Читалището, ул. „Първа“ 1 41.93440, 25.55540",
                "Читалището, ул. „Първа“ 1\nhttps://www.google.com/maps/@41.93440,25.55540,17z",
                "https://www.openstreetmap.org/?mlat=41.93440&mlon=25.55540 Читалището, ул. „Първа“ 1",
                "Читалището, ул. „Първа“ 1, geo:41.93440,25.55540"
            })
    void putsAPlaceOnTheMapByItsPin(String said) {
        maria.opens("/move haskovo");
        bot.asks("move.what");
        maria.picks("place");
        bot.asks("move.where");
        maria.says(said);
        assertThat(bot.wording()).contains("Става: Читалището, ул. „Първа“ 1, Хасково\n");
        bot.asks("move.sure-where", "yes", "no");
        maria.picks("yes");
        bot.ends("move.done-where");

        var venue = kit.forum("haskovo").venue();
        assertThat(venue.latitude()).isEqualTo(41.9344);
        assertThat(venue.longitude()).isEqualTo(25.5554);
    }

    @Test
    void asksForTheNameOfAPinWithoutOne() {
        maria.opens("/move haskovo");
        bot.asks("move.what");
        maria.picks("place");
        bot.asks("move.where");
        maria.says("41.93440, 25.55540");
        bot.asks("move.hall");
        maria.says("Читалището");
        assertThat(bot.wording()).contains("Става: Читалището, Хасково");
        bot.asks("move.sure-where", "yes", "no");
        maria.picks("yes");
        bot.ends("move.done-where");

        assertThat(kit.forum("haskovo").venue().onMap()).isTrue();
    }

    @Test
    void takesNumbersThatAreNoPlaceOnEarthForWords() {
        maria.opens("/move haskovo");
        bot.asks("move.what");
        maria.picks("place");
        bot.asks("move.where");
        maria.says("Зала 95.1234, 25.5554");
        bot.asks("move.sure-where", "yes", "no");
        maria.picks("yes");
        bot.ends("move.done-where");

        assertThat(kit.forum("haskovo").venue().onMap()).isFalse();
    }

    @Test
    void changesALineOfTheAgendaAndTellsEverybody() {
        maria.opens("/move haskovo");
        bot.asks("move.what");
        maria.picks("agenda");
        bot.asks("change_agenda.what", "line", "remove", "all");
        maria.picks("line");
        bot.asks("change_agenda.line");
        for (String wrong : List.of("кафе", "08:00-09:00 Кафе", "16:00–17:00 Кафе", "10:00-9:00 Кафе", "25:00 Кафе")) {
            maria.says(wrong);
            bot.says("change_agenda.line.misunderstood").asks("change_agenda.line");
        }
        maria.says("15.45 до 16:15 Работа по случаи");
        assertThat(bot.wording())
                .contains("– отпада: 15:45–16:30 Следващи стъпки", "• ново: 15:45–16:15 Работа по случаи")
                .contains("Ще уведомя 2 души");
        bot.asks("change_agenda.sure", "yes", "no");
        maria.picks("yes");
        bot.ends("change_agenda.done");

        assertThat(notice(2, olena))
                .startsWith("⚠️ Промяна в програмата на „Форум Хасково“, четвъртък, 25 февруари 2027 г., 09:00–16:30")
                .contains("– отпада: 15:45–16:30 Следващи стъпки", "• ново: 15:45–16:15 Работа по случаи");
        assertThat(kit.outbox.of("change:haskovo:2")).hasSize(3);
        assertThat(kit.forum("haskovo").told().agenda())
                .isEqualTo(kit.forum("haskovo").agenda());
    }

    @Test
    void writesTheWholeAgendaAnewAndTakesALineOut() {
        maria.opens("/change_agenda haskovo");
        bot.asks("change_agenda.what");
        maria.picks("all");
        bot.asks("change_agenda.all");
        maria.says("9:00 Кафе\n10-12 ч. Кой какво прави\n\n• 13:00 - 14:00: Практикум");
        bot.asks("change_agenda.sure");
        maria.picks("yes");
        bot.ends("change_agenda.done");
        assertThat(kit.forum("haskovo").agenda())
                .extracting(Facts::hours)
                .containsExactly("09:00–10:00", "10:00–12:00", "13:00–14:00");

        maria.opens("/change_agenda haskovo");
        bot.asks("change_agenda.what");
        maria.picks("remove");
        bot.asks("change_agenda.which", "09:00", "10:00", "13:00");
        maria.says("10:00");
        bot.asks("change_agenda.sure");
        maria.picks("no");
        bot.ends("change_agenda.kept");
        assertThat(kit.forum("haskovo").agenda()).hasSize(3);
    }

    @Test
    void saysThatTheAgendaIsAnotherTooWhenMoreHasChanged() {
        kit.clock.set(Instant.parse(AT_TEN_IN_THE_EVENING));
        moves("26.02.2027 10:00");
        kit.forums.reschedule("haskovo", List.of());
        kit.clock.set(Instant.parse(IN_THE_MORNING));
        kit.registrations.tellOfChanges();

        assertThat(notice(3, olena)).contains("Става: петък, 26 февруари").contains("Променена е и програмата.");
    }

    @Test
    void tellsNothingOfAnAgendaThatOnlyMovedAlong() {
        upToWhen();
        maria.says("10:30");
        bot.asks("move.sure");
        maria.picks("yes");
        bot.ends("move.done");
        assertThat(notice(2, olena)).doesNotContain("програмата");
    }

    @Test
    void tellsOfAnotherAgendaOfAForumFromBeforeItWasKept() {
        kit.mongo().updateFirst(query(where("_id").is("haskovo")), new Update().unset("told.agenda"), Forum.class);
        assertThat(kit.forum("haskovo").told().agenda()).isNull();
        kit.registrations.tellOfChange(
                kit.forums.reschedule("haskovo", List.of()).orElseThrow());

        assertThat(notice(2, olena)).contains("– отпада: 09:00–09:30 Регистрация и кафе");
    }

    @Test
    void cancelsAForumAfterAskingOnceAndTellsEverybody() {
        maria.opens("/cancel_forum");
        bot.asks("cancel_forum.forum", "haskovo", "dimitrovgrad");
        maria.picks("haskovo");
        assertThat(bot.wording()).contains("Форум Хасково").contains("Ще уведомя 2 души, от тях 1 чака за място.");
        bot.asks("cancel_forum.sure", "no", "off");
        maria.picks("no");
        bot.ends("cancel_forum.kept");
        assertThat(kit.forum("haskovo").isCancelled()).isFalse();

        maria.opens("/move haskovo");
        bot.asks("move.what");
        maria.picks("cancel");
        bot.asks("cancel_forum.sure");
        maria.picks("off");
        assertThat(bot.wording()).contains("Уведомявам 2 души.");
        bot.ends("cancel_forum.done");

        assertThat(kit.forum("haskovo").isCancelled()).isTrue();
        assertThat(notice(2, olena)).contains("е отменен");
        assertThat(notice(2, ivan)).contains("е отменен");
        maria.opens("/cancel_forum haskovo");
        bot.ends("cancel_forum.gone");
    }

    @Test
    void tellsNobodyInTheNightUnlessTheOrganizerWants() {
        kit.clock.set(Instant.parse(AT_TEN_IN_THE_EVENING));
        upToWhen();
        maria.says("26.02.2027 10:00");
        assertThat(bot.wording()).contains("Сега е нощ: може да им пиша в 08:00 или веднага.");
        bot.asks("move.sure", "morning", "at-once", "no");
        maria.picks("morning");
        assertThat(bot.wording()).contains("2 души ще научат в 08:00.");
        bot.ends("move.done");

        kit.registrations.tellOfChanges();
        kit.registrations.repair();
        assertThat(kit.outbox.of("change:haskovo:2")).isEmpty();
        assertThat(kit.forum("haskovo").startsAt().getDayOfMonth()).isEqualTo(26);

        kit.clock.set(Instant.parse(IN_THE_MORNING));
        kit.registrations.tellOfChanges();
        kit.registrations.tellOfChanges();
        assertThat(notice(2, olena)).contains("Беше: четвъртък, 25 февруари").contains("Става: петък, 26 февруари");
        assertThat(kit.outbox.of("change:haskovo:2")).hasSize(3); // the one with a seat gets a calendar file besides
    }

    @Test
    void tellsAtOnceWhenTheOrganizerWants() {
        kit.clock.set(Instant.parse(AT_TEN_IN_THE_EVENING));
        maria.opens("/cancel_forum haskovo");
        bot.asks("cancel_forum.sure", "morning", "at-once", "no");
        maria.picks("at-once");
        assertThat(bot.wording()).contains("Уведомявам 2 души.");
        bot.ends("cancel_forum.done");

        assertThat(notice(2, olena)).contains("е отменен");
    }

    @Test
    void tellsAtOnceWhenTheForumIsNear() {
        kit.clock.set(Instant.parse(THE_EVENING_BEFORE_THE_FORUM));
        upToWhen();
        maria.says("20 май");
        assertThat(bot.wording()).contains("форумът е скоро, затова им пиша веднага");
        bot.asks("move.sure", "yes", "no");
        maria.picks("yes");
        bot.ends("move.done");

        assertThat(notice(2, olena)).contains("20 май 2027");
    }

    @Test
    void saysOnlyWhatBecameOfSeveralChangesInOneNight() {
        kit.clock.set(Instant.parse(AT_TEN_IN_THE_EVENING));
        moves("26.02.2027 10:00");
        moves("1.03.2027 11:00");
        kit.clock.set(Instant.parse(IN_THE_MORNING));
        kit.registrations.tellOfChanges();

        assertThat(kit.outbox.of("change:haskovo:2")).isEmpty();
        assertThat(notice(3, olena))
                .contains("Беше: четвъртък, 25 февруари 2027 г., 09:00")
                .contains("Става: понеделник, 1 март 2027 г., 11:00");
    }

    @Test
    void saysNothingOfWhatWasChangedBackInTheSameNight() {
        kit.clock.set(Instant.parse(AT_TEN_IN_THE_EVENING));
        moves("26.02.2027 10:00");
        moves("25.02.2027 09:00");
        kit.clock.set(Instant.parse(IN_THE_MORNING));
        kit.registrations.tellOfChanges();

        assertThat(kit.outbox.of("change:haskovo:3")).isEmpty();
        assertThat(kit.forum("haskovo").told().version()).isEqualTo(3);
    }

    @Test
    void asksNothingAboutTheNightWhenThereIsNobodyToTell() {
        kit.clock.set(Instant.parse(AT_TEN_IN_THE_EVENING));
        maria.opens("/cancel_forum dimitrovgrad");
        assertThat(bot.wording()).contains("Няма кого да уведомя.").doesNotContain("нощ");
        bot.asks("cancel_forum.sure", "no", "off");
    }

    private void moves(String when) {
        upToWhen();
        maria.says(when);
        bot.asks("move.sure");
        maria.picks("morning");
        bot.ends("move.done");
    }

    private void upToWhen() {
        maria.opens("/move");
        bot.asks("move.forum");
        maria.picks("haskovo");
        bot.asks("move.what");
        maria.picks("time");
        bot.asks("move.when");
    }

    private String notice(int version, ContactId to) {
        var message = kit.outbox.find("chg:haskovo:" + version + ":" + to).orElseThrow();
        return ((Content.Text) message.content()).text();
    }
}
