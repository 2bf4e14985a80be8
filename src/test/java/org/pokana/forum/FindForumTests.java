package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.Stage;
import org.pokana.conversation.Rehearsal;
import org.pokana.messaging.ContentFile;

/** Questions about a certain forum, in people's own words, on the sample season. */
class FindForumTests {

    private static final String HASKOVO = "haskovo-2027-02";
    private static final String DIMITROVGRAD = "dimitrovgrad-2027-03";

    private final Stage stage = new Stage(
            props -> ForumFlows.all(props.store(), props.contacts(), props.outbox(), props.words(), props.clock()),
            ForumFlows.documents());
    private final Stage.Person olena = stage.person("olena");
    private final Forums forums = new Forums(stage.props.store(), stage.clock);
    private final Meaning meaning = new Meaning(new Vocabulary(Rehearsal.WORDS), Rehearsal.WORDS);

    @BeforeEach
    void thereIsTheSampleSeason() {
        new ForumFile(stage.clock.instant())
                .read(ContentFile.find("forums.yaml", null))
                .forEach(forums::add);
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void showsTheForumThatIsAskedFor() {
        olena.says("кога е форумът в Хасково");

        assertThat(olena.reads())
                .contains("Кой какво прави")
                .contains("четвъртък, 25 февруари 2027 г., 09:00–16:30")
                .contains("Заседателна зала");
        olena.taps("Запиши ме");
        assertThat(olena.reads()).contains("Съгласни ли сте?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            кога е форумът в Хасково                        | haskovo-2027-02
            koga e forumat v haskvo                         | haskovo-2027-02
            koga e forumyt v haskowo?                       | haskovo-2027-02
            на коя дата ще бъде срещата в хасково           | haskovo-2027-02
            в колко часа започва форумът в Хасково          | haskovo-2027-02
            when is the forum in Haskovo                    | haskovo-2027-02
            what time does the haskovo forum start?         | haskovo-2027-02
            хасковският форум                               | haskovo-2027-02
            хасково                                         | haskovo-2027-02
            записан ли съм за хасково                       | haskovo-2027-02
            има ли свободни места за форума в Хасково       | haskovo-2027-02
            форумът на 25.02                                | haskovo-2027-02
            форум на 25 февруари 2027 г.                    | haskovo-2027-02
            кой е следващият форум                          | haskovo-2027-02
            koi e sledvashtiq forum                         | haskovo-2027-02
            кога е следващата среща?                        | haskovo-2027-02
            кой какво прави                                 | haskovo-2027-02
            кога е форумът в Димитровград                   | dimitrovgrad-2027-03
            kade e forumat v dimitrovgrad                   | dimitrovgrad-2027-03
            къде е форумат в димитроград                    | dimitrovgrad-2027-03
            forum mart                                      | dimitrovgrad-2027-03
            форумът за език и училище                       | dimitrovgrad-2027-03
            кога е форумът в Харманли                       | harmanli-2027-04
            форум април                                     | harmanli-2027-04
            форумът през апирл                              | harmanli-2027-04
            кога е „На едно гише“                           | harmanli-2027-04
            the forum in april                              | harmanli-2027-04
            къде е форумът в Свиленград                     | svilengrad-2027-06
            kade shte e foruma v svilen grad                | svilengrad-2027-06
            моля, кажете ми кога е регионалният форум в Свиленград | svilengrad-2027-06""")
    void understandsManyWaysToAsk(String question, String expected) {
        assertThat(meant(question)).contains(List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "запиши ме за харманли",
                "запишете ме за форума в Харманли",
                "искам да се запиша за Харманли",
                "zapishi me za harmanli",
                "zapi6i me za foruma prez april",
                "register me for Harmanli",
                "please sign me up for the forum in harmanli"
            })
    void startsTheRegistrationThatIsAskedFor(String wish) {
        olena.says(wish).taps("Давам съгласие");
        assertThat(olena.reads()).contains("Съгласни ли сте?").contains("Каква организация представяте?");
        olena.taps("НПО").taps("Хасково").says("Сдружение „Мост“").says("Олена Ковал");
        assertThat(olena.reads()).contains("На едно гише");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "колко струва участието",
                "колко струва форумът в Хасково",
                "какво е форум",
                "кога е форумът",
                "форумът безплатен ли е",
                "къде е бюрото по труда в Хасково",
                "къде е общината в Харманли",
                "има ли паркинг на форума в Свиленград",
                "регистрация по адрес в Хасково",
                "адресна регистрация Хасково",
                "кога ще получа удостоверение от форума в Хасково",
                "кметът на Димитровград",
                "лагерът в Харманли",
                "is the forum in Haskovo free",
                "не мога да дойда на форума в Хасково",
                "",
                "1",
                "🙂",
                "април"
            })
    void leavesEverythingElseToOthers(String question) {
        assertThat(meant(question)).isEmpty();
    }

    private Optional<List<String>> meant(String question) {
        return meaning.of(question, forums.upcoming(stage.clock.instant()))
                .map(meant -> meant.forums().stream().map(Forum::id).toList());
    }

    /** The questions the general answers are measured with; a date or a registration is what we are for. */
    @Test
    void takesNoQuestionAwayFromTheGeneralAnswers() {
        var ours = Set.of("forum-dates", "registration-how");

        for (String line : questions()) {
            var parts = line.split("\t");
            if (!ours.contains(parts[2])) {
                assertThat(meant(parts[0])).as(line).isEmpty();
            }
        }
    }

    private static List<String> questions() {
        return List.of("dev", "second").stream()
                .flatMap(name -> {
                    try (var in = FindForumTests.class.getResourceAsStream("/faq/" + name + "-questions.tsv")) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void listsTheForumsOfOneTown() {
        forums.add(forum("second", "Хасково", "Haskovo", LocalDateTime.parse("2027-05-20T10:00"), 30));
        olena.says("кога са форумите в Хасково");

        assertThat(olena.reads())
                .contains("25.02, Хасково")
                .contains("20.05, Хасково")
                .doesNotContain("Харманли");
        olena.taps("20.05 Хасково");
        assertThat(olena.reads()).contains("20 май 2027");
    }

    @Test
    void saysSoWhenThereIsNoSuchForum() {
        olena.says("кога е форумът в Любимец");

        assertThat(olena.reads()).contains("Засега няма обявен такъв форум");
        olena.taps("15.04 Харманли");
        assertThat(olena.reads()).contains("На едно гише");
    }

    @Test
    void doesNotLoseAHalfFilledForm() {
        olena.says("/register " + DIMITROVGRAD)
                .taps("Давам съгласие")
                .taps("НПО")
                .taps("Хасково");
        olena.reads();
        olena.says("кога е форумът в Свиленград?");

        assertThat(olena.reads()).containsSubsequence("10 юни 2027", "вашата организация");
        olena.says("Сдружение „Мост“").says("Олена Ковал");
        assertThat(olena.reads()).contains("Език, училище и работа");
    }

    @Test
    void knowsNoForumThatIsOver() {
        stage.clock.set(forums.find(HASKOVO).orElseThrow().ends());

        assertThat(meant("кой е следващият форум")).contains(List.of(DIMITROVGRAD));
        assertThat(meant("форумът в хасково")).contains(List.of());
    }
}
