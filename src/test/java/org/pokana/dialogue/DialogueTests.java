package org.pokana.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content;

/**
 * The thirty rules of a talk, on every screen that anybody can get to, in both languages. Newcomers, people who are
 * registered or wait, owners and organizers go wherever buttons, numbers and words lead ({@link Walks}); what comes
 * unasked, such as reminders, is looked at, too. New flows are found by themselves.
 *
 * <table>
 * <caption>Rule by rule</caption>
 * <tr><td>1</td><td>the first message says what this is, whose, what it can do, and how to reach a person</td>
 *     <td>{@link #theFirstMessageSaysAllThatMatters}</td></tr>
 * <tr><td>2</td><td>what can be pressed can be typed: label, number, without case, in Latin letters</td>
 *     <td>{@link #everyButtonCanBeTyped}</td></tr>
 * <tr><td>3</td><td>cancelling works everywhere and says what was dropped</td><td>{@link #cancellingWorksAnywhere}</td></tr>
 * <tr><td>4</td><td>the seven commands work everywhere and lose no form</td><td>{@link #commandsWorkAnywhere}</td></tr>
 * <tr><td>5</td><td>no screen is a dead end</td><td>{@link #noScreenIsADeadEnd}</td></tr>
 * <tr><td>6</td><td>back and home, answers kept</td><td>{@link #thereIsAWayBackAndHome}</td></tr>
 * <tr><td>7</td><td>not understood: other words, likely answers, a person</td>
 *     <td>{@link #notUnderstandingNeverGoesInCircles}</td></tr>
 * <tr><td>8</td><td>a person is in sight from the first screen</td><td>{@link #theFirstMessageSaysAllThatMatters}</td></tr>
 * <tr><td>9</td><td>fast, or a sign of life</td>
 *     <td>{@code TypingTests}, {@code AnnouncementTests.keepsNobodyWaitingForTheirReply}</td></tr>
 * <tr><td>10</td><td>every tap is answered: old, unknown, doubled, foreign</td>
 *     <td>{@link #everyTapIsAnswered}, {@code CallbackTests}</td></tr>
 * <tr><td>11</td><td>menus change in place</td><td>{@link #menusChangeInPlace}</td></tr>
 * <tr><td>12</td><td>short messages, few in a row</td><td>{@link #messagesAreShort}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>13</td><td>one question at a time, and how far it is</td>
 *     <td>{@link #oneQuestionIsAskedAtATime}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>14</td><td>labels are short words, no two the same</td>
 *     <td>{@link #labelsSayWhatTheyDo}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>15</td><td>eight choices at most, long ones two in a row</td>
 *     <td>{@link #choicesAreFew}, {@code TelegramChannelTests}</td></tr>
 * <tr><td>16</td><td>one emoji, where a line begins</td><td>{@link #emojiAreSigns}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>17</td><td>what destroys asks once, the safe choice first</td><td>{@link #whatDestroysAsksFirst}</td></tr>
 * <tr><td>18</td><td>what is harmless does not ask, and can be undone</td>
 *     <td>{@link #whatIsHarmlessCanBeUndone}</td></tr>
 * <tr><td>19</td><td>twice and at once is once</td>
 *     <td>{@link #whatComesTwiceHappensOnce}, {@link #tappingTwiceIsTappingOnce}, {@code SeatsTests}</td></tr>
 * <tr><td>20</td><td>a mistake is named, with an example</td>
 *     <td>{@link #aMistakeIsNamedAndTheRestKept}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>21</td><td>what is known is not asked</td><td>{@link #whatIsKnownIsNotAsked}</td></tr>
 * <tr><td>22</td><td>a summary before the last word, each line of it can be changed</td>
 *     <td>{@link #eachLineOfTheSummaryCanBeChanged}</td></tr>
 * <tr><td>23</td><td>success says what, when, where, what next</td><td>{@link #successSaysAllThatIsNeeded}</td></tr>
 * <tr><td>24</td><td>one language at a time, another in two taps</td>
 *     <td>{@link #languagesAreNotMixed}, {@link #anotherLanguageIsTwoTapsAway}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>25</td><td>times with weekday and zone, also when clocks change</td>
 *     <td>{@code ReminderRuleTests}, {@code MomentsTests}, {@code CalendarFileTests}</td></tr>
 * <tr><td>26</td><td>quiet at night</td>
 *     <td>{@code RemindersTests.waitsForTheMorningWhenAnOutageEndsAtNight}, {@code ChangedForumTests},
 *     {@code AnnouncementTests.waitsForTheMorningUnlessToldOtherwise}</td></tr>
 * <tr><td>27</td><td>stop means at once</td>
 *     <td>{@link #stopHoldsAtOnce}, {@code AnnouncementTests.isOverAtOnceForWhoSaysStop}</td></tr>
 * <tr><td>28</td><td>why it came, how to stop it, one a day and three a week</td>
 *     <td>{@code AnnouncementTests.reachesEverybodyInTheirLanguageWithTheReasonAndTheWayOut}, {@code TermsTests}</td></tr>
 * <tr><td>29</td><td>what is kept, why, how long; a copy and an end of it</td>
 *     <td>{@code PrivacyTests}, {@code ForgottenEverywhereTests}</td></tr>
 * <tr><td>30</td><td>after a day, a form asks whether to go on</td>
 *     <td>{@code ConversationsTests.doesNotTakeTheFirstWordsAfterADayForAnAnswer}</td></tr>
 * </table>
 */
@Tag("dialogue")
class DialogueTests {

    @TempDir
    static Path folder;

    private static final Walks walks = new Walks();
    private static World world;

    @BeforeAll
    static void goEverywhere() {
        walks.everywhere(folder);
        System.out.println(walks.seen());
        world = Walks.settled(folder.resolve("here"));
    }

    @AfterAll
    static void goHome() {
        world.close();
        walks.close();
    }

    @Test
    void theWalksGoFar() {
        assertThat(walks.seen().get("newcomer (bg)")).isGreaterThan(250);
        assertThat(walks.seen().get("owner (bg)")).isGreaterThan(150);
        assertThat(walks.seen().get("without buttons (en)")).isGreaterThan(100);
        assertThat(walks.picks())
                .anyMatch(pick -> pick.startsWith("register.confirm="))
                .anyMatch(pick -> pick.startsWith("cancel_forum.sure="))
                .anyMatch(pick -> pick.startsWith("announcement_fix.sure="))
                .anyMatch(pick -> pick.startsWith("announce.tested"));
    }

    @Test
    void everyButtonCanBeTyped() {
        assertThat(walks.breaches(2)).isEmpty();
    }

    @Test
    void cancellingWorksAnywhere() {
        assertThat(walks.breaches(3)).isEmpty();
    }

    @Test
    void commandsWorkAnywhere() {
        assertThat(walks.breaches(4)).isEmpty();
    }

    @Test
    void noScreenIsADeadEnd() {
        assertThat(walks.breaches(5)).isEmpty();
    }

    @Test
    void thereIsAWayBackAndHome() {
        assertThat(walks.breaches(6)).isEmpty();
    }

    @Test
    void notUnderstandingNeverGoesInCircles() {
        assertThat(walks.breaches(7)).isEmpty();
    }

    @Test
    void everyTapIsAnswered() {
        assertThat(walks.breaches(10)).isEmpty();
    }

    @Test
    void menusChangeInPlace() {
        assertThat(walks.breaches(11)).isEmpty();
    }

    @Test
    void messagesAreShort() {
        assertThat(walks.breaches(12)).isEmpty();
    }

    @Test
    void oneQuestionIsAskedAtATime() {
        assertThat(walks.breaches(13)).isEmpty();
    }

    @Test
    void labelsSayWhatTheyDo() {
        assertThat(walks.breaches(14)).isEmpty();
    }

    @Test
    void choicesAreFew() {
        assertThat(walks.breaches(15)).isEmpty();
    }

    @Test
    void emojiAreSigns() {
        assertThat(walks.breaches(16)).isEmpty();
    }

    @Test
    void whatDestroysAsksFirst() {
        assertThat(walks.breaches(17)).isEmpty();
    }

    @Test
    void whatComesTwiceHappensOnce() {
        assertThat(walks.breaches(19)).isEmpty();
    }

    @Test
    void languagesAreNotMixed() {
        assertThat(walks.breaches(24)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bg, чатбот, „човек“", "en, chatbot, “person”"})
    void theFirstMessageSaysAllThatMatters(String language, String program, String person) {
        var hello =
                world.somebody(language).says("/start").screen().texts().get(0).text();
        assertThat(hello).contains(program, person, World.ORGANISATION);
        assertThat(hello.lines().filter(line -> line.startsWith("• "))).hasSizeBetween(3, 5);

        for (String first : List.of("/start forum-" + Walks.USUAL, "!!!", "/help", "/my")) {
            var said =
                    world.somebody(language).says(first).screen().texts().get(0).text();
            assertThat(said).as(first).contains(program, person);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/news off, /news on",
        "/news on, /news off",
        "/reminding off, /reminding on",
        "/language other, /language other"
    })
    void whatIsHarmlessCanBeUndone(String act, String undo) {
        var screen = world.somebody("bg").says(act).screen();
        assertThat(screen.asks()).isFalse();
        assertThat(screen.offers(undo)).isTrue();
    }

    @Test
    void givingUpASeatAndSendingToManyCanBeUndone() {
        var olena = Cast.registers(world.somebody("bg"), Walks.OTHER, "bg");
        Cast.givesUp(olena, Walks.OTHER).taps("Върни ме");
        assertThat(olena.screen().words()).contains("Записани сте");

        var maria = Cast.announces(world.owner("bg"), "1 2 3", "forum:" + Walks.OTHER);
        assertThat(maria.taps("Отмени").screen().words()).contains("Спрях го");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void whatIsKnownIsNotAsked(String language) {
        var olena = Cast.registers(world.somebody(language), Walks.USUAL, language);
        olena.says("/register " + Walks.OTHER);

        assertThat(olena.screen().question()).contains("register.confirm");
        assertThat(olena.screen().words()).contains(Cast.NAMES.get(language));
        olena.presses("register.confirm=yes").says("/forget").says("/cancel").says("/register " + Walks.SOON);
        assertThat(olena.screen().question()).contains("register.confirm");
    }

    @ParameterizedTest
    @CsvSource({
        "name, Мария Тест, Мария Тест",
        "organisation, Фондация Тест, Фондация Тест",
        "municipality, Свиленград, Община: Свиленград",
        "group, Институция, Група: Институция"
    })
    void eachLineOfTheSummaryCanBeChanged(String line, String said, String shown) {
        var olena = Cast.registers(world.somebody("bg"), Walks.USUAL, "bg");
        olena.says("/register " + Walks.OTHER).taps("Промени").presses("register.what=" + line);
        olena.says(said);

        assertThat(olena.screen().question()).contains("register.confirm");
        assertThat(olena.screen().words()).contains(shown);
        olena.presses("register.confirm=yes").says("/change " + Walks.OTHER);
        assertThat(olena.screen().words()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "bg, четвъртък; 25 февруари 2027; 09:00–16:30; българско време; Заседателна зала; ще ви напомня",
        "en, Thursday; 25 February 2027; 09:00–16:30; Bulgarian time; Meeting hall; I will remind you"
    })
    void successSaysAllThatIsNeeded(String language, String facts) {
        var screen =
                Cast.registers(world.somebody(language), Walks.USUAL, language).screen();
        var done = screen.texts().get(0);
        assertThat(done.text()).contains(facts.split("; "));
        assertThat(done.copy()).isNotNull();
        assertThat(done.moments()).isNotEmpty();
        assertThat(screen.offers("/my")).isTrue();
        assertThat(screen.arrivals())
                .extracting(Phone.Arrival::content)
                .hasAtLeastOneElementOfType(Content.Document.class)
                .hasAtLeastOneElementOfType(Content.Place.class);
    }

    @ParameterizedTest
    @CsvSource({"bg, en", "en, bg"})
    void anotherLanguageIsTwoTapsAway(String language, String other) {
        var olena = world.somebody(language).says("/menu");
        olena.taps(word("settings.button", language)).taps(word("language.other", language));
        assertThat(olena.standing().language().getLanguage()).isEqualTo(other);

        olena.says("/menu");
        assertThat(olena.screen().words()).contains(word("menu.what", other));
    }

    private static String word(String key, String language) {
        return world.words.say(Phrase.phrase(key), Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({
        "register.name, 123, Мария Иванова, име и фамилия",
        "register.organisation, '!!', Фондация Мост, например",
        "register.municipality, Марс, хаскво, например",
        "register.group, фирма, нпо, например"
    })
    void aMistakeIsNamedAndTheRestKept(String question, String wrong, String right, String named) {
        var olena = world.somebody("bg").says("/register " + Walks.USUAL).presses("register.consent=yes");
        while (!olena.screen().question().equals(java.util.Optional.of(question))) {
            var answers = olena.screen().buttons().stream()
                    .filter(button -> button.pick().contains("="))
                    .toList();
            if (answers.isEmpty()) {
                olena.says("Тест");
            } else {
                olena.presses(answers.get(0));
            }
        }
        olena.says(wrong);
        assertThat(olena.screen().question()).contains(question);
        assertThat(olena.screen().words()).contains(named);
        int answered = olena.standing().answers();
        olena.says(right);
        assertThat(olena.standing().answers()).isEqualTo(answered + 1);
    }

    @Test
    void tappingTwiceIsTappingOnce() {
        var maria = world.owner("bg");
        var olena = Cast.registers(world.somebody("bg"), Walks.USUAL, "bg");
        var before = numbers(maria);
        olena.says("/register " + Walks.OTHER);
        olena.tapsTwice("register.confirm=yes");
        assertThat(numbers(maria)).isEqualTo(before + 1);

        olena.says("/unregister " + Walks.OTHER);
        olena.tapsTwice("unregister.sure=yes");
        assertThat(numbers(maria)).isEqualTo(before);
    }

    /** How many are registered for the other forum. */
    private static int numbers(Visitor owner) {
        var line = owner.says("/forum_numbers").screen().texts().stream()
                .flatMap(text -> text.text().lines())
                .filter(each -> each.contains("Харманли"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.replaceFirst(".*: (\\d+) .*", "$1"));
    }

    @Test
    void stopHoldsAtOnce() {
        var maria = world.owner("bg");
        var olena = Cast.registers(world.somebody("bg"), Walks.SOON, "bg");
        var ivan = Cast.registers(world.somebody("bg"), Walks.SOON, "bg");
        Cast.announces(maria, "30 31 32", "forum:" + Walks.SOON);
        olena.says("стоп");
        assertThat(olena.screen().offers("/news on")).isTrue();
        olena.forgetsWhatItSaw();
        ivan.forgetsWhatItSaw();

        world.passes(Duration.ofSeconds(11));
        world.waitUntil(() -> ivan.looks().screen().words().contains("# # #"));
        world.waitUntil(() -> maria.says("/announcements").screen().words().contains("доставени"));
        assertThat(olena.looks().screen().arrivals()).isEmpty();
    }
}
