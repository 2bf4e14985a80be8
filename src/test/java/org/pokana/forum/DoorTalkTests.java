package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.phone.PhoneNumbers;

/** The morning of the forum in Haskovo: Olena and Ivan come, Petar helps at the door, Maria organizes. */
class DoorTalkTests {

    private static final Instant HALF_PAST_EIGHT = Instant.parse("2027-02-25T06:30:00Z");

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Forums forums = new Forums(stage.props.store(), stage.clock);
    private final Registrations registrations = new Registrations(
            stage.props.store(),
            forums,
            new Notices(stage.props.outbox(), stage.contacts, stage.props.words(), stage.clock),
            stage.clock);
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person ivan = stage.person("ivan");
    private final Stage.Person petar = stage.person("petar");
    private final Stage.Person maria = stage.person("maria");

    @BeforeEach
    void thereIsAForum() {
        forums.add(haskovo(3));
        forums.add(dimitrovgrad(40));
        Stream.of(olena, ivan, petar, maria).forEach(person -> person.says("/language bg"));
        stage.contacts.grant(petar.contact().id(), Role.DOOR);
        stage.contacts.grant(maria.contact().id(), Role.ORGANIZER);
        registers(olena, "Олена Ковал", "Сдружение „Мост“");
        registers(ivan, "Иван Ковачев", "Община Хасково");
        stage.clock.set(HALF_PAST_EIGHT);
        Stream.of(olena, ivan, petar, maria).forEach(Stage.Person::reads);
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void whoeverTypesTheCodeFromTheDoorIsIn() {
        petar.says("/door");
        var shown = petar.reads();
        assertThat(shown).contains("25.02 Хасково", "Нов код: в 08:40", "Дошли: 0 от 2.");
        var code = code(shown);

        olena.says("тук съм");
        assertThat(olena.reads()).contains("Какъв код виждате на входа?", "№ 1");
        olena.says(code);
        assertThat(olena.reads()).contains("Добре дошли на „Форум Хасково“!", "№ 1", "Следва: 09:00–09:30 Регистрация");
        petar.taps("Нов код");
        assertThat(petar.reads()).contains("Дошли: 1 от 2.");

        olena.says("/start door-haskovo");
        assertThat(olena.reads()).contains("Вече сте отбелязани");
        olena.says("моите записвания");
        assertThat(olena.reads()).contains("Отбелязани сте, че сте тук").doesNotContain("Откажи");
        olena.says("/unregister haskovo").says("/delegate haskovo");
        assertThat(olena.reads()).contains("няма какво да отказвам", "мястото остава ваше");
        assertThat(arrived()).containsExactly("Олена Ковал");
    }

    @Test
    void aCodeIsGoodForItsTimeAndOnceAgain() {
        var code = codeAtTheDoor();
        stage.clock.advance(Duration.ofMinutes(9));
        assertThat(codeAtTheDoor()).as("the same period").isEqualTo(code);
        olena.says("/start door-haskovo").says(spaced(code));
        assertThat(olena.reads()).contains("Добре дошли");

        stage.clock.advance(Duration.ofMinutes(2));
        ivan.says("/start door-haskovo").says("12");
        assertThat(ivan.reads()).contains("Кодът е от пет цифри");
        stage.clock.advance(Duration.ofMinutes(10));
        ivan.says(code);
        assertThat(ivan.reads()).contains("Кодът не е този, остават 4 опита");
        ivan.says(codeAtTheDoor());
        assertThat(ivan.reads()).contains("Добре дошли");
    }

    @Test
    void afterFiveWrongCodesOneMustWaitOrTurnToThePersonThere() {
        var wrong = wrongCode();
        olena.says("тук съм");
        for (int i = 0; i < 4; i++) {
            olena.says(wrong);
        }
        assertThat(olena.reads()).contains("остава 1 опит");
        olena.says("отказ").says("тук съм");
        assertThat(olena.reads()).as("leaving gives no new tries").contains("остава 1 опит");
        olena.says(wrong);
        assertThat(olena.reads()).contains("Пет пъти кодът не беше този", "номера си, № 1");

        olena.says(codeAtTheDoor());
        olena.says("тук съм");
        assertThat(olena.reads()).contains("Пет пъти кодът не беше този").doesNotContain("Добре дошли");
        stage.clock.advance(Duration.ofMinutes(10));
        olena.says("тук съм").says(codeAtTheDoor());
        assertThat(olena.reads()).contains("Добре дошли");
    }

    /** What the pause is for: without it somebody at home would find the code by trying. */
    @Test
    void withoutThePauseTryingWouldFindTheCode() {
        var codes = new DoorCodes(stage.props.store(), stage.props.ids(), stage.clock);
        var forum = forums.find("haskovo").orElseThrow();
        int tries = 0;
        while (!codes.opens(forum, "%05d".formatted(tries))) {
            tries++;
        }
        assertThat(tries).isLessThan(100_000);
        assertThat(Duration.ofDays(1).dividedBy(WrongCodes.PAUSE) * WrongCodes.MOST_IN_A_ROW)
                .as("tries in a day")
                .isLessThan(1_000);
    }

    @Test
    void whoeverHasNoSeatIsToldHonestly() {
        var georgi = stage.person("georgi");
        georgi.says("/start door-haskovo");
        assertThat(georgi.reads()).contains("Нямате записване за „Форум Хасково“", "попитайте на входа");
        forums.capacity("haskovo", 2);
        registers(georgi, "Георги Колев", "РУО Хасково");
        georgi.reads();
        georgi.says("тук съм");
        assertThat(georgi.reads()).contains("в списъка на чакащите, под № 1", "организаторът може да ви допусне");
    }

    @Test
    void anOrganizerLetsInWhoeverWaitsBeyondTheCapacityOnlyAfterSayingSo() {
        var georgi = stage.person("georgi");
        forums.capacity("haskovo", 2);
        registers(georgi, "Георги Колев", "РУО Хасково");
        georgi.reads();

        petar.says("/checkin геор");
        assertThat(petar.reads()).contains("Георги Колев, РУО Хасково – чака");
        assertThat(buttons(petar)).as("a helper lets nobody in").noneMatch(label -> label.contains("Георги"));
        petar.says("/admit haskovo 1");
        assertThat(petar.reads()).contains("само организаторите");

        maria.says("/checkin геор").taps("Чака: Георги Колев");
        assertThat(maria.reads()).contains("Местата са заети (2 от 2)", "над капацитета");
        maria.taps("Не");
        assertThat(forums.find("haskovo").orElseThrow().seats()).hasSize(2);
        maria.says("/checkin геор").taps("Чака: Георги Колев").taps("Да, допусни");
        assertThat(maria.reads()).contains("✅ № 3 Георги Колев, РУО Хасково – тук от 08:30.", "Дошли: 1 от 3.");
        assertThat(forums.find("haskovo").orElseThrow().seats()).hasSize(3);

        stage.messaging.sendDueBulk();
        assertThat(georgi.reads()).contains("Вече имате място, № 3").doesNotContain("Освободи се място");
        maria.says("/admit haskovo 1");
        assertThat(maria.reads()).contains("вече не чака за място");
    }

    @Test
    void whoeverComesUnregisteredAfterTheStartAsksAndIsLetIn() {
        stage.clock.set(forums.find("haskovo").orElseThrow().starts().plus(Duration.ofMinutes(20)));
        var georgi = stage.person("georgi");
        georgi.says("/register haskovo");
        assertThat(georgi.reads()).as("from anywhere").contains("вече не може да се записвате");
        georgi.says("/start door-haskovo").taps("Помоли за място");
        georgi.taps("Давам съгласие")
                .taps("НПО")
                .taps("Хасково")
                .says("РУО Хасково")
                .says("Георги Колев");
        assertThat(georgi.reads()).contains("ще покажа желанието ви на организаторите на входа");
        georgi.taps("Включи ме в списъка");
        assertThat(georgi.reads()).contains("Желанието ви за „Форум Хасково“ е записано");
        assertThat(forums.find("haskovo").orElseThrow().freeSeats())
                .as("nobody moves up any more")
                .isOne();

        maria.says("/checkin").says("kolev").taps("Чака: Георги Колев");
        assertThat(maria.reads()).contains("№ 3 Георги Колев").doesNotContain("над капацитета");
        assertThat(arrived()).containsExactly("Георги Колев");
    }

    @Test
    void aHelperFindsPeopleByAFewLettersInAnyAlphabet() {
        registers(stage.person("georgi"), "Георги Петров", "Областна администрация");
        petar.says("отбележи по име");
        assertThat(petar.reads()).contains("Отбелязване на дошлите, 25.02 Хасково", "Дошли: 0 от 3.");
        petar.says("к");
        assertThat(petar.reads()).contains("поне две букви");
        petar.says("ko");
        assertThat(petar.reads())
                .contains("• 2 Иван Ковачев, Община Хасково", "• 1 Олена Ковал, Сдружение „Мост“")
                .doesNotContain("Георги");
        petar.says("obshtina");
        assertThat(petar.reads()).contains("Иван Ковачев").doesNotContain("Олена", "Георги");
        petar.says("ковап");
        assertThat(petar.reads()).as("a slip of the finger").contains("Олена Ковал");
        petar.says("Димитрова");
        assertThat(petar.reads()).contains("Не намерих „Димитрова“");
        petar.says("оле ков");
        assertThat(petar.reads()).contains("Олена Ковал").doesNotContain("Иван");
        petar.taps("1 Олена Ковал");
        assertThat(petar.reads()).contains("✅ № 1 Олена Ковал, Сдружение „Мост“ – тук от 08:30.", "Дошли: 1 от 3.");
        petar.says("ков");
        assertThat(petar.reads()).contains("• 1 Олена Ковал, Сдружение „Мост“ – тук");
        assertThat(buttons(petar)).contains("Тук: 1 Олена Ковал", "2 Иван Ковачев");
    }

    @Test
    void aNumberIsEnoughAndAMistakeIsTakenBack() {
        petar.says("/checkin 2");
        assertThat(petar.reads()).contains("✅ № 2 Иван Ковачев, Община Хасково – тук от 08:30.");
        petar.taps("Върни № 2");
        assertThat(petar.reads()).contains("№ 2 Иван Ковачев, Община Хасково – не е отбелязан", "Дошли: 0 от 2.");
        assertThat(arrived()).isEmpty();
        petar.taps("Отбележи № 2").says("№ 1");
        assertThat(petar.reads()).contains("✅ № 1 Олена Ковал", "Дошли: 2 от 2.");
        petar.says("99");
        assertThat(petar.reads()).contains("За този форум няма № 99");
        petar.says("2").says("2");
        assertThat(arrived()).containsExactlyInAnyOrder("Олена Ковал", "Иван Ковачев");
        assertThat(registrations
                        .find("haskovo", ivan.contact().id())
                        .orElseThrow()
                        .checkedInBy())
                .isEqualTo(petar.contact().key());
    }

    @Test
    void whoeverGaveUpTheirSeatCannotBeCheckedIn() {
        registrations.release("haskovo", ivan.contact().id());
        petar.says("/checkin 2");
        assertThat(petar.reads()).contains("№ 2 Иван Ковачев няма място");
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aHelperDoesNothingElse() {
        petar.says("/forum_numbers")
                .says("/guest haskovo")
                .says("/guests haskovo")
                .says("/move")
                .says("/admit haskovo 1");
        assertThat(petar.reads().split("само организаторите", -1)).hasSize(6);
        ivan.says("/door_code").says("/checkin 1");
        assertThat(ivan.reads()).contains("само организаторите");
        assertThat(arrived()).isEmpty();
        petar.says("меню").taps("На входа");
        assertThat(buttons(petar))
                .contains("Код за вход", "Отбележи по име")
                .doesNotContain("Добави гост", "Промени форум");
    }

    @Test
    void whatIsTooEarlyOrTooLateIsSaid() {
        stage.clock.set(Instant.parse("2027-02-24T10:00:00Z"));
        olena.says("тук съм");
        assertThat(olena.reads()).contains("Още е рано", "четвъртък, 25 февруари 2027 г., 06:00");
        petar.says("/door").says("/checkin");
        assertThat(petar.reads()).contains("кодът се показва от", "се отбелязва от");

        stage.clock.set(forums.find("haskovo").orElseThrow().ends().plus(Duration.ofHours(2)));
        olena.says("/start door-haskovo");
        assertThat(olena.reads()).contains("Този форум вече мина. Ето следващите:");
        petar.says("/door haskovo");
        assertThat(petar.reads()).contains("Входът за „Форум Хасково“ е затворен");
        petar.says("/checkin 1");
        assertThat(petar.reads()).as("from notes on paper").contains("✅ № 1 Олена Ковал");
        olena.says("/forum haskovo");
        assertThat(olena.reads()).contains("Благодарим, че бяхте с нас!");
        stage.clock.advance(Duration.ofDays(1));
        petar.says("/checkin haskovo");
        assertThat(petar.reads()).contains("вече не се отбелязва");
    }

    @Test
    void thePosterLeadsToWhatIsToBeDoneNow() {
        stage.clock.set(Instant.parse("2027-02-24T10:00:00Z"));
        olena.says("/start forum-haskovo");
        assertThat(buttons(olena)).contains("Изпращам колега").doesNotContain("Тук съм");
        stage.clock.set(HALF_PAST_EIGHT);
        olena.reads();
        olena.says("/start forum-haskovo");
        assertThat(olena.reads()).contains("На място ли сте?");
        assertThat(buttons(olena).get(0)).isEqualTo("Тук съм");
        olena.taps("Тук съм").says(codeAtTheDoor()).says("/start forum-haskovo");
        assertThat(olena.reads()).contains("Отбелязани сте, че сте тук, № 1");
        assertThat(buttons(olena)).contains("Програма").doesNotContain("Тук съм", "Откажи участие", "Изпращам колега");
    }

    @Test
    void saysWhatGoesOnNow() {
        stage.clock.set(Instant.parse("2027-02-25T07:10:00Z"));
        olena.says("тук съм").says(codeAtTheDoor());
        assertThat(olena.reads())
                .contains("Сега: 09:00–09:30 Регистрация и кафе", "Следва: 15:45–16:30 Следващи стъпки");
    }

    @Test
    void asksWhichForumWhenTwoAreNear() {
        forums.add(TestForums.forum("harmanli", "Харманли", "Harmanli", LocalDateTime.parse("2027-02-25T10:00"), 5));
        petar.says("/checkin 2");
        assertThat(petar.reads()).contains("На входа на кой форум сте?");
        petar.says("Хасково");
        assertThat(petar.reads()).contains("✅ № 2 Иван Ковачев");
        petar.says("/door").taps("25.02 Харманли");
        assertThat(petar.reads()).contains("25.02 Харманли", "Дошли: 0 от 0.");
        registrations.register("harmanli", olena.contact().id(), olena.contact().profile());
        olena.says("тук съм");
        assertThat(olena.reads()).contains("На кой форум сте?");
    }

    @Test
    void aGuestWithoutAPhoneCountsLikeEverybody() {
        maria.says("/guest haskovo").says("Баба Гинка").says("Читалище „Заря“");
        assertThat(maria.reads())
                .contains("Гост: Баба Гинка", "Кажете на госта, че пазим за форума името и телефона му");
        maria.taps("Запиши госта");
        assertThat(maria.reads()).contains("Гостът е записан: № 3 Баба Гинка");
        maria.taps("Отбележи № 3");
        assertThat(maria.reads()).contains("✅ № 3 Баба Гинка, Читалище „Заря“ – тук", "Дошли: 1 от 3.");
        petar.says("/checkin чита");
        assertThat(petar.reads()).contains("• 3 Баба Гинка, Читалище „Заря“ – тук");
        maria.says("/forum_numbers");
        assertThat(maria.reads()).contains("25.02 Хасково: 3 от 3; дошли 1, чакат 0");

        maria.says("/guests haskovo").taps("Махни: Баба Гинка").taps("Да, махни");
        assertThat(maria.reads()).contains("гостът вече не е записан");
        assertThat(forums.find("haskovo").orElseThrow().seats()).hasSize(2);
        assertThat(stage.props.store().findAll(Registration.class).toString()).doesNotContain("Гинка");
        maria.says("/guests haskovo").says("/remove_guest haskovo 3");
        assertThat(maria.reads()).contains("Още няма гости", "вече го няма в списъка");
    }

    @Test
    void aGuestWaitsInLineLikeEverybodyAndMovesUpWithoutAMessage() {
        stage.clock.set(Instant.parse("2027-02-20T10:00:00Z"));
        forums.capacity("haskovo", 2);
        maria.says("/guest haskovo").says("Баба Гинка").says("Читалище „Заря“");
        assertThat(maria.reads()).contains("ще влезе в списъка на чакащите");
        maria.taps("Запиши госта");
        assertThat(maria.reads()).contains("Баба Гинка е в списъка на чакащите за „Форум Хасково“, под № 1");
        registrations.release("haskovo", ivan.contact().id());
        stage.messaging.sendDueBulk();

        maria.says("/guests haskovo");
        assertThat(maria.reads()).contains("• 3 Баба Гинка, Читалище „Заря“");
        assertThat(forums.find("haskovo").orElseThrow().seats()).hasSize(2);
    }

    @Test
    void aGuestAtTheDoorComesInBeyondTheCapacityOnlyAfterAQuestion() {
        stage.clock.set(forums.find("haskovo").orElseThrow().starts().plus(Duration.ofMinutes(20)));
        forums.capacity("haskovo", 2);
        maria.says("/guest haskovo").says("Баба Гинка").says("Читалище „Заря“");
        assertThat(maria.reads()).contains("Местата са заети (2 от 2): гостът ще е над капацитета");
        maria.taps("Не");
        assertThat(maria.reads()).contains("гостът не е записан");
        assertThat(forums.find("haskovo").orElseThrow().seats()).hasSize(2);
        maria.says("/guest haskovo").says("Баба Гинка").says("Читалище „Заря“").taps("Запиши госта");
        assertThat(maria.reads()).contains("Гостът е записан: № 3");
    }

    @Test
    void warnsOfAGuestWhoIsThereAlready() {
        maria.says("/guest haskovo").says("olena koval").says("Мост");
        assertThat(maria.reads()).contains("Внимание: вече има такова име – Олена Ковал, Сдружение „Мост“");
    }

    @Test
    void tappingTwiceAddsOneGuest() {
        maria.says("/guest haskovo").says("Баба Гинка").says("Читалище „Заря“");
        var yes = maria.messages().stream()
                .flatMap(content -> ((Content.Text) content).buttons().stream())
                .filter(button -> button.label().contains("Запиши госта"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .pick();
        maria.presses(yes).presses(yes);
        assertThat(forums.find("haskovo").orElseThrow().seats()).hasSize(3);
    }

    @Test
    void namesOfGuestsGoByThemselves() {
        maria.says("/guest haskovo")
                .says("Баба Гинка")
                .says("Читалище „Заря“")
                .taps("Запиши госта")
                .taps("Отбележи № 3");
        var numbers = new CallNumbers(stage.props.store(), forums, new PhoneNumbers(stage.props.store(), stage.clock));
        var guests = new Guests(stage.props.store(), forums, registrations, numbers);
        var end = forums.find("haskovo").orElseThrow().ends();

        assertThat(guests.fade(end)).isZero();
        assertThat(guests.fade(end.plusSeconds(1))).isOne();
        assertThat(guests.fade(end.plusSeconds(1))).isZero();
        assertThat(stage.props.store().findAll(Registration.class).toString())
                .doesNotContain("Гинка", "Заря")
                .contains("Олена");
        assertThat(registrations.attended("haskovo")).as("still counted").hasSize(1);
    }

    @Test
    void peopleAreToldOfChangesAndGuestsAreNotCountedAmongThem() {
        stage.clock.set(Instant.parse("2027-02-20T10:00:00Z"));
        maria.says("/guest haskovo").says("Баба Гинка").says("Читалище „Заря“").taps("Запиши госта");
        maria.reads();
        maria.says("/cancel_forum haskovo");
        assertThat(maria.reads()).contains("Ще уведомя 2 души.");
        maria.taps("Отмени и уведоми");
        assertThat(maria.reads()).contains("Уведомявам 2 души.");
    }

    @Test
    void speaksEnglishAtTheDoor() {
        olena.says("English").says("I'm here");
        assertThat(olena.reads()).contains("Which code do you see at the door?");
        olena.says(codeAtTheDoor());
        assertThat(olena.reads()).contains("Welcome to “Forum Haskovo”!", "Next: 09:00–09:30 Check-in and coffee");
        petar.says("/language en").says("check in by name").says("кова");
        assertThat(petar.reads()).contains("Here: 1 of 2", "• 1 Олена Ковал, Сдружение „Мост“ – here");
    }

    private String codeAtTheDoor() {
        petar.says("/door haskovo");
        return code(petar.reads());
    }

    /** {@code 4 0 7 1 8} without its spaces. */
    private static String code(String shown) {
        assertThat(shown).containsPattern("\n\n\\d \\d \\d \\d \\d\n\n");
        return shown.replaceAll("(?s).*\n\n(\\d \\d \\d \\d \\d)\n\n.*", "$1").replace(" ", "");
    }

    private static String spaced(String code) {
        return String.join(" ", code.split(""));
    }

    private String wrongCode() {
        return codeAtTheDoor().equals("11111") ? "22222" : "11111";
    }

    private List<String> arrived() {
        return registrations.attended("haskovo").stream()
                .map(Registration::profile)
                .map(Profile::name)
                .toList();
    }

    /** Under the last message. */
    private static List<String> buttons(Stage.Person person) {
        var last = (Content.Text) person.messages().get(person.messages().size() - 1);
        return last.buttons().stream().map(Content.Button::label).toList();
    }

    private void registers(Stage.Person person, String name, String organisation) {
        person.says("/language bg");
        var profile = new Profile("ngo", "haskovo", organisation, name);
        stage.contacts.learn(person.contact().id(), profile);
        registrations.register("haskovo", new ContactId(person.contact().key()), profile);
    }
}
