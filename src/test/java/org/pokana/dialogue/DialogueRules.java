package org.pokana.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The thirty rules of a talk, on every screen that anybody can get to, in each language. Newcomers, people who are
 * registered or wait, colleagues who take a seat, owners, organizers and helpers at the door go wherever buttons, numbers
 * and words lead ({@link Walks}); what comes unasked, such as reminders, is looked at, too. New flows are found by
 * themselves.
 *
 * <table>
 * <caption>Rule by rule</caption>
 * <tr><td>1</td><td>the first message says what this is, whose, what it can do, and how to reach a person</td>
 *     <td>{@link MannersTests#theFirstMessageSaysAllThatMatters}</td></tr>
 * <tr><td>2</td><td>what can be pressed can be typed: label, number, without case, in Latin letters</td>
 *     <td>{@link #everyButtonCanBeTyped}</td></tr>
 * <tr><td>3</td><td>cancelling works everywhere and says what was dropped</td><td>{@link #cancellingWorksAnywhere}</td></tr>
 * <tr><td>4</td><td>the seven commands work everywhere and lose no form</td><td>{@link #commandsWorkAnywhere}</td></tr>
 * <tr><td>5</td><td>no screen is a dead end</td><td>{@link #noScreenIsADeadEnd}</td></tr>
 * <tr><td>6</td><td>back and home, answers kept</td><td>{@link #thereIsAWayBackAndHome}</td></tr>
 * <tr><td>7</td><td>not understood: other words, likely answers, a person</td>
 *     <td>{@link #notUnderstandingNeverGoesInCircles}</td></tr>
 * <tr><td>8</td><td>a person is in sight from the first screen</td><td>{@link MannersTests#theFirstMessageSaysAllThatMatters}</td></tr>
 * <tr><td>9</td><td>fast, or a sign of life</td>
 *     <td>{@code TypingTests}, {@code AnnouncementTests.keepsNobodyWaitingForTheirReply}</td></tr>
 * <tr><td>10</td><td>every tap is answered: old, unknown, doubled, foreign</td>
 *     <td>{@link #everyTapIsAnswered}, {@code TelegramScenarios.everyTapIsAnswered}</td></tr>
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
 *     <td>{@link MannersTests#whatIsHarmlessCanBeUndone}</td></tr>
 * <tr><td>19</td><td>twice and at once is once</td>
 *     <td>{@link #whatComesTwiceHappensOnce}, {@link MannersTests#tappingTwiceIsTappingOnce}, {@code SeatsTests}</td></tr>
 * <tr><td>20</td><td>a mistake is named, with an example</td>
 *     <td>{@link MannersTests#aMistakeIsNamedAndTheRestKept}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>21</td><td>what is known is not asked</td><td>{@link MannersTests#whatIsKnownIsNotAsked}</td></tr>
 * <tr><td>22</td><td>a summary before the last word, each line of it can be changed</td>
 *     <td>{@link MannersTests#eachLineOfTheSummaryCanBeChanged}</td></tr>
 * <tr><td>23</td><td>success says what, when, where, what next</td><td>{@link MannersTests#successSaysAllThatIsNeeded}</td></tr>
 * <tr><td>24</td><td>one language at a time, another in two taps</td>
 *     <td>{@link #languagesAreNotMixed}, {@link MannersTests#anotherLanguageIsTwoTapsAway}, {@code PhraseRulesTests}</td></tr>
 * <tr><td>25</td><td>times with weekday and zone, also when clocks change</td>
 *     <td>{@code ReminderRuleTests}, {@code MomentsTests}, {@code CalendarFileTests}</td></tr>
 * <tr><td>26</td><td>quiet at night</td>
 *     <td>{@code RemindersTests.waitsForTheMorningWhenAnOutageEndsAtNight}, {@code ChangedForumTests},
 *     {@code AnnouncementTests.waitsForTheMorningUnlessToldOtherwise}</td></tr>
 * <tr><td>27</td><td>stop means at once</td>
 *     <td>{@link MannersTests#stopHoldsAtOnce}, {@code AnnouncementTests.isOverAtOnceForWhoSaysStop}</td></tr>
 * <tr><td>28</td><td>why it came, how to stop it, one a day and three a week</td>
 *     <td>{@code AnnouncementTests.reachesEverybodyInTheirLanguageWithTheReasonAndTheWayOut}, {@code TermsTests}</td></tr>
 * <tr><td>29</td><td>what is kept, why, how long; a copy and an end of it</td>
 *     <td>{@code PrivacyTests}, {@code ForgottenEverywhereTests}</td></tr>
 * <tr><td>30</td><td>after a day, a form asks whether to go on</td>
 *     <td>{@code ConversationsTests.doesNotTakeTheFirstWordsAfterADayForAnAnswer}</td></tr>
 * </table>
 */
@Tag("dialogue")
@TestInstance(Lifecycle.PER_CLASS)
abstract class DialogueRules {

    private final Walks walks;

    DialogueRules(String language) {
        walks = new Walks(language);
    }

    @BeforeAll
    void goEverywhere(@TempDir Path folder) {
        walks.everywhere(folder);
        System.out.println(walks.seen());
    }

    @AfterAll
    void goHome() {
        walks.close();
    }

    @ParameterizedTest
    @CsvSource({
        "newcomer, 250",
        "registered, 100",
        "waiting, 60",
        "without buttons, 100",
        "announced to, 2",
        "owner, 300",
        "organizer, 20",
        "colleague, 30",
        "guest, 20",
        "helper, 30",
        "owner at the door, 80"
    })
    void theWalksGoFar(String who, int screens) {
        assertThat(walks.seen().get(who)).isGreaterThan(screens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "register.confirm=",
                "cancel_forum.sure=",
                "announce.enclosed=",
                "announce.tested",
                "announcement_fix.sure=",
                "announcement_delete.sure=",
                "/announcement_rest ",
                "/undelivered failed",
                "seat.confirm=",
                "admit.sure=",
                "remove_guest.sure=",
                "/withdraw ",
                "/understood ",
                "reminders.what=",
                "change_agenda.sure="
            })
    void theWalksComeBy(String pick) {
        assertThat(walks.picks()).anyMatch(each -> each.startsWith(pick));
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
}
