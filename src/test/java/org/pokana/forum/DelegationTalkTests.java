package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.messaging.Content;

/** Olena cannot come and sends Ivan; Maria waits in line all the time. */
class DelegationTalkTests {

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Forums forums = new Forums(stage.props.store(), stage.clock);
    private final Stage.Person olena = stage.person("olena");
    private final Stage.Person ivan = stage.person("ivan");
    private final Stage.Person maria = stage.person("maria");

    @BeforeEach
    void olenaHasTheOnlySeat() {
        forums.add(haskovo(1));
        forums.add(dimitrovgrad(40));
        registers(olena, "Олена Ковал");
        registers(maria, "Мария Илиева");
        Stream.of(olena, maria).forEach(Stage.Person::reads);
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void aColleagueTakesTheSeatInThreeTapsAndOneTypedLine() {
        var organizer = stage.person("organizer");
        organizer.says("/start");
        stage.contacts.grant(organizer.contact().id(), Role.ORGANIZER);
        organizer.reads();

        olena.says("изпращам колега");
        var passedOn = olena.reads();
        assertThat(passedOn)
                .contains("Отстъпвам ви мястото си на форума „Форум Хасково“")
                .contains("четвъртък, 25 февруари 2027 г., 09:00–16:30 (българско време)")
                .contains("Препратете горното съобщение");
        var start = link(passedOn);

        ivan.says("/start " + start);
        assertThat(ivan.reads())
                .contains("Олена Ковал (Сдружение „Мост“) ви отстъпва мястото си")
                .contains("Форум Хасково", "Заседателна зала, Хасково")
                .contains("Съгласни ли сте?");
        ivan.taps("Давам съгласие");
        assertThat(ivan.reads()).contains("Как се казвате?").doesNotContain("стъпка", "Коя е вашата организация");
        ivan.says("Иван Иванов");
        assertThat(ivan.reads())
                .contains("Име: Иван Иванов", "Организация: Сдружение „Мост“", "Община: Хасково", "Група: НПО")
                .contains("Да запиша ли мястото за „Форум Хасково“ на вас?");
        assertThat(seats()).containsExactly(olena.contact().key());
        ivan.taps("Приемам мястото");

        assertThat(ivan.reads()).contains("Мястото е ваше, № 2.", "Иван Иванов", "Заседателна зала");
        assertThat(ivan.messages()).anyMatch(Content.Document.class::isInstance);
        assertThat(ivan.messages()).anyMatch(Content.Place.class::isInstance);
        assertThat(seats()).containsExactly(ivan.contact().key());

        stage.messaging.sendDueBulk();
        assertThat(olena.reads()).contains("колегата ви прие мястото ви").doesNotContain("Иван");
        assertThat(organizer.reads())
                .contains("мястото на № 1 вече е на колега с № 2 (Сдружение „Мост“)")
                .doesNotContain("Иван", "Олена");
        assertThat(maria.reads()).as("the line is not touched").isEmpty();
        maria.says("/my");
        assertThat(maria.reads()).contains("под № 1");
    }

    @Test
    void everythingFollowsTheNewPerson() {
        accepts(ivan, link(), "Иван Иванов");
        ivan.says("моите записвания");
        assertThat(ivan.reads()).contains("Записани сте, № 2.");
        olena.says("моите записвания");
        assertThat(olena.reads()).contains("Нямате предстоящи записвания");
        olena.says("/delegate haskovo").says("/withdraw haskovo").says("/coming haskovo");
        assertThat(olena.reads()).contains("Вече отстъпихте мястото си", "Късно е за оттегляне", "Не сте записани");

        ivan.says("няма да дойда").taps("Да, откажи");
        stage.messaging.sendDueBulk();
        assertThat(maria.reads()).contains("Освободи се място! Пазя го за вас до");
    }

    @Test
    void whatACrashCutShortIsFinishedWhenTheColleagueIsHeardAgain() {
        var start = link();
        ivan.says("/start " + start).taps("Давам съгласие");
        var token = start.substring("seat-".length());
        var profile = new Profile("ngo", "haskovo", "Мост", "Иван Иванов");
        var notices = new Notices(stage.props.outbox(), stage.contacts, stage.props.words(), stage.clock);
        var dying = CrashTests.dyingAt(stage.props.store(), 5);
        var cutShort = new Delegations(dying, new Forums(dying, stage.clock), notices, stage.clock);
        assertThat(CrashTests.dies(() -> cutShort.take(token, ivan.contact().id(), profile)))
                .isTrue();
        assertThat(seats()).containsExactly(ivan.contact().key());

        stage.messaging.sendDueBulk();
        assertThat(olena.reads()).as("the seat has moved, and nobody knows").isEmpty();
        ivan.reads();
        ivan.says("/start " + start);

        assertThat(ivan.reads()).contains("Мястото е ваше, № 2.");
        stage.messaging.sendDueBulk();
        assertThat(olena.reads()).containsOnlyOnce("колегата ви прие мястото ви");
        olena.says("/my");
        assertThat(olena.reads()).contains("Нямате предстоящи записвания");
    }

    @Test
    void theLinkIsTheSameWhenAskedForTwiceAndDiesWhenWithdrawn() {
        olena.says("/delegate haskovo");
        var first = link(olena.reads());
        olena.says("/delegate haskovo");
        assertThat(link(olena.reads())).isEqualTo(first);

        olena.taps("Оттегли връзката");
        assertThat(olena.reads()).contains("връзката вече не важи", "остава ваше");
        olena.says("оттегли връзката");
        assertThat(olena.reads()).contains("Няма връзка за колега");
        ivan.says("/start " + first);
        assertThat(ivan.reads()).contains("Тази връзка не важи");

        olena.says("/delegate haskovo");
        assertThat(link(olena.reads())).isNotEqualTo(first);
        assertThat(seats()).containsExactly(olena.contact().key());
    }

    @Test
    void whoeverIsTooLateIsToldAlsoInTheMiddleOfTheForm() {
        var start = link();
        ivan.says("/start " + start).taps("Давам съгласие");
        var petar = stage.person("petar");
        accepts(petar, start, "Петър Петров");
        ivan.says("Иван Иванов");

        assertThat(ivan.reads()).contains("Тази връзка вече е използвана");
        assertThat(ivan.contact().profile().name()).as("nothing is kept").isNull();
        ivan.says("/start " + start);
        assertThat(ivan.reads()).contains("Тази връзка вече е използвана");
        petar.reads();
        petar.says("/start " + start);
        assertThat(petar.reads()).contains("Мястото е ваше, № 2.");
    }

    @Test
    void saysWhatIsWrongWithALink() {
        var start = link();
        olena.says("/start " + start);
        assertThat(olena.reads()).contains("Това е вашата връзка", "още важи");
        ivan.says("/start seat-nobodys");
        assertThat(ivan.reads()).contains("Тази връзка не важи");
        ivan.says("/start seat");
        assertThat(ivan.reads()).contains("Тази връзка не важи");
        stage.clock.set(forums.find("haskovo").orElseThrow().starts());
        ivan.says("/start " + start);
        assertThat(ivan.reads()).contains("важеше до началото");
    }

    @Test
    void whoeverHasASeatAlreadyLeavesTheLinkToAnother() {
        forums.capacity("haskovo", 3);
        registers(ivan, "Иван Иванов");
        ivan.reads();
        var start = link();
        ivan.says("/start " + start);
        assertThat(ivan.reads()).contains("Вече имате място", "Връзката остава за друг");
        accepts(stage.person("petar"), start, "Петър Петров");
        assertThat(seats()).hasSize(3).doesNotContain(olena.contact().key());
    }

    @Test
    void whoeverWaitsIsToldThatTheyLeaveTheLine() {
        var start = link();
        maria.says("/start " + start);
        assertThat(maria.reads())
                .contains("Олена Ковал", "Чакате за този форум под № 1; с мястото излизате от списъка.")
                .contains("Име: Мария Илиева");
        maria.says("приемам мястото");
        assertThat(maria.reads()).contains("Мястото е ваше, № 2.");
        stage.messaging.sendDueBulk();
        assertThat(maria.reads()).isEmpty();
        assertThat(seats()).containsExactly(maria.contact().key());
    }

    @Test
    void nothingIsKeptOfWhoeverDoesNotConsent() {
        ivan.says("/start " + link()).taps("Не сега");

        assertThat(ivan.reads()).contains("нищо не е записано", "Връзката важи до началото");
        assertThat(ivan.contact().consents()).isEmpty();
        assertThat(seats()).containsExactly(olena.contact().key());
    }

    @Test
    void correctsWhatWasTakenOverFromTheColleague() {
        ivan.says("/start " + link()).taps("Давам съгласие").says("Иван Иванов");
        ivan.taps("Промени").taps("Организация").says("Община Хасково");
        assertThat(ivan.reads()).contains("Организация: Община Хасково");
        ivan.taps("Приемам мястото");

        assertThat(ivan.contact().profile().organisation()).isEqualTo("Община Хасково");
        assertThat(olena.contact().profile().organisation()).isEqualTo("Сдружение „Мост“");
    }

    @Test
    void whoeverHasNothingToGiveIsToldSo() {
        maria.says("/delegate haskovo");
        assertThat(maria.reads()).contains("още чакате за място, под № 1");
        ivan.says("/delegate haskovo");
        assertThat(ivan.reads()).contains("Не сте записани за „Форум Хасково“");
        ivan.says("изпращам колега");
        assertThat(ivan.reads()).contains("Нямате предстоящо записване, което да отстъпите");
        stage.clock.set(forums.find("haskovo").orElseThrow().starts().plus(Duration.ofMinutes(1)));
        olena.says("/delegate haskovo");
        assertThat(olena.reads()).contains("вече не може да се отстъпи");
    }

    @Test
    void speaksTheLanguageOfWhoeverOpensIt() {
        var start = link();
        ivan.says("English").says("/start " + start);
        assertThat(ivan.reads()).contains("Олена Ковал (Сдружение „Мост“) is giving you their seat", "Forum Haskovo");
        ivan.taps("I agree").says("Ivan Ivanov").taps("Accept the seat");
        assertThat(ivan.reads()).contains("The seat is yours, No 2.");
    }

    private String link() {
        olena.says("/delegate haskovo");
        return link(olena.reads());
    }

    /** What follows {@code ?start=}. */
    private static String link(String text) {
        assertThat(text).containsPattern("https://pokana\\.example\\.org/\\?start=seat-[a-z0-9]{6,28}\\s");
        return text.replaceAll("(?s).*\\?start=([\\w-]{1,64})\\s.*", "$1");
    }

    private static void accepts(Stage.Person person, String start, String name) {
        person.says("/start " + start).taps("Давам съгласие").says(name).taps("Приемам мястото");
        person.reads();
    }

    private static void registers(Stage.Person person, String name) {
        person.says("/register haskovo").taps("Давам съгласие").taps("НПО").taps("Хасково");
        Stream.of("Сдружение „Мост“", name).forEach(person::says);
        person.says("да");
    }

    private List<String> seats() {
        return forums.find("haskovo").orElseThrow().seats();
    }
}
