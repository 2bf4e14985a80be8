package org.pokana.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pokana.Stage;
import org.pokana.contact.Responsible;
import org.pokana.messaging.Content;
import org.pokana.privacy.Traces;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How a question reaches a person, and the answer whoever asked. */
@ExtendWith(OutputCaptureExtension.class)
class HelpdeskTests {

    private static final String QUESTION = "Има ли паралелка с помощник-учител в училище в Свиленград";

    private final HelpdeskStage desk = new HelpdeskStage();
    private final Stage stage = desk.stage;
    private final Stage.Person olena = desk.olena;
    private final Stage.Person ivan = desk.ivan;
    private final Stage.Person maria = desk.maria;
    private final Stage.Person petar = desk.petar;
    private final Stage.Person dima = desk.dima;

    @AfterEach
    void closeStage() {
        desk.close();
    }

    private void olenaAsks() {
        stage.clock.advance(Duration.ofMinutes(1));
        olena.says(QUESTION);
        assertThat(olena.reads()).contains("Не намерих проверен отговор", "Да попитам екипа?");
        olena.taps("Питай екипа");
    }

    @Test
    void bringsAQuestionToTheTeamByOneTapAndTheAnswerBack() {
        desk.organize(maria);
        desk.isKnownAs(olena, "Олена Ковал", "Мост");
        olenaAsks();
        assertThat(olena.reads()).contains("Предадох въпроса ви", "заедно с името ви", "вторник 2.02, 10:01");
        desk.settles();
        assertThat(maria.reads())
                .contains(QUESTION, "Образование и език", "Олена Ковал (Мост, Хасково)", "Преди това", "Чака отговор");

        maria.taps("Взимам го");
        assertThat(maria.reads()).contains("е ваш");
        assertThat(olena.reads()).contains("вече е при екипа на РСО „Марица“");

        maria.taps("Отговори").says("Да, в училище „Иван Вазов“.");
        assertThat(maria.reads()).contains("Отговорът тръгна към човека");
        assertThat(olena.reads())
                .contains("Отговор от екипа на РСО „Марица“", "Да, в училище „Иван Вазов“.", "Попитахте на понеделник");

        olena.taps("Благодаря, помогна");
        assertThat(olena.reads()).contains("Отново отговарям аз");
        assertThat(maria.reads()).contains("Олена Ковал (Мост, Хасково) благодари");
        assertThat(desk.questions()).singleElement().satisfies(question -> assertThat(question.state())
                .isEqualTo(Question.State.OVER));
    }

    @Test
    void takesAYesForTheTapAndAskingForTheTeam() {
        desk.organize(maria);
        olena.says(QUESTION);
        assertThat(olena.reads()).contains("Да попитам екипа?");
        olena.says("da");

        assertThat(olena.reads()).contains("Предадох въпроса ви");
        assertThat(desk.questions()).singleElement().satisfies(question -> assertThat(
                        question.askers().get(0).text())
                .isEqualTo(QUESTION));
    }

    @Test
    void takesTheAnswerFromAReplyToTheCard() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        maria.replies("Да, в „Иван Вазов“.", QUESTION);

        assertThat(olena.reads()).contains("Да, в „Иван Вазов“.");
        assertThat(maria.reads()).contains("Отговорът тръгна");
    }

    @Test
    void keepsTheQuestionOnceThoughItIsTappedAgain() {
        desk.organize(maria);
        olenaAsks();
        olena.taps("Питай екипа").taps("Питай екипа");
        desk.settles();

        assertThat(desk.questions()).hasSize(1);
        assertThat(maria.texts()).filteredOn(text -> text.contains(QUESTION)).hasSize(1);
    }

    @Test
    void isSilentWhileAPersonTalksAndSpeaksAgainAfterTheEnd() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        stage.clock.advance(Duration.ofMinutes(1));
        maria.taps("Взимам го");
        maria.reads();
        olena.reads();

        olena.says("какво ще е времето?");
        assertThat(olena.reads()).isEmpty();
        assertThat(maria.reads()).contains("какво ще е времето?");
        olena.says("2");
        assertThat(maria.reads()).contains("пише:\n\n2");
        olena.says("меню");
        assertThat(olena.reads()).contains("Какво да направим?");

        olena.presses("/question_end end " + desk.questions().get(0).id());
        assertThat(olena.reads()).contains("Отново отговарям аз");
        assertThat(maria.reads()).contains("приключи разговора");
        olena.says("какво ще е времето?");
        assertThat(olena.reads()).contains("Ще вали");
    }

    @Test
    void leavesWordsToAFormThatSpokeLast() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        maria.taps("Взимам го");
        olena.says("/unfinished").reads();
        maria.reads();
        olena.says("за формуляра");
        assertThat(olena.reads()).contains("край на формуляра");
        assertThat(maria.reads()).isEmpty();

        stage.clock.advance(Duration.ofMinutes(2));
        olena.says("/unfinished");
        stage.clock.advance(Duration.ofMinutes(2));
        maria.taps("Отговори").says("Кога идвате?");
        stage.clock.advance(Duration.ofMinutes(2));
        olena.says("утре");
        assertThat(maria.reads()).contains("утре");
    }

    @Test
    void comesBackAfterADayOfSilence() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        maria.taps("Отговори").says("Да.");
        olena.reads();
        maria.reads();
        desk.timePasses(Duration.ofHours(23));
        assertThat(olena.reads()).isEmpty();
        desk.timePasses(Duration.ofHours(2));
        desk.settles();

        assertThat(olena.reads()).containsOnlyOnce("отново отговарям аз");
        assertThat(maria.reads()).containsOnlyOnce("отново отговарям аз");
        olena.says("какво ще е времето?");
        assertThat(olena.reads()).contains("Ще вали");
    }

    @Test
    void answersEverybodyWhoAsksTheSame() {
        desk.organize(maria);
        olenaAsks();
        ivan.says("Ima li paralelka s pomoshtnik uchitel v uchilishte v Svilengrad")
                .taps("Питай екипа");
        assertThat(ivan.reads()).contains("Предадох въпроса ви");
        desk.settles();
        assertThat(maria.reads()).contains("Същото пита и още един човек");
        maria.taps("Отговори").says("Да.");

        assertThat(maria.reads()).contains("тръгна към 2 души");
        assertThat(olena.reads()).contains("Отговор от");
        assertThat(ivan.reads()).contains("Отговор от");
        ivan.says("А от кога?");
        assertThat(maria.reads()).contains("А от кога?");
        maria.taps("Отговори").says("От септември.");
        assertThat(ivan.reads()).contains("От септември.");
        assertThat(olena.reads()).doesNotContain("От септември.");
    }

    @Test
    void showsAClaimToTheOthersInPlaceOfTheirCards() {
        desk.organize(maria, petar);
        desk.isKnownAs(maria, "Мария", "Марица");
        olenaAsks();
        desk.settles();
        assertThat(petar.reads()).contains(QUESTION, "Чака отговор");
        maria.taps("Взимам го");
        desk.settles();

        assertThat(stage.messaging.channel.carried).anySatisfy(card -> {
            assertThat(card.to()).isEqualTo(petar.address);
            assertThat(card.edited()).isTrue();
            assertThat(Content.words(card.content()).text()).contains("Пое го Мария");
        });
        petar.presses("/handle take " + desk.questions().get(0).id());
        assertThat(petar.reads()).contains("се занимава Мария");
        petar.presses("/answer " + desk.questions().get(0).id());
        assertThat(petar.reads()).contains("се занимава Мария");
    }

    @Test
    void asksWhoIsOnDutyAndThenWhoStandsIn() {
        desk.organize(maria, petar);
        maria.says("/duty").taps("Образование и език").taps("Аз отговарям");
        petar.says("/duty education-and-language deputy");
        assertThat(petar.reads()).contains("Отговаря: колега", "Замества: колега");
        maria.reads();
        olenaAsks();
        desk.settles();
        assertThat(maria.reads()).contains(QUESTION);
        assertThat(petar.reads()).isEmpty();

        desk.timePasses(Duration.ofHours(23));
        assertThat(petar.reads()).isEmpty();
        desk.timePasses(Duration.ofHours(2));
        desk.settles();
        assertThat(petar.reads()).containsOnlyOnce(QUESTION);
        petar.taps("Отговори").says("Да.");
        assertThat(olena.reads()).contains("Отговор от");
    }

    @Test
    void countsWorkingTimeOnly() {
        desk.organize(maria);
        maria.says("/duty education-and-language on");
        stage.clock.advance(Duration.ofDays(4)); // Friday
        olenaAsks();
        assertThat(olena.reads()).contains("понеделник 8.02, 10:01");
        desk.settles();
        maria.taps("Взимам го");
        maria.reads();
        desk.timePasses(Duration.ofDays(2));
        assertThat(maria.reads()).doesNotContain("чака твърде дълго");
        desk.timePasses(Duration.ofDays(1).plusMinutes(2));
        desk.settles();
        assertThat(maria.reads()).containsOnlyOnce("чака твърде дълго");
    }

    @Test
    void remindsThoseOnDutyOnceWhenNobodyTakesAQuestion() {
        desk.organize(maria, petar);
        olenaAsks();
        desk.settles();
        maria.reads();
        petar.reads();
        desk.timePasses(Duration.ofHours(25));
        desk.settles();
        assertThat(maria.reads()).containsOnlyOnce("чака твърде дълго");
        assertThat(petar.reads()).containsOnlyOnce("чака твърде дълго");
    }

    @Test
    void takesOverFromSomebodyWhoLetsPeopleWait() {
        desk.organize(maria, petar);
        olenaAsks();
        desk.settles();
        maria.taps("Взимам го");
        desk.timePasses(Duration.ofHours(25));
        petar.says("/questions").taps("1. Има ли").taps("Поемам го аз");
        assertThat(petar.reads()).contains("е ваш");
        maria.taps("Отговори");
        assertThat(maria.reads()).contains("се занимава колега");
    }

    @Test
    void sendsAReadyAnswer() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        maria.taps("Документи за училище");
        assertThat(maria.reads()).contains("Лична карта на родителя.");
        assertThat(olena.reads()).doesNotContain("Лична карта");
        maria.taps("Прати го").taps("Прати го");

        assertThat(olena.reads()).containsOnlyOnce("Лична карта на родителя.");
    }

    @Test
    void forwardsToSomebodyOfAnInstitution() {
        desk.organize(maria);
        desk.isKnownAs(olena, "Олена Ковал", "Мост");
        desk.isKnownAs(dima, "Димитрина Петрова", "РУО Хасково");
        olenaAsks();
        desk.settles();
        maria.taps("Препрати").says("никой такъв");
        assertThat(maria.reads()).contains("Не намерих такъв човек");
        maria.says("петрова");
        assertThat(maria.reads()).contains("Препратих въпроса: Димитрина Петрова");
        assertThat(olena.reads()).contains("предаден за отговор на РУО Хасково");
        desk.settles();
        assertThat(dima.reads())
                .contains(QUESTION, "участник без име (Хасково)")
                .doesNotContain("Олена");

        dima.taps("Отговори").says("Да, от РУО го потвърждаваме.");
        assertThat(olena.reads()).contains("Отговор от РУО Хасково", "потвърждаваме");
    }

    @Test
    void getsBackWhatWasForwardedToTheWrongPerson() {
        desk.organize(maria);
        desk.isKnownAs(dima, "Димитрина Петрова", "РУО Хасково");
        olenaAsks();
        desk.settles();
        maria.taps("Препрати").says("петрова");
        desk.settles();
        dima.taps("Не е за нас").taps("За друга институция е");
        assertThat(dima.reads()).contains("Върнах въпроса на екипа");
        assertThat(maria.reads()).contains("върна въпроса", "За това отговаря друга институция");
        assertThat(desk.questions()).singleElement().satisfies(question -> {
            assertThat(question.state()).isEqualTo(Question.State.WAITING);
            assertThat(question.owner()).isNull();
        });
    }

    @Test
    void declinesWithAReason() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        maria.taps("Не е за нас").says("Това решава само директорът.");
        assertThat(maria.reads()).contains("получи причината");
        assertThat(olena.reads()).contains("екипът не може да отговори", "Това решава само директорът.");
        maria.says("/questions");
        assertThat(maria.reads()).contains("Никой не чака");
    }

    @Test
    void signsAnswersOnlyIfTheOrganizerWantsIt() {
        desk.organize(maria);
        maria.says("/signature").says("Мария Иванова");
        olenaAsks();
        desk.settles();
        maria.taps("Отговори").says("Да.");
        assertThat(olena.reads()).contains("Отговор от Мария Иванова от екипа на РСО „Марица“");
        maria.says("/signature").taps("Без име");
        maria.taps("Отговори").says("И още нещо.");
        assertThat(olena.reads()).contains("Отговор от екипа на РСО „Марица“:\n\nИ още нещо.");
    }

    @Test
    void makesOfAnAnswerOneForEverybodyByOneTap() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        maria.taps("Отговори").says("Да, в „Иван Вазов“.");
        assertThat(maria.reads()).contains("Да го добавя ли");
        maria.taps("Добави към отговорите");
        assertThat(maria.reads()).contains("Запазих отговора");

        assertThat(desk.learned).singleElement().satisfies(draft -> {
            assertThat(draft.question()).isEqualTo(QUESTION);
            assertThat(draft.answer()).isEqualTo("Да, в „Иван Вазов“.");
            assertThat(draft.source()).isEqualTo("отговор от екипа на РСО „Марица“");
            assertThat(draft.review()).isEqualTo("2027-08-01");
        });
        assertThat(desk.questions().get(0).draft()).isNotNull();
    }

    @Test
    void learnsFromAnAnswerToWhatTheOnlyOneSaidBesides() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        maria.taps("Взимам го");
        olena.says("Чакам, благодаря");
        desk.settles();
        maria.reads();
        maria.taps("Отговори").says("Да, в „Иван Вазов“.");

        assertThat(maria.reads()).contains("Да го добавя ли");
    }

    @Test
    void saysThatWhoAskedCanNoLongerBeReached() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        stage.contacts.lost(olena.address);
        maria.taps("Отговори").says("Да.");
        assertThat(maria.reads()).contains("няма да го получи");
        assertThat(olena.reads()).doesNotContain("Отговор от");
    }

    @Test
    void takesAQuestionBackThatIsNoLongerNeeded() {
        desk.organize(maria);
        olenaAsks();
        desk.settles();
        olena.taps("Вече не е нужно");
        desk.settles();
        assertThat(desk.questions().get(0).state()).isEqualTo(Question.State.OVER);
        assertThat(stage.messaging.channel.carried)
                .filteredOn(card -> card.to().equals(maria.address))
                .last()
                .satisfies(
                        card -> assertThat(Content.words(card.content()).text()).contains("Приключен"));
    }

    @Test
    void asksWhatToPassOnWhenSomebodyJustWantsAPerson() {
        desk.organize(maria);
        olena.says("искам да говоря с някой от екипа");
        assertThat(olena.reads()).contains("Напишете въпроса си");
        olena.says("Кой ще посрещне групата?");
        assertThat(olena.reads()).contains("Предадох въпроса ви на екипа, без име");
        desk.settles();
        assertThat(maria.reads()).contains("Кой ще посрещне групата?", "участник без име");
    }

    @Test
    void namesWhomTheOperatorNamed() {
        try (var other = new HelpdeskStage("office@example.org")) {
            assertThat(other.olena.says("човек").reads()).contains("РСО „Марица“", "office@example.org");
            other.organize(other.maria);
            assertThat(other.olena.says("човек").reads()).contains("office@example.org", "Напишете въпроса си");
        }
    }

    @Test
    void keepsAQuestionUntilSomebodyOrganizes() {
        olenaAsks();
        assertThat(olena.reads()).contains("Засега в чата няма човек от екипа");
        desk.settles();
        assertThat(maria.reads()).isEmpty();

        desk.organize(maria);
        desk.settles();
        desk.settles();
        assertThat(maria.texts()).filteredOn(text -> text.contains(QUESTION)).hasSize(1);
    }

    @Test
    void wakesNobodyAtNight() {
        desk.organize(maria);
        desk.timePasses(Duration.ofHours(12)); // 22:00 in Sofia
        olenaAsks();
        desk.settles();
        assertThat(maria.reads()).isEmpty();

        desk.timePasses(Duration.ofHours(10));
        assertThat(maria.reads()).contains(QUESTION);
    }

    @Test
    void goesOnWithTheFormInWhichSomebodyWasLookedFor() {
        desk.organize(maria);
        olena.says("/unfinished").reads();
        olena.says("човек").says("Кой ще ни посрещне");

        assertThat(olena.reads()).containsSubsequence("Предадох въпроса ви", "unfinished.one");
    }

    @Test
    void takesAFewQuestionsADayFromOnePerson() {
        for (int i = 1; i <= Asking.MOST_A_DAY; i++) {
            olena.says("човек").says("въпрос номер " + i);
        }
        assertThat(olena.reads()).doesNotContain("Днес вече");
        olena.says("човек");
        assertThat(olena.reads()).contains("Днес вече пратихте 5 въпроса");

        stage.clock.advance(Duration.ofDays(1));
        olena.says("човек");
        assertThat(olena.reads()).contains("Напишете въпроса си");
    }

    @Test
    void letsNobodyElseAnswer() {
        desk.organize(maria);
        olenaAsks();
        var id = desk.questions().get(0).id();
        for (String press : List.of("/answer " + id, "/handle take " + id, "/decline " + id, "/reply " + id)) {
            ivan.presses(press);
        }
        assertThat(ivan.reads()).contains("не е за вас");
        assertThat(desk.questions().get(0).owner()).isNull();
    }

    @Test
    void makesQuestionsOfMessagesThatNobodyGotYet() {
        stage.props
                .store()
                .insert(new LeftMessage("one", olena.contact().key(), "Оставено отдавна", stage.clock.instant(), null));
        desk.organize(maria);
        desk.settles();
        desk.settles();
        assertThat(maria.reads()).containsOnlyOnce("Оставено отдавна");
        assertThat(desk.keptMessages.of(olena.contact().id(), List.of()).toString())
                .contains("Оставено отдавна");
    }

    @Test
    void takesQuestionsBackWhenWhoAskedIsForgotten() {
        desk.organize(maria);
        olena.says("човек").says("Обадете ми се на 0888 123 456");
        desk.settles();
        maria.replies("Ще се обадим.", "0888 123 456");
        olena.says("на същия номер 0888 123 456");
        assertThat(maria.reads()).contains("на същия номер");
        var id = olena.contact().id();
        assertThat(desk.kept.of(id, List.of()).toString()).contains("0888 123 456", "на същия номер");
        assertThat(desk.kept.of(maria.contact().id(), List.of()).toString()).contains("Ще се обадим");

        desk.kept.forget(id, List.of(olena.address));
        desk.kept.forget(id, List.of(olena.address));

        assertThat(desk.questions()).isEmpty();
        assertThat(maria.reads()).contains("изтрит по желание на автора");
        assertThat(Traces.of("0888 123 456", stage.store.mongo())).allMatch(trace -> trace.startsWith("inbox"));
        assertThat(Traces.of(id.value(), stage.store.mongo()))
                .noneMatch(trace -> trace.contains(maria.contact().key()));
    }

    @Test
    void forgetsOneOfSeveralWhoAsked() {
        desk.organize(maria);
        desk.isKnownAs(olena, "Олена Ковал", "Мост");
        olenaAsks();
        ivan.says(QUESTION).taps("Питай екипа");
        desk.settles();
        desk.kept.forget(olena.contact().id(), List.of(olena.address));
        desk.settles();

        assertThat(desk.questions()).singleElement().satisfies(question -> assertThat(question.askers())
                .extracting(Question.Asker::contact)
                .containsExactly(ivan.contact().key()));
        assertThat(Traces.of("Олена Ковал", stage.store.mongo()))
                .noneMatch(trace -> trace.startsWith("questions") || trace.startsWith("outbox"));
        maria.taps("Отговори").says("Да.");
        assertThat(ivan.reads()).contains("Отговор от");
    }

    @Test
    void forgetsWhoAnswered() {
        desk.organize(maria, petar);
        maria.says("/duty housing on");
        maria.says("/signature").says("Мария Иванова");
        olenaAsks();
        desk.settles();
        maria.taps("Взимам го");
        var id = maria.contact().id();
        assertThat(desk.keptDuties.of(id, List.of()).toString()).contains("housing", "Мария Иванова");
        desk.kept.forget(id, List.of());
        desk.keptDuties.forget(id, List.of());

        assertThat(desk.keptDuties.of(id, List.of())).isEmpty();
        assertThat(Traces.of(id.value(), stage.store.mongo()))
                .noneMatch(trace -> trace.startsWith("questions") || trace.startsWith("duties"));
        assertThat(desk.questions().get(0).state()).isEqualTo(Question.State.WAITING);
    }

    @Test
    void letsOldQuestionsGo() {
        olenaAsks();
        assertThat(desk.kept.fade(stage.clock.instant())).isZero();
        stage.clock.advance(Duration.ofDays(90));
        assertThat(desk.kept.fade(stage.clock.instant())).isEqualTo(1);
    }

    @Test
    void saysAtTheStartThatPeopleHaveNobodyToTurnTo(CapturedOutput log) {
        new Unreachable(new Responsible(null, " ")).run(new DefaultApplicationArguments());
        assertThat(log).containsOnlyOnce("POKANA_CONTACT is not set");
    }

    @Test
    void saysNothingAtTheStartWhenSomebodyIsNamed(CapturedOutput log) {
        new Unreachable(new Responsible(null, "office@example.org")).run(new DefaultApplicationArguments());
        assertThat(log.toString()).doesNotContain("POKANA_CONTACT");
    }

    @Test
    void promisesNoTelephoneInTheGreeting() {
        olena.says("/start");
        assertThat(olena.reads()).contains("съобщение до екипа").doesNotContain("с човек се свързвате");
        assertThat(olena.messages()).last().isInstanceOf(Content.Text.class);
    }
}
