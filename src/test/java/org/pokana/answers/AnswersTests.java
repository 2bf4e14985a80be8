package org.pokana.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.faq.Desk.HALL;
import static org.pokana.faq.Desk.PARKING;
import static org.pokana.faq.Desk.saying;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage;
import org.pokana.contact.Role;
import org.pokana.conversation.Flow;
import org.pokana.faq.Desk;
import org.pokana.faq.FaqEntry;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Content;

/** An organizer looks after the answers with a phone in the hand, while somebody asks. */
class AnswersTests {

    private Desk desk;
    private FaqEntry hall = HALL;
    private AskingWhetherTrue asking;
    private final Stage stage = new Stage(this::flows, Desk.documents());
    private final Stage.Person maria = stage.person("maria");
    private final Stage.Person petar = stage.person("petar");
    private final Stage.Person ivan = stage.person("ivan");

    private List<Flow> flows(Stage.Props props) {
        desk = new Desk(props, hall, PARKING);
        var settings = new AnswersSettings(ZoneId.of("Europe/Sofia"));
        asking = new AskingWhetherTrue(
                desk.editing, props.contacts(), props.outbox(), props.words(), settings, props.clock());
        var lists = new Lists(desk.editing, desk.drafts, desk.opinions, desk.search);
        var flows = new ArrayList<Flow>(desk.flows(props.words()));
        flows.addAll(List.of(
                new FindAnswer(lists),
                new ShowAnswer(desk.editing, desk.opinions, props.clock()),
                new ChangeAnswer(desk.editing),
                new TranslateAnswer(desk.editing),
                new AddExample(desk.editing),
                new ChangeAtOnce(desk.editing),
                new ShowVersions(desk.editing, props.contacts(), settings),
                new ReviewAnswer(desk.editing),
                new CompareWithFile(desk.editing),
                new ShowDraft(desk.drafts),
                new ChangeDraft(desk.drafts),
                new ChooseTopic(desk.drafts),
                new TryQuestion(desk.tryOut),
                new NewAnswer(desk.drafts),
                new ExchangeAnswers(desk.exchange, props.files())));
        return flows;
    }

    @BeforeEach
    void theyMeet() {
        for (var organizer : List.of(maria, petar)) {
            organizer.says("/start");
            stage.contacts.grant(organizer.contact().id(), Role.ORGANIZER);
            organizer.reads();
        }
        ivan.says("/start").reads();
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    private void asks() {
        asking.askDue();
        stage.messaging.sendDueBulk();
    }

    @Test
    void findsAnAnswerAndChangesIt() {
        maria.says("/answers");
        assertThat(maria.reads()).contains("Кой отговор искате");
        maria.says("залата").taps("Залата");
        assertThat(maria.reads()).contains("В Хасково.", "Версия 1 · проверено 11.2026", "Помогна: 0");

        maria.taps("Промени отговора").says("В читалището, ул. „Липа“ 3?");

        assertThat(maria.reads()).contains("Готово: отсега хората получават новия отговор за „Залата“");
        assertThat(ivan.says("/faq hall").reads()).contains("В читалището");
        maria.taps("Върни предишното");
        assertThat(ivan.says("/faq hall").reads()).contains("В Хасково.");
    }

    @Test
    void saysThatSomebodyElseWasFaster() {
        maria.says("/entry hall").taps("Промени отговора");
        petar.says("/entry hall").taps("Промени отговора").says("В театъра.").reads();

        maria.says("В читалището.");

        assertThat(maria.reads()).contains("Междувременно друг е променил „Залата“");
        assertThat(desk.answer("hall")).isEqualTo("В театъра.");
    }

    @Test
    void isForTheTeamOnly() {
        ivan.presses("/entry_do hall 1 retire");
        ivan.says("/entry_text hall 1 bg").says("Няма зала.");

        assertThat(desk.now("hall").number()).isEqualTo(1);
    }

    @Test
    void translatesAndAddsAnExample() {
        maria.says("/entry hall").taps("Текст на английски");
        assertThat(maria.reads()).contains("In Haskovo.");
        maria.taps("Промени отговора").says("In the library.").reads();
        assertThat(desk.knowledge.entry("hall").orElseThrow().answer().in(Locale.ENGLISH))
                .isEqualTo("In the library.");

        maria.says("/entry hall").taps("Добави пример").says("къде ще се съберем?");
        assertThat(maria.reads()).contains("такива въпроси ще водят до „Залата“");
        maria.says("/try_question").says("къде ще се съберем утре?");
        assertThat(maria.reads()).contains("Залата", "заради „къде ще се съберем?“");
    }

    @Test
    void hidesAndShowsAgain() {
        maria.says("/entry parking").taps("Още…").taps("Скрий го");
        assertThat(maria.reads()).contains("„Паркинг“ е скрито");
        assertThat(ivan.says("/faq parking").reads()).doesNotContain("Да.");

        maria.says("скрити отговори").taps("Паркинг").taps("Още…").taps("Покажи го пак");
        assertThat(ivan.says("/faq parking").reads()).contains("Да.");
    }

    @Test
    void showsWhoChangedWhat() {
        maria.says("/entry hall").taps("Промени отговора").says("В читалището.");
        maria.says("/entry_versions hall");

        assertThat(maria.reads()).contains("2 · ", "с други думи · организатор", "1 · ", "от файла · без име");
        maria.taps("Към версия 1");
        assertThat(desk.answer("hall")).isEqualTo("В Хасково.");
    }

    @Test
    void publishesDraftsOneAfterTheOther() {
        var bulgarian = Locale.forLanguageTag("bg");
        var olena = Desk.OLENA;
        desk.drafts.propose("Има ли асансьор?", "Да, вдясно.", bulgarian, "Домакинът", olena, "question1");
        stage.clock.advance(Duration.ofSeconds(1));
        desk.drafts.propose("Има ли гардероб?", "Да, до входа.", bulgarian, "Домакинът", olena, "question2");

        maria.says("/answers").taps("Чернови: 2").taps("Има ли асансьор?");
        assertThat(maria.reads()).contains("Чернова", "Да, вдясно.", "Източник: Домакинът");
        maria.taps("Публикувай")
                .taps("Следващата чернова")
                .taps("Промени отговора")
                .says("Да, долу.");
        maria.taps("Друга тема").taps("Записване").taps("Публикувай");

        assertThat(ivan.says("има ли асансьор в сградата").reads()).contains("Да, вдясно.");
        assertThat(desk.knowledge.about("registration")).hasSize(1);
        assertThat(desk.drafts.open()).isEmpty();
    }

    @Test
    void writesANewAnswer() {
        maria.says("/new_answer")
                .says("Има ли интернет?")
                .says("Да, мрежата е „Форум“.")
                .says("Домакинът https://example.org/net");
        assertThat(maria.reads()).contains("Чернова", "Да, мрежата е");
        maria.taps("Публикувай");
        assertThat(ivan.says("има ли интернет там").reads()).contains("мрежата е „Форум“");
    }

    @Test
    void bringsWhatDidNotHelpToTheTeam() {
        ivan.says("/faq hall").taps("Не помогна").taps("Остаряло е");
        assertThat(ivan.reads()).contains("екипът ще го види");

        maria.says("/answers").taps("Не помогнаха: 1").taps("1× Залата");
        assertThat(maria.reads()).contains("не помогна: 1 · ново: 1 · остаряло: 1");
        maria.taps("Още ли е вярно?").taps("Да, вярно е");
        assertThat(maria.reads()).contains("се брои за проверено през 02.2027");
        assertThat(desk.opinions.unheard()).isEmpty();
    }

    @Test
    void asksByDayAndOnceWhetherItIsStillTrue() {
        stage.clock.set(Instant.parse("2027-11-02T22:00:00Z"));
        asks();
        assertThat(maria.reads()).as("at night").isEmpty();
        stage.clock.set(Instant.parse("2027-11-03T08:00:00Z"));
        asks();
        assertThat(maria.reads()).contains("2 отговора са проверени преди година", "В Хасково.");
        assertThat(petar.reads()).contains("Още ли е вярно?");
        assertThat(ivan.says("/faq hall").reads()).contains("предстои нова проверка");

        maria.taps("Да, вярно е");
        asks();
        stage.clock.advance(Duration.ofDays(1));
        asks();

        assertThat(maria.reads()).doesNotContain("преди година");
        assertThat(ivan.says("/faq hall").reads()).contains("Проверено 11.2027");
        petar.taps("Да, вярно е");
        assertThat(petar.reads()).as("maria said so already").contains("Междувременно");
    }

    @Test
    void asksTheAuthorAlone() {
        desk.editing.edit(saying(HALL, "В читалището."), 1, maria.contact().id(), null);
        desk.editing.retire("parking", 1, maria.contact().id(), null);
        stage.clock.set(Instant.parse("2027-11-03T08:00:00Z"));

        asks();

        assertThat(maria.reads()).contains("Един отговор е проверен преди година");
        assertThat(petar.reads()).isEmpty();
    }

    @Test
    void decidesBetweenTheFileAndOurs() {
        desk.editing.edit(saying(HALL, "В читалището."), 1, maria.contact().id(), null);
        hall = saying(HALL, "В Свиленград.");
        stage.restarts();

        maria.says("/answers").taps("Различни от файла: 1").taps("Залата");
        assertThat(maria.reads()).contains("Тук:\nВ читалището.", "Във файла:\nВ Свиленград.");
        maria.taps("Вземи от файла");
        assertThat(ivan.says("/faq hall").reads()).contains("В Свиленград.");
        maria.taps("Върни предишното").says("/entry_file hall 4");
        assertThat(ivan.says("/faq hall").reads()).contains("В читалището.");
    }

    @Test
    void takesAllAnswersOutAsAFileAndInAgain() {
        maria.says("/answers").taps("Още…").taps("Отговорите като файл").taps("Изтеглете файла");
        var file = maria.messages().stream()
                .flatMap(content -> content instanceof Content.Document it ? Stream.of(it) : Stream.empty())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var changed = new String(file.bytes(), UTF_8).replace("В Хасково.", "В читалището.");
        maria.reads();

        maria.says("/answers_file").sends(Kind.FILE, "answers.yaml", changed.getBytes(UTF_8), "");
        assertThat(maria.reads()).contains("Файлът би добавил 0 отговора и променил 1 отговор", "hall (answer)");
        assertThat(desk.answer("hall")).isEqualTo("В Хасково.");
        maria.taps("Да, вземете ги");

        assertThat(maria.reads()).contains("Готово: добавени 0, променени 1.");
        assertThat(desk.answer("hall")).isEqualTo("В читалището.");
    }

    @Test
    void asksAgainWhenAnAnswerChangedAfterTheFileWasShown() {
        var file = desk.exchange.export().replace("В Хасково.", "В читалището.");
        maria.says("/answers_file").sends(Kind.FILE, "answers.yaml", file.getBytes(UTF_8), "");
        desk.editing.edit(saying(HALL, "В театъра."), 1, petar.contact().id(), null);

        maria.taps("Да, вземете ги");
        assertThat(desk.answer("hall")).isEqualTo("В театъра.");
        maria.taps("Да, вземете ги");
        assertThat(desk.answer("hall")).isEqualTo("В читалището.");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        maria.says("/answers_file").sends(Kind.FILE, "answers.yaml", "- id: hall\n".getBytes(UTF_8), "");

        assertThat(maria.reads()).contains("Файлът не може да се използва: ", "line 1");
    }

    @Test
    void fitsEveryScreen() {
        desk.editing.edit(saying(HALL, "дума ".repeat(200)), 1, maria.contact().id(), null);
        maria.says("/entry hall")
                .says("/entry_review hall 2")
                .says("/entry_versions hall")
                .says("/answers review");
        maria.says("/new_answer").says("в".repeat(150)).says("о".repeat(1200)).says("и".repeat(250));

        assertThat(maria.messages()).allSatisfy(content -> {
            var words = Content.words(content);
            assertThat(words.text().length()).isLessThanOrEqualTo(600);
            assertThat(words.buttons()).hasSizeLessThanOrEqualTo(8).allSatisfy(button -> {
                assertThat(button.label().length()).as(button.label()).isLessThanOrEqualTo(25);
                assertThat(button.pick().length()).isLessThanOrEqualTo(64);
            });
        });
    }
}
