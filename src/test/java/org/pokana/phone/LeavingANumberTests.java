package org.pokana.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.Stage;
import org.pokana.Stage.Person;
import org.pokana.Stage.Props;
import org.pokana.contact.Consent;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.ForumFlows;
import org.pokana.forum.Forums;
import org.pokana.forum.TestForums;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.pokana.privacy.Traces;

/** Olena leaves a telephone number if she likes, changes it and takes it back; a guest's is noted by Maria. */
class LeavingANumberTests {

    private static final String HERS = "+359888123456";

    private final Stage stage = new Stage(LeavingANumberTests::flows, ForumFlows.documents());
    private final Forums forums = new Forums(stage.store.mongo(), stage.clock);
    private final PhoneNumbers numbers = new PhoneNumbers(stage.store.mongo(), stage.clock);
    private final CallNumbers calls = new CallNumbers(stage.store.mongo(), forums, numbers);
    private final PhoneMemory memory = new PhoneMemory(stage.store.mongo(), numbers, List.of(calls));
    private final Person olena = stage.person("olena");
    private final Person maria = stage.person("maria");

    private static List<Flow> flows(Props props) {
        return Stream.of(
                        ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
                        PhoneFlows.all(props.store(), props.contacts(), props.words(), props.clock()))
                .flatMap(List::stream)
                .toList();
    }

    @BeforeEach
    void open() {
        forums.add(TestForums.haskovo(40));
        maria.says("/start");
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void olenaIsRegistered() {
        olena.says("/register haskovo")
                .taps("Давам съгласие")
                .taps("НПО")
                .taps("Хасково")
                .says("Сдружение „Мост“")
                .says("Олена Ковал")
                .taps("Запиши ме");
    }

    private String hers() {
        return numbers.of(olena.contact().key()).map(PhoneNumber::e164).orElse("none");
    }

    @Test
    void isOfferedAfterRegisteringAndKeptWithHerConsent() {
        olenaIsRegistered();
        assertThat(olena.reads()).doesNotContain("телефон");
        olena.taps("Телефон за връзка");
        assertThat(olena.reads())
                .contains("По желание оставете телефон", "само организаторите", "90 дни след последния ви форум");
        olena.says("0888 123");
        assertThat(olena.reads()).contains("Това не е телефонен номер", "0888 123 456");
        assertThat(hers()).isEqualTo("none");

        olena.says("0888 123-456");
        assertThat(olena.reads()).contains("✅ Записах телефона ви: +359 888 123 456.");
        assertThat(hers()).isEqualTo(HERS);
        assertThat(olena.contact().consentTo("phone")).hasValueSatisfying(consent -> assertThat(consent)
                .isEqualTo(new Consent(
                        "phone",
                        PhoneConsent.TEXT_VERSION,
                        Consent.hash(stage.props
                                .words()
                                .say(Phrase.phrase("phone.consent", 90), Locale.forLanguageTag("bg"))),
                        "bg",
                        "webchat",
                        stage.clock.instant())));
    }

    @ParameterizedTest
    @CsvSource({"bg, 5c0c6be56378", "en, afe8465ac05f"})
    void theConsentTextChangesOnlyWithItsVersion(String language, String hash) {
        assertThat(PhoneConsent.TEXT_VERSION).isEqualTo(1);
        var text = stage.props.words().say(Phrase.phrase("phone.consent", 90), Locale.forLanguageTag(language));
        assertThat(Consent.hash(text)).as(text).startsWith(hash);
    }

    @Test
    void isAskedForNoMoreOnceItIsThere() {
        olena.says("/phone").says(HERS);
        olenaIsRegistered();
        assertThat(olena.messages().toString()).contains("/needs haskovo");
        olena.reads();
        olena.says("/forum haskovo").taps("Откажи");
        assertThat(olena.messages().stream()
                        .filter(message -> message.toString().contains("Записани сте, № 1"))
                        .toList()
                        .toString())
                .doesNotContain("/phone");
    }

    @Test
    void isSeenChangedAndRemovedWithATap() {
        olena.says("телефонът ми").says("0888123456").taps("Промени номера").says("+49 151 23456789");
        assertThat(hers()).isEqualTo("+4915123456789");
        olena.reads();
        olena.says("/phone");
        assertThat(olena.reads()).contains("Телефонът ви за връзка е +49 1512 3456789.");
        olena.taps("Премахни номера");
        assertThat(olena.reads()).contains("вече не пазя телефона ви", "90 дни");
        assertThat(hers()).isEqualTo("none");
        olena.taps("Премахни номера");
        assertThat(olena.reads()).as("an old button").contains("вече не пазя телефона ви");
    }

    @Test
    void isOfferedToBeKeptWhenItIsSentOutOfTheBlue() {
        olena.says("/start").says("+359 888 123 456");
        assertThat(olena.reads()).contains("Да запиша ли +359 888 123 456", "само организаторите");
        olena.taps("Не");
        assertThat(olena.reads()).contains("номерът не е записан");
        assertThat(hers()).isEqualTo("none");
        olena.says("+359888123456").taps("Да, запиши го");
        assertThat(hers()).isEqualTo(HERS);
        assertThat(olena.contact().consentTo("phone")).isPresent();
    }

    @Test
    void leavesAFormAloneInWhichItIsNoAnswer() {
        olena.says("/register haskovo").taps("Давам съгласие").taps("НПО");
        olena.reads();
        olena.says("0888123456");
        assertThat(olena.reads()).doesNotContain("Да запиша ли").contains("общин");
    }

    @Test
    void ofAGuestStandsBesideTheNameAndInTheListForOrganizersOnly() {
        maria.says("/guest haskovo").says("Баба Гинка 0888 123");
        assertThat(maria.reads()).contains("а телефона – ако има – цял");
        maria.says("Баба Гинка, тел. 0888 123 456").says("Читалище „Заря“");
        assertThat(maria.reads()).contains("Гост: Баба Гинка, +359 888 123 456", "Кажете на госта");
        maria.taps("Запиши госта").says("/guests haskovo");
        assertThat(maria.reads()).contains("Баба Гинка, Читалище „Заря“: +359 888 123 456");
        stage.contacts.grant(olena.says("/start").contact().id(), Role.DOOR);
        stage.clock.set(forums.find("haskovo").orElseThrow().starts());
        olena.says("/checkin haskovo").says("гинка");
        assertThat(olena.reads()).contains("Баба Гинка").doesNotContain("888");

        maria.says("/guests haskovo").taps("Махни: Баба Гинка").taps("Да, махни");
        assertThat(stage.store.mongo().findAll(Left.class)).isEmpty();
    }

    @Test
    void goesWithThePersonAndByItselfAfterTheirForums() {
        olenaIsRegistered();
        olena.says("/phone").says(HERS);
        maria.says("/guest haskovo")
                .says("Баба Гинка 0899 123 456")
                .says("Заря")
                .taps("Запиши госта");
        numbers.keep("nobody", new PhoneNumber("+359877123456"));
        var end = forums.find("haskovo").orElseThrow().ends();
        var who = olena.contact().id();
        assertThat(memory.of(who, List.of()).toString()).contains(HERS);
        assertThat(memory.of(new ContactId("maria"), List.of())).isEmpty();

        assertThat(memory.fade(stage.clock.instant())).isZero();
        assertThat(memory.fade(end)).as("whoever has no forum").isEqualTo(1);
        assertThat(hers()).isEqualTo(HERS);
        assertThat(memory.fade(end.plusSeconds(1))).isEqualTo(2);
        assertThat(stage.store.mongo().findAll(Left.class)).isEmpty();

        stage.clock.advance(Duration.ofDays(1));
        numbers.keep(who.value(), new PhoneNumber("+359888777666"));
        memory.forget(who, List.of());
        memory.forget(who, List.of());
        assertThat(Traces.of("+359888777666", stage.store.mongo())).isEmpty();
    }
}
