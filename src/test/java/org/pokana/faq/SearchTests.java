package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.conversation.Spelling;
import org.pokana.faq.Understanding.Answer;
import org.pokana.faq.Understanding.Choose;
import org.pokana.faq.Understanding.Nothing;
import org.pokana.kernel.Localized;

class SearchTests {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.read(null);
    private static final Search SEARCH = new Search(KNOWLEDGE, Lexicon.read(null));

    @ParameterizedTest
    @CsvSource({
        "Как да изтрия данните си?, bot-delete-data, bg",
        "kak da iztriq dannite si, bot-delete-data, bg",
        "КАК ДА ИЗТРИЯ ДАННИТЕ СИ!!!, bot-delete-data, bg",
        "как да изтирия данните си, bot-delete-data, bg",
        "Как да стигна до залата?, forum-travel, bg",
        "kak da stigna do zalata, forum-travel, bg",
        "How do I delete my data?, bot-delete-data, en",
        "how do i delet my data, bot-delete-data, en",
        "Is there parking at the venue?, forum-travel, en"
    })
    void answers(String question, String id, String language) {
        var understood = SEARCH.understand(question);

        assertThat(understood).isInstanceOf(Answer.class);
        assertThat(((Answer) understood).match().entry().id()).isEqualTo(id);
        assertThat(((Answer) understood).match().language()).isEqualTo(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "udu od rpj,rs odkkrje ir | bot-delete-data",
                "Udu od ijrhkd of pd.djd? | forum-travel",
                "kak da iztri[ dannite si | bot-delete-data",
                "гду ад с аевеше пщ аьшь | bot-delete-data",
                "хов до и делете мъ дата | bot-delete-data",
                "хош до и делете мъ дата | bot-delete-data",
                "ся шгеие зьинсхж ьш шге эехке | forum-travel",
                "ньн аь сюшис | bot-delete-data"
            })
    void understandsAKeyboardLeftInAnotherLayout(String question, String id) {
        assertThat(best(SEARCH, question)).isEqualTo(id);
        assertThat(SEARCH.understand(question)).isNotInstanceOf(Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "какдаизтрияданнитеси, bot-delete-data",
        "kakdaiztriqdannitesi, bot-delete-data",
        "какдастигнадо залата, forum-travel",
        "кактрябвадастигнадозалата, forum-travel",
        "когаефорумът, forum-dates",
        "kogaeforumat, forum-dates",
        "howdoideletemydata, bot-delete-data",
        "is thereparking at thevenue, forum-travel"
    })
    void understandsWithoutSpaces(String question, String id) {
        assertThat(best(SEARCH, question)).isEqualTo(id);
        assertThat(SEARCH.understand(question)).isNotInstanceOf(Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"къде мога да прочета повече", "стратегия", "фирма"})
    void offersAChoiceWhenItIsNotSure(String question) {
        var understood = SEARCH.understand(question);

        assertThat(understood).isInstanceOf(Choose.class);
        assertThat(((Choose) understood).matches()).hasSizeBetween(1, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "ще вали ли утре",
        "разкажи виц",
        "qwrtp zxcvb",
        "who won the match yesterday",
        "26.02.2027 11:00",
        "???",
        "''",
        "🙂"
    })
    void findsNothingElsewhere(String question) {
        assertThat(SEARCH.understand(question)).isInstanceOf(Nothing.class);
    }

    @Test
    void hearsTheDifferenceBetweenWhenWhereAndHow() {
        var when = entry("when", "Кога е форумът?");
        var where = entry("where", "Къде е форумът?");
        var how = entry("how", "Как е форумът?");
        var knowledge = new KnowledgeBase(List.of(when, where, how));

        assertThat(best(new Search(knowledge, Lexicon.EMPTY), "а кога е този форум"))
                .isEqualTo("when");
        assertThat(best(new Search(knowledge, Lexicon.EMPTY), "а къде е този форум"))
                .isEqualTo("where");
        assertThat(best(new Search(knowledge, Lexicon.EMPTY), "kude e forumut")).isEqualTo("where");
        assertThat(best(new Search(knowledge, Lexicon.EMPTY), "а как е този форум"))
                .isEqualTo("how");
    }

    @Test
    void couldNotTellThemApartIfTheyWereQuiet() {
        var knowledge = new KnowledgeBase(List.of(entry("when", "Кога е форумът?"), entry("where", "Къде е форумът?")));
        var deaf = new Lexicon(Map.of("bg", Set.of("koga", "kade")), Map.of(), Map.of());

        double heard = lead(new Search(knowledge, Lexicon.EMPTY), "къде е форумът");
        double unheard = lead(new Search(knowledge, deaf), "къде е форумът");

        assertThat(unheard).isLessThan(heard);
    }

    @Test
    void doesNotQuietenQuestionWords() {
        var quiet = Lexicon.read(null).quiet();

        assertThat(quiet.get("bg")).contains("da", "li");
        assertThat(Stream.of("кога", "къде", "как", "колко", "кой", "коя", "какво", "защо", "откъде", "докога"))
                .noneMatch(word -> quiet.get("bg").contains(Spelling.fold(word)));
        assertThat(Stream.of("when", "where", "how", "who", "what", "why", "which"))
                .noneMatch(quiet.get("en")::contains);
    }

    @Test
    void findsOtherWordsForTheSameThing() {
        var knowledge = new KnowledgeBase(List.of(entry("fee", "Има ли такса?"), entry("hall", "Къде е залата?")));
        var lexicon = new Lexicon(Map.of(), Map.of("bg", List.of(List.of("такса", "вноска"))), Map.of());

        assertThat(best(new Search(knowledge, lexicon), "размер на вноската")).isEqualTo("fee");
        assertThat(new Search(knowledge, Lexicon.EMPTY).matches("вноската")).isEmpty();
    }

    @Test
    void takesWhateverIsTyped() {
        assertThat(Hostile.texts()).hasSize(200).allSatisfy(text -> {
            var understood = SEARCH.understand(text);
            assertThat(understood).isNotNull();
        });
    }

    private static String best(Search search, String question) {
        return search.matches(question).get(0).entry().id();
    }

    private static double lead(Search search, String question) {
        var matches = search.matches(question);
        return matches.get(0).score() - matches.get(1).score();
    }

    private static FaqEntry entry(String id, String question) {
        var words = Localized.of(question, id);
        return new FaqEntry(id, "forums", words, words, Map.of(), words, List.of(), null, List.of());
    }
}
