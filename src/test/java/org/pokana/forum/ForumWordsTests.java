package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.Stage;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Content;
import org.pokana.messaging.ContentFile;
import org.pokana.messaging.MessagesSettings;

/** What people read about the sample season fits a phone, in every language. */
class ForumWordsTests {

    private static final int LONGEST_TEXT = 600;
    private static final int LONGEST_LABEL = 25;
    private static final List<String> COMMANDS = List.of(
            "/forum",
            "/agenda",
            "/place",
            "/register",
            "/forum",
            "/coming",
            "/change",
            "/unregister",
            "/delegate",
            "/withdraw",
            "/move",
            "/cancel_forum",
            "/find_forum");

    /** To be changed together with the version of the text: whoever agreed to another text is asked again. */
    private static final Map<String, String> CONSENT_TEXTS = Map.of("bg", "4716bd989b4ee819", "en", "1ce3fe4b2f3824cd");

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Stage.Person olena = stage.person("olena");

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void fitAPhone(String language) {
        var forums = new Forums(stage.props.store(), stage.clock);
        new SampleSeason(
                        forums,
                        new ForumSettings(true, java.time.ZoneId.of("Europe/Sofia")),
                        new MessagesSettings(null),
                        stage.clock)
                .afterSingletonsInstantiated();
        forums.capacity("svilengrad-2027-06", 0);
        olena.says("/language " + language);
        stage.contacts.grant(olena.contact().id(), Role.ORGANIZER);

        olena.says("/forums").says("/register").says("/forum_numbers").says("/register haskovo-2027-02");
        olena.presses("register.consent=yes").presses("register.group=ngo").presses("register.municipality=haskovo");
        olena.says("Сдружение „Мост“").says("Олена Ковал");
        olena.presses("register.confirm=change").presses("register.what=name").says("Олена Петрова");
        olena.presses("register.confirm=yes");
        for (Forum forum : forums.all()) {
            for (String command : COMMANDS) {
                olena.says(command + " " + forum.id());
            }
        }
        olena.says("/my").says("/find_forum Хасково").says("/find_forum Любимец");
        olena.says("/move haskovo-2027-02").presses("move.what=time").says("20.05.2027 10-16");
        olena.says("/move haskovo-2027-02").presses("move.what=place").says("Зала ".repeat(20));

        var texts = olena.messages().stream()
                .skip(1) // the greeting of the house
                .filter(Content.Text.class::isInstance)
                .map(Content.Text.class::cast)
                .toList();
        assertThat(texts).hasSizeGreaterThan(40).allSatisfy(ForumWordsTests::fits);
    }

    private static void fits(Content.Text message) {
        assertThat(message.text()).hasSizeLessThanOrEqualTo(LONGEST_TEXT);
        assertThat(message.buttons().isEmpty() && message.copy() == null)
                .as("no next step under: " + message.text())
                .isFalse();
        assertThat(message.buttons())
                .allSatisfy(button -> assertThat(button.label()).hasSizeLessThanOrEqualTo(LONGEST_LABEL));
    }

    /** With names as long as they come, on the morning of a forum that is full. */
    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void fitAPhoneAtTheDoor(String language) {
        var forums = new Forums(stage.props.store(), stage.clock);
        new SampleSeason(
                        forums,
                        new ForumSettings(true, java.time.ZoneId.of("Europe/Sofia")),
                        new MessagesSettings(null),
                        stage.clock)
                .afterSingletonsInstantiated();
        var notices = new Notices(stage.props.outbox(), stage.contacts, stage.props.words(), stage.clock);
        var registrations = new Registrations(stage.props.store(), forums, notices, stage.clock);
        forums.capacity("haskovo-2027-02", 8);
        for (int i = 0; i < 12; i++) {
            var profile = new Profile(
                    "ngo",
                    "haskovo",
                    "Сдружение за интеграция " + "на хората ".repeat(9),
                    "Ковачева-Димитрова Олена" + "-Мария".repeat(9));
            registrations.register("haskovo-2027-02", new ContactId("person" + i), profile);
        }
        stage.clock.set(forums.find("haskovo-2027-02").orElseThrow().starts().minusSeconds(600));
        olena.says("/language " + language);
        olena.says("/door haskovo-2027-02").says("/seat nobodys");
        stage.contacts.grant(olena.contact().id(), Role.ORGANIZER);
        olena.says("/door")
                .says("/checkin")
                .says("кова")
                .says("ковачева-димитрова")
                .says("никой")
                .says("/checkin 1");
        olena.says("/checkin 1 undo").says("/checkin 99").says("/checkin кова").says("/admit haskovo-2027-02 1");
        olena.presses("admit.sure=yes");
        olena.says("/guest haskovo-2027-02")
                .says("Ковачева-Димитрова Олена" + "-Мария".repeat(9))
                .says("Читалище ".repeat(12));
        olena.presses("guest.sure=yes").says("/guests haskovo-2027-02").says("/forum_numbers");
        olena.says("/forum haskovo-2027-02");

        var texts = olena.messages().stream()
                .skip(1) // the greeting of the house
                .filter(Content.Text.class::isInstance)
                .map(Content.Text.class::cast)
                .toList();
        assertThat(texts).hasSizeGreaterThan(20).allSatisfy(ForumWordsTests::fits);
    }

    @Test
    void everyGroupMunicipalityAndLanguageHasAName() {
        var phrases = Stream.of(
                        Groups.KEYS.stream().map(Groups::named),
                        Municipalities.KEYS.stream().map(Municipalities::named),
                        new ForumFile(stage.clock.instant())
                                .read(ContentFile.find("forums.yaml", null)).stream()
                                        .map(Facts::languages))
                .flatMap(each -> each)
                .toList();

        assertThat(phrases).isNotEmpty().allSatisfy(each -> Rehearsal.inEveryLanguage(Line.of(each)));
    }

    @Test
    void theConsentTextChangesOnlyWithItsVersion() {
        var consent = new RegistrationConsent(stage.contacts, Rehearsal.WORDS, stage.clock);
        assertThat(RegistrationConsent.TEXT_VERSION).isEqualTo(2);
        CONSENT_TEXTS.forEach((language, hash) -> assertThat(consent.hash(Locale.forLanguageTag(language)))
                .as(Rehearsal.WORDS.say(phrase("register.consent"), Locale.forLanguageTag(language)))
                .startsWith(hash));
    }
}
