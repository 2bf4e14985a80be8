package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Profile;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Rehearsal;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;

class ForumTalkTests {

    private static final String BRIDGE = "Сдружение „Мост“";

    private final ForumKit kit = new ForumKit(haskovo(2), dimitrovgrad(1));
    private final Rehearsal rehearsal =
            new Rehearsal(ForumFlows.all(kit.mongo(), kit.contacts, kit.outbox, Rehearsal.WORDS, kit.clock)
                    .toArray(Flow[]::new));
    private final Rehearsal.Person olena = rehearsal.person;
    private final Rehearsal.Bot bot = rehearsal.bot;
    private final ContactId id = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");

    @BeforeEach
    void olenaIsOnStage() {
        rehearsal.playedBy(this::contact);
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    private Contact contact() {
        return kit.contacts.find(id).orElseThrow();
    }

    @Test
    void registersSomebodyNewFromAPosterInSevenTapsAndOneTypedLine() {
        rehearsal.signs("Олена Ковал");
        olena.opens("/forum haskovo");
        bot.says("forum.card").isDone();
        olena.picks("/register haskovo");
        answersUpToTheName();
        assertThat(bot.wording()).contains("Изберете името си или");
        bot.asks("register.name", "Олена Ковал");
        olena.picks("Олена Ковал");
        bot.asks("register.confirm");
        olena.picks("yes");
        confirmation(1);

        assertThat(rehearsal.taps()).isEqualTo(7);
        assertThat(rehearsal.typed()).isEqualTo(1);
        assertThat(contact().profile()).isEqualTo(new Profile("ngo", "haskovo", BRIDGE, "Олена Ковал"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Олена", "olena 🌸", "О. К.", "+359 888 123456", "Олена Вероника Катерина Ковал", "🙂🙂"})
    void offersNoNameThatIsNoneForAList(String signature) {
        rehearsal.signs(signature);
        olena.opens("/register haskovo");
        answersUpToTheName();
        assertThat(bot.wording()).contains("Как се казвате? Напишете име и фамилия.");
        bot.asks("register.name");
    }

    private void answersUpToTheName() {
        bot.asks("register.consent");
        olena.picks("yes");
        bot.asks("register.group");
        olena.picks("ngo");
        bot.asks("register.municipality");
        olena.picks("haskovo");
        bot.asks("register.organisation");
        olena.says(BRIDGE);
    }

    @Test
    void registersSomebodyNewInSevenTapsAndTwoTypedLines() {
        olena.opens("/forums");
        bot.says("forums.list").isDone();
        olena.picks("/forum haskovo");
        bot.says("forum.card").isDone();
        olena.picks("/register haskovo");
        bot.asks("register.consent", "yes", "no");
        olena.picks("yes");
        step("стъпка 1 от 4").asks("register.group", "ngo", "local-government");
        olena.picks("ngo");
        step("стъпка 2 от 4").asks("register.municipality", "haskovo", "another");
        olena.picks("haskovo");
        step("стъпка 3 от 4").asks("register.organisation");
        olena.says("  Сдружение\n„Мост“ ");
        step("стъпка 4 от 4").asks("register.name");
        olena.says("Олена Ковал");
        assertThat(bot.wording())
                .contains("Форум Хасково", "четвъртък, 25 февруари 2027 г., 09:00–16:30", "Заседателна зала, Хасково")
                .contains("Име: Олена Ковал", "Организация: " + BRIDGE, "Община: Хасково", "Група: НПО");
        bot.asks("register.confirm", "yes", "change");
        assertThat(kit.forum("haskovo").seats()).isEmpty();
        olena.picks("yes");
        confirmation(1);

        assertThat(rehearsal.taps()).isEqualTo(7);
        assertThat(rehearsal.typed()).isEqualTo(2);
        assertThat(contact().profile()).isEqualTo(new Profile("ngo", "haskovo", BRIDGE, "Олена Ковал"));
        assertThat(registration("haskovo").profile()).isEqualTo(contact().profile());
    }

    @Test
    void registersSomebodyKnownInTwoTaps() {
        known();
        olena.opens("/register haskovo");
        assertThat(bot.wording()).contains("Име: Олена Ковал");
        bot.asks("register.confirm", "yes", "change");
        olena.picks("yes");
        confirmation(1);

        assertThat(rehearsal.taps()).isEqualTo(2);
        assertThat(rehearsal.typed()).isZero();
    }

    @Test
    void letsSomebodyCorrectWhatIsKnownBeforeTheyAreRegistered() {
        known();
        olena.opens("/register haskovo");
        bot.asks("register.confirm");
        olena.picks("change");
        bot.asks("register.what", "name", "organisation", "municipality", "group");
        olena.picks("name");
        assertThat(bot.wording()).doesNotContain("стъпка");
        bot.asks("register.name");
        olena.says("Олена Петрова");
        assertThat(bot.wording()).contains("Име: Олена Петрова");
        bot.asks("register.confirm");
        olena.picks("change");
        bot.asks("register.what");
        olena.picks("municipality");
        bot.asks("register.municipality");
        olena.goesBack();
        bot.asks("register.what");
        olena.goesBack();
        assertThat(bot.wording()).contains("Име: Олена Петрова", "Община: Хасково");
        bot.asks("register.confirm");
        assertThat(contact().profile().name()).isEqualTo("Олена Ковал");
        olena.picks("yes");
        confirmation(1, "Олена Петрова");

        assertThat(contact().profile()).isEqualTo(new Profile("ngo", "haskovo", BRIDGE, "Олена Петрова"));
        assertThat(registration("haskovo").profile()).isEqualTo(contact().profile());
    }

    @Test
    void goesBackFromEveryStep() {
        olena.opens("/register");
        bot.asks("register.forum");
        olena.picks("haskovo");
        bot.asks("register.consent");
        olena.picks("yes");
        bot.asks("register.group");
        olena.picks("ngo");
        bot.asks("register.municipality");
        olena.picks("another");
        bot.asks("register.municipality");
        olena.picks("topolovgrad");
        bot.asks("register.organisation");
        olena.says(BRIDGE);
        bot.asks("register.name");
        olena.says("Олена Ковал");
        bot.asks("register.confirm");
        for (String question :
                List.of("name", "organisation", "municipality", "municipality", "group", "consent", "forum")) {
            olena.goesBack();
            bot.asks("register." + question);
        }
    }

    @Test
    void offersTheForumsOwnMunicipalityFirstAndTheOthersBehindAButton() {
        kit.registrations.register("haskovo", ivan, new Profile("ngo", "topolovgrad", BRIDGE, "Иван"));
        kit.registrations.register("haskovo", kit.person("m"), new Profile("ngo", "topolovgrad", BRIDGE, "Мария"));
        kit.registrations.register("haskovo", kit.person("g"), new Profile("ngo", "svilengrad", BRIDGE, "Георги"));
        upToMunicipality("dimitrovgrad");
        assertThat(picks(bot.line()))
                .containsExactly(
                        "dimitrovgrad",
                        "topolovgrad",
                        "svilengrad",
                        "haskovo",
                        "harmanli",
                        "ivaylovgrad",
                        "another",
                        "/back",
                        "/cancel",
                        "/menu");
        olena.picks("another");
        assertThat(picks(bot.line()))
                .contains("lyubimets", "whole-district", "other")
                .doesNotContain("dimitrovgrad", "another");
        olena.picks("lyubimets");
        bot.asks("register.organisation");
    }

    @ParameterizedTest
    @CsvSource({
        "Тополовград,topolovgrad",
        "община Тополовград,topolovgrad",
        "topolovgrat,topolovgrad",
        "от харманли съм,harmanli",
        "Mineralni bani,mineralni-bani",
        "минерални бани,mineralni-bani"
    })
    void takesAnyMunicipalityThatIsTyped(String typed, String municipality) {
        upToMunicipality("haskovo");
        bot.asks("register.municipality");
        olena.says("Атлантида");
        bot.says("register.municipality.misunderstood").asks("register.municipality");
        olena.says(typed);
        bot.asks("register.organisation");
        olena.says(BRIDGE);
        bot.asks("register.name");
        olena.says("Олена Ковал");
        bot.asks("register.confirm");
        olena.picks("yes");
        confirmation(1);

        assertThat(contact().profile().municipality()).isEqualTo(municipality);
    }

    @Test
    void asksAgainWhichForumUnlessThatOneIsReallyClosed() {
        olena.opens("/register");
        bot.asks("register.forum", "haskovo", "dimitrovgrad");
        olena.says("mestna vlast");
        assertThat(bot.wording()).contains("Не разбрах за кой форум").doesNotContain("вече не може");
        bot.says("register.forum.misunderstood").asks("register.forum", "haskovo", "dimitrovgrad");
        kit.forums.open("haskovo", false);
        olena.picks("haskovo");
        assertThat(bot.wording()).contains("За „Форум Хасково“ вече не може да се записвате.");
        bot.says("register.forum-closed").asks("register.forum", "dimitrovgrad");
        olena.says("димитровград");
        bot.asks("register.consent");
    }

    private static List<String> picks(Line line) {
        return line.choices().stream()
                .map(choice -> choice.pick().replaceFirst(".*=", ""))
                .toList();
    }

    private Rehearsal.Bot step(String expected) {
        assertThat(bot.wording()).contains(expected);
        return bot;
    }

    @Test
    void offersOrganisationsThatAreKnownAndKnowsThemByAnySpelling() {
        kit.registrations.register("haskovo", ivan, new Profile("ngo", "haskovo", BRIDGE, "Иван"));
        upToOrganisation();
        var offered = bot.line();
        assertThat(offered.choices())
                .anySatisfy(choice -> assertThat(choice.label().arguments()).containsExactly(BRIDGE));
        olena.says("sdruzhenie most");
        bot.asks("register.name");
        olena.says("Олена Ковал");
        confirms();
        confirmation(2);

        assertThat(contact().profile().organisation()).isEqualTo(BRIDGE);
    }

    @Test
    void takesAnOrganisationByItsButton() {
        kit.registrations.register("haskovo", ivan, new Profile("ngo", "haskovo", BRIDGE, "Иван"));
        upToOrganisation();
        var pick = bot.line().choices().get(0).pick();
        olena.picks(pick.substring(pick.indexOf('=') + 1));
        bot.asks("register.name");
        olena.says("Олена Ковал");
        confirms();
        confirmation(2);

        assertThat(contact().profile().organisation()).isEqualTo(BRIDGE);
        assertThat(rehearsal.typed()).isEqualTo(1);
    }

    @Test
    void keepsNothingAboutAnybodyWhoDoesNotConsent() {
        olena.opens("/register haskovo");
        bot.asks("register.consent", "yes", "no");
        olena.picks("no");
        bot.ends("register.no-consent");

        assertThat(contact().profile()).isEqualTo(Profile.UNKNOWN);
        assertThat(contact().consents()).isEmpty();
        assertThat(kit.registrations.find("haskovo", id)).isEmpty();
    }

    @Test
    void keepsNothingBeforeTheLastAnswer() {
        upToOrganisation();
        bot.says("register.organisation");
        olena.says(BRIDGE);
        bot.asks("register.name");
        olena.says("Олена Ковал");
        bot.asks("register.confirm");

        assertThat(contact().profile()).isEqualTo(Profile.UNKNOWN);
        assertThat(contact().consents()).isEmpty();
        assertThat(kit.registrations.find("haskovo", id)).isEmpty();
    }

    @Test
    void keepsProofOfTheVeryTextThatWasAgreedTo() {
        upToOrganisation();
        bot.says("register.organisation");
        olena.says(BRIDGE);
        bot.asks("register.name");
        olena.says("Олена Ковал");
        confirms();
        confirmation(1);

        var consent = contact().consentTo("registration").orElseThrow();
        var text = new RegistrationConsent(kit.contacts, Rehearsal.WORDS, kit.clock);
        assertThat(consent.textVersion()).isEqualTo(RegistrationConsent.TEXT_VERSION);
        assertThat(consent.textHash()).isEqualTo(text.hash(Locale.forLanguageTag("bg")));
        assertThat(consent.language()).isEqualTo("bg");
        assertThat(consent.channel()).isEqualTo("webchat");
        assertThat(consent.at()).isEqualTo(kit.clock.instant());
    }

    @Test
    void saysSoWhenSomebodyTapsTwice() {
        known();
        olena.opens("/register haskovo");
        confirms();
        confirmation(1);
        olena.opens("/register haskovo");
        bot.ends("register.already-in", 1L);

        assertThat(kit.forum("haskovo").seats()).hasSize(1);
    }

    @Test
    void asksAgainForANameThatIsNone() {
        upToOrganisation();
        bot.says("register.organisation");
        olena.says("x".repeat(121));
        bot.says("register.organisation.misunderstood").asks("register.organisation");
        olena.says(BRIDGE);
        bot.asks("register.name");
        olena.says("👍 123");
        bot.says("register.name.misunderstood").asks("register.name");
        olena.says("Олена Ковал");
        confirms();
        confirmation(1);
    }

    @Test
    void putsPeopleOnTheWaitingListAndLetsThemLeaveIt() {
        kit.register("dimitrovgrad", ivan);
        known();
        olena.opens("/forum dimitrovgrad");
        assertThat(bot.wording()).contains("Местата са заети (1 от 1)");
        bot.says("forum.card").isDone();
        olena.picks("/register dimitrovgrad");
        assertThat(bot.wording()).contains("Местата са заети, затова ще ви включа в списъка на чакащите.");
        confirms();
        bot.ends("register.waiting", "1");
        olena.opens("/register dimitrovgrad");
        bot.ends("register.already-waiting", "1");
        olena.picks("/unregister dimitrovgrad");
        assertThat(bot.wording()).contains("от списъка на чакащите").contains("Форум Димитровград");
        bot.asks("unregister.sure", "yes", "no");
        olena.picks("yes");
        bot.ends("unregister.left-line");

        assertThat(registration("dimitrovgrad").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void asksForAnotherForumWhenThisOneHasClosedMeanwhile() {
        upToOrganisation();
        bot.says("register.organisation");
        kit.forums.open("haskovo", false);
        olena.says(BRIDGE);
        bot.says("register.forum-closed").asks("register.forum", "dimitrovgrad");
        olena.picks("dimitrovgrad");
        bot.asks("register.consent");
    }

    @Test
    void showsTheCardOfAForumThatIsCancelledMeanwhile() {
        upToOrganisation();
        bot.says("register.organisation");
        kit.forums.cancel("haskovo");
        olena.says(BRIDGE);
        assertThat(bot.wording()).contains("Този форум е отменен");
        bot.ends("forum.card");
        olena.picks("/forum dimitrovgrad");
        bot.ends("forum.card");
    }

    @Test
    void saysThatNothingIsOpen() {
        kit.clock.set(kit.forum("dimitrovgrad").ends().plus(Duration.ofDays(1)));
        olena.opens("/register");
        bot.ends("register.nothing-open");
        olena.opens("/forums");
        bot.ends("forums.none");
    }

    @Test
    void givesUpASeatAfterAskingOnceAndTakesItBack() {
        known();
        olena.opens("/register haskovo");
        confirms();
        confirmation(1);
        olena.picks("/unregister haskovo");
        assertThat(bot.wording()).contains("Форум Хасково").contains("четвъртък, 25 февруари 2027 г.");
        bot.asks("unregister.sure", "yes", "no");
        olena.picks("no");
        bot.ends("unregister.kept");
        assertThat(registration("haskovo").status()).isEqualTo(Status.CONFIRMED);

        olena.opens("/unregister haskovo");
        bot.asks("unregister.sure");
        olena.picks("yes");
        bot.ends("unregister.done");
        assertThat(kit.forum("haskovo").seats()).isEmpty();

        kit.register("haskovo", ivan);
        olena.picks("/register haskovo again");
        confirmation(1);
    }

    @Test
    void givesUpASeatAtOneTapWhereItWasAskedAndNeverAnotherOne() {
        known();
        olena.opens("/register haskovo");
        confirms();
        confirmation(1);
        olena.opens("/unregister haskovo !1");
        bot.ends("unregister.done");
        assertThat(kit.forum("haskovo").seats()).isEmpty();
        olena.opens("/unregister haskovo !1");
        bot.ends("unregister.done");

        olena.opens("/register haskovo again");
        confirmation(1);
        olena.opens("/unregister haskovo !1");
        bot.asks("unregister.sure", "yes", "no");
        assertThat(registration("haskovo").status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void asksBeforeAPlaceInLineIsLost() {
        kit.register("dimitrovgrad", ivan);
        known();
        olena.opens("/register dimitrovgrad");
        confirms();
        bot.ends("register.waiting", "1");
        olena.opens("/unregister dimitrovgrad !1");
        bot.asks("unregister.sure", "yes", "no");
    }

    @Test
    void asksBeforeASeatIsLostThatCouldNotBeTakenBack() {
        known();
        olena.opens("/register haskovo");
        confirms();
        confirmation(1);
        kit.forums.open("haskovo", false);
        olena.opens("/unregister haskovo !1");
        bot.asks("unregister.sure", "yes", "no");
    }

    @Test
    void anOldCancelButtonTellsTheCurrentTruth() {
        known();
        olena.opens("/register haskovo");
        confirms();
        confirmation(1);
        kit.registrations.release("haskovo", id);
        olena.opens("/unregister haskovo");
        bot.ends("unregister.done");
        olena.opens("/change haskovo");
        bot.ends("change.gone");
    }

    @Test
    void showsWhatOneIsRegisteredFor() {
        known();
        kit.register("dimitrovgrad", ivan);
        olena.opens("/my");
        bot.ends("my.empty");
        olena.opens("/register dimitrovgrad");
        confirms();
        bot.ends("register.waiting");
        olena.opens("/register haskovo");
        confirms();
        confirmation(1);
        olena.opens("/my");
        assertThat(bot.wording())
                .contains("25.02 Хасково: записани сте, № 1", "18.03 Димитровград: чакате за място, № 1");
        bot.ends("my.list");
    }

    @Test
    void correctsWhatWasGiven() {
        known();
        olena.opens("/register haskovo");
        confirms();
        confirmation(1);
        olena.opens("/change");
        bot.asks("change.what", "name", "organisation", "municipality", "group");
        olena.picks("name");
        bot.asks("change.name");
        olena.says("Олена Петрова");
        assertThat(bot.wording()).contains("Име: Олена Петрова");
        bot.ends("change.done");
        olena.opens("/change haskovo");
        bot.asks("change.what");
        olena.picks("municipality");
        bot.asks("change.municipality");
        olena.picks("harmanli");
        bot.ends("change.done");

        var corrected = new Profile("ngo", "harmanli", BRIDGE, "Олена Петрова");
        assertThat(registration("haskovo").profile()).isEqualTo(corrected);
        assertThat(contact().profile()).isEqualTo(corrected);
    }

    @Test
    void hearsThatSomebodyIsComing() {
        known();
        olena.opens("/coming haskovo");
        bot.ends("coming.not-registered");
        olena.picks("/register haskovo");
        confirms();
        confirmation(1);
        olena.opens("/coming");
        bot.ends("coming.done");

        assertThat(registration("haskovo").coming()).isTrue();
        olena.opens("/my");
        assertThat(bot.wording()).contains("Потвърдихте, че ще дойдете");
        bot.ends("my.confirmed");
    }

    @Test
    void showsTheCardAsThingsStand() {
        known();
        olena.opens("/forum nowhere");
        bot.ends("forum.gone");
        kit.forums.open("haskovo", false);
        card("приключило");
        kit.forums.open("haskovo", true);
        card("Свободни места: 2 от 2");
        olena.picks("/register haskovo");
        confirms();
        confirmation(1);
        card("Записани сте, № 1");
        kit.clock.set(kit.forum("haskovo").ends());
        card("вече мина");
        kit.forums.cancel("dimitrovgrad");
        olena.opens("/forum dimitrovgrad");
        assertThat(bot.wording()).contains("отменен");
        bot.ends("forum.card");
    }

    private void card(String state) {
        olena.opens("/forum haskovo");
        assertThat(bot.wording()).contains(state).contains("четвъртък, 25 февруари 2027 г., 09:00–16:30");
        bot.ends("forum.card");
    }

    @Test
    void showsAgendaAndPlace() {
        olena.opens("/agenda haskovo");
        assertThat(bot.wording()).contains("09:00–09:30 Регистрация и кафе\n15:45–16:30 Следващи стъпки");
        bot.ends("agenda.list");
        kit.forums.move("haskovo", LocalDateTime.parse("2027-02-25T09:00"), Duration.ofHours(7));
        olena.opens("/agenda haskovo");
        assertThat(bot.wording()).contains("Регистрация и кафе").doesNotContain("Следващи стъпки");
        bot.ends("agenda.list");
        olena.opens("/place haskovo");
        assertThat(bot.line().attachment()).isInstanceOf(Attachment.Place.class);
        bot.ends("place.here");
        olena.opens("/agenda");
        bot.ends("forums.list");
    }

    private void upToOrganisation() {
        upToMunicipality("haskovo");
        bot.asks("register.municipality");
        olena.picks("haskovo");
    }

    private void upToMunicipality(String forum) {
        olena.opens("/register " + forum);
        bot.asks("register.consent");
        olena.picks("yes");
        bot.asks("register.group");
        olena.picks("ngo");
    }

    private void confirms() {
        bot.asks("register.confirm");
        olena.picks("yes");
    }

    private void confirmation(long number) {
        confirmation(number, "Олена Ковал");
    }

    private void confirmation(long number, String name) {
        assertThat(bot.wording()).contains(name);
        assertThat(bot.wording()).contains("четвъртък, 25 февруари 2027 г., 09:00–16:30 (българско време)");
        var said = bot.line();
        assertThat(said.phrase().key()).isEqualTo("register.done");
        assertThat(said.phrase().arguments()).contains(number);
        assertThat(said.lasting()).isTrue();
        assertThat(said.choices()).extracting(Choice::pick).contains("/my", "/unregister haskovo", "/agenda haskovo");
        assertThat(bot.line().attachment())
                .isInstanceOfSatisfying(
                        Attachment.File.class, file -> assertThat(file.name()).isEqualTo("haskovo-2027-02-25.ics"));
        assertThat(bot.line().attachment()).isInstanceOf(Attachment.Place.class);
        bot.isDone();
    }

    private void known() {
        kit.contacts.learn(id, new Profile("ngo", "haskovo", BRIDGE, "Олена Ковал"));
        kit.contacts.consents(
                id,
                new Consent(
                        "registration",
                        RegistrationConsent.TEXT_VERSION,
                        "hash",
                        "bg",
                        "webchat",
                        kit.clock.instant()));
    }

    private Registration registration(String forum) {
        return kit.registrations.find(forum, id).orElseThrow();
    }
}
