package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.SettableClock;
import org.pokana.Stage;
import org.pokana.conversation.Rehearsal;
import org.pokana.conversation.Saying;
import org.pokana.faq.Opinions.Opinion;
import org.pokana.kernel.Choice;
import org.pokana.store.TestStore;

class AskTests {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.read(null);
    private static final Search SEARCH = new Search(KNOWLEDGE, Lexicon.read(null));
    private static final Clock CLOCK = SettableClock.at("2027-02-01T08:00:00Z");

    private final TestStore store = TestStore.inMemory(Opinion.class);
    private final Opinions opinions = new Opinions(store.mongo());
    private final Rehearsal rehearsal = new Rehearsal(
            new Ask(KNOWLEDGE),
            new ShowEntry(KNOWLEDGE, Rehearsal.WORDS, CLOCK),
            new AnswerQuestion(KNOWLEDGE, SEARCH, Rehearsal.WORDS, CLOCK),
            new Helpful(KNOWLEDGE, opinions));
    private final Rehearsal.Bot bot = rehearsal.bot;
    private final Rehearsal.Person olena = rehearsal.person;

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void answersWithSourceAndDateOfTheCheck() {
        olena.opens("/question Какво е ПИРО?");

        assertThat(bot.wording())
                .startsWith("Какво е ПИРО")
                .contains("планът за интегрирано развитие", "Източник: ", "Проверено 11.2026", "не правен съвет");
        bot.ends("faq.answer");
    }

    @Test
    void saysWhenNobodyHasConfirmedTheAnswer() {
        olena.opens("/question Има ли такса за форума?");

        assertThat(bot.wording()).contains("непотвърдено от организатора").doesNotContain("Проверено");
        bot.ends("faq.answer");
    }

    @Test
    void leadsFromGeneralAnswersAboutForumsToTheForums() {
        olena.opens("/faq forum-dates");
        assertThat(bot.line().choices()).extracting(Choice::pick).contains("/forums");
        olena.opens("/faq work-access");
        assertThat(bot.line().choices()).extracting(Choice::pick).doesNotContain("/forums");
    }

    @Test
    void leadsFromTheAnswerAboutPeopleToAPerson() {
        olena.opens("/faq bot-human");
        assertThat(bot.line().choices()).extracting(Choice::pick).contains("/person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Как се лекува човек с хуманитарен статут?",
                "здравни грижи с хуманитарен статут",
                "как да си намеря личен лекар"
            })
    void answersAboutDoctorsAndHealthCare(String question) {
        olena.opens("/question " + question);
        assertThat(bot.wording()).contains("хуманитарен статут", "избира личен лекар");
        bot.ends("faq.answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"кой финансира форумите", "koi finansira forumite", "who funds the forums"})
    void doesNotGuessWhoPaysForTheForums(String question) {
        olena.opens("/question " + question);
        bot.ends("ask.none");
    }

    @Test
    void leadsFromTopicToQuestionToAnswerAndOn() {
        olena.opens("/ask");
        bot.ends("ask.topics");
        olena.picks("/ask registration");
        bot.ends("ask.questions");
        olena.picks("/faq registration-cancel");
        bot.ends("faq.answer");
        olena.picks("/faq registration-waiting-list");
        bot.ends("faq.answer");
        olena.picks("/ask");
        bot.ends("ask.topics");
    }

    @Test
    void turnsPagesAndComesRound() {
        olena.opens("/ask forums");
        bot.ends("ask.questions");
        olena.picks("/ask forums 2");
        bot.ends("ask.questions");
        olena.picks("/faq forum-submit-case");
        bot.ends("faq.answer");
        olena.opens("/ask forums 2");
        bot.ends("ask.questions");
        olena.picks("/ask forums 1");
        bot.ends("ask.questions");
        olena.opens("/ask 3");
        bot.ends("ask.topics");
        olena.picks("/ask the-bot-and-privacy");
        bot.ends("ask.questions");
    }

    @Test
    void showsTheRestAndTheSources() {
        olena.opens("/faq protection-types");
        assertThat(bot.wording()).doesNotContain("питайте ДАБ");
        bot.ends("faq.answer");
        olena.picks("/faq protection-types more");
        assertThat(bot.wording()).contains("питайте ДАБ");
        bot.ends("faq.answer");
        olena.picks("/faq protection-types sources");
        assertThat(bot.wording()).contains("• ", "https://");
        bot.ends("faq.sources");
        olena.picks("/faq protection-types");
        bot.ends("faq.answer");
    }

    @Test
    void asksWhichWhenItIsNotSure() {
        olena.opens("/question къде мога да прочета повече");
        assertThat(bot.wording()).contains("Кое от тези", "1. ");
        bot.ends("question.which");
        var key = Saying.key("къде мога да прочета повече");
        olena.picks("/ask none " + key);
        var none = bot.line();
        assertThat(none.phrase().key()).isEqualTo("ask.none");
        assertThat(none.choices()).extracting(Choice::pick).contains("/person said-" + key);
    }

    @Test
    void inventsNothing() {
        olena.opens("/question рецепта за мусака");

        bot.ends("ask.none");
    }

    @Test
    void takesAQuestionAfterTheCommand() {
        olena.opens("/ask как да изтрия данните си");

        bot.ends("faq.answer");
    }

    @Test
    void answersInTheLanguageOfTheQuestion() {
        olena.opens("/question How do I delete my data?");
        assertThat(bot.wording()).contains("Open “My data”", "Source: ", "not legal advice");
        var answer = bot.line();
        bot.isDone();
        assertThat(answer.choices())
                .extracting(choice -> Rehearsal.WORDS.say(choice.label(), java.util.Locale.forLanguageTag("bg")))
                .contains("Helpful", "Questions");
        olena.picks("/faq bot-delete-data sources en");
        assertThat(bot.wording()).contains("where the answer comes from");
        bot.ends("verbatim");
    }

    @Test
    void countsOpinions() {
        olena.opens("/faq piro");
        bot.ends("faq.answer");
        olena.picks("/helpful piro yes");
        bot.ends("helpful.thanks");
        olena.opens("/helpful piro no");
        bot.ends("helpful.sorry");
        olena.opens("/helpful nothing yes");
        bot.ends("ask.topics");

        assertThat(opinions.of("piro")).contains(new Opinion("piro", 1, 1, 1L, null));
        assertThat(opinions.of("nothing")).isEmpty();
    }

    @Test
    void leadsFromAGoneEntryToTheTopics() {
        olena.opens("/faq long-gone");

        bot.ends("ask.topics");
    }

    @Test
    void understandsTypedNumbersLabelsAndQuestionsOnStage() {
        try (var stage = new Stage(
                props -> List.of(
                        new Ask(KNOWLEDGE),
                        new ShowEntry(KNOWLEDGE, props.words(), props.clock()),
                        new AnswerQuestion(KNOWLEDGE, SEARCH, props.words(), props.clock()),
                        new Helpful(KNOWLEDGE, new Opinions(props.store()))),
                Opinion.class)) {
            var ivan = stage.person("ivan");
            ivan.says("въпроси").says("2");
            assertThat(ivan.reads()).contains("Изберете тема", "Записване");
            ivan.says("Отказ от участие");
            assertThat(ivan.reads()).contains("Моите записвания");
            ivan.taps("Полезно");
            assertThat(ivan.reads()).contains("Благодаря");
            ivan.says("рецепта за мусака");
            assertThat(ivan.reads()).contains("Не намерих проверен отговор");
            ivan.taps("Въпроси");
            assertThat(ivan.reads()).contains("Изберете тема");
        }
    }
}
