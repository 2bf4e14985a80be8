package org.pokana.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.Stage;
import org.pokana.contact.Contact;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Post;

/** Typing works like pressing, and what a person sees last is what their words mean. */
class TypedAnswersTests {

    private final List<String> picked = new ArrayList<>();
    private final Stage stage = new Stage(props -> List.of(new Town(), new Danger(), new Expert(), new Opened()));
    private final Stage.Person olena = stage.person("olena");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void takesANearAnswerBeforeItAsksTheExpert() {
        olena.says("/town").says("хаскво");

        assertThat(picked).containsExactly("haskovo");
        assertThat(olena.reads()).doesNotContain("expert.");
    }

    @Test
    void asksTheExpertWhatIsNoAnswer() {
        olena.says("/town");
        olena.reads();
        olena.says("колко струва участието");

        assertThat(picked).isEmpty();
        assertThat(olena.reads()).containsSubsequence("expert.answer", "town.where");
    }

    @Test
    void asksAgainWithTheCandidatesFirstWhenSeveralMayBeMeant() {
        olena.says("/town");
        olena.reads();
        olena.says("загора");

        assertThat(picked).isEmpty();
        assertThat(olena.reads()).containsSubsequence("Изберете едно: „Стара Загора“, „Нова Загора“.", "town.where");
        assertThat(lastButtons()).startsWith("Стара Загора", "Нова Загора", "Хасково");
        olena.says("нова");
        assertThat(picked).containsExactly("nova");
    }

    @Test
    void saysPlainlyWhatToTypeWhenAYesIsNotEnough() {
        olena.says("/danger");
        olena.reads();
        olena.says("да");
        assertThat(olena.reads()).contains("Натиснете или напишете едно от тези: „Не, остави“, „Да, изтрий всичко“");
        olena.says("всичко");
        assertThat(olena.reads()).contains("Натиснете или напишете").doesNotContain("danger.done");

        olena.says("Да, изтрий всичко!");
        assertThat(olena.reads()).contains("danger.done");
    }

    @Test
    void understandsAPlainNoForTheButtonThatBeginsSo() {
        olena.says("/danger").says("не");

        assertThat(olena.reads()).contains("danger.kept");
    }

    @Test
    void goesOnWithTheUnfinishedFormOnAPlainYesAndEndsItOnANo() {
        olena.says("/town").says("меню");
        assertThat(olena.reads()).contains("Да продължим ли?");
        olena.says("да");
        assertThat(olena.reads()).contains("town.where");

        olena.says("меню").says("не");
        assertThat(olena.reads()).contains("Прекъснах: town.title");
    }

    @Test
    void neverTakesAYesOutOfTheBlueForAQuestion() {
        olena.says("/start");
        olena.reads();
        olena.says("да");

        assertThat(olena.reads()).contains("не чакам отговор").doesNotContain("expert.");
    }

    @Test
    void countsInTheFormAfterAnAnswerInBetween() {
        olena.says("/town").says("колко струва?").says("1");

        assertThat(picked).containsExactly("haskovo");
    }

    @Test
    void countsInTheListOfTheExpertWhileThatIsWhatIsSeenLast() {
        olena.says("/town");
        olena.reads();
        olena.says("кое от двете?");
        assertThat(olena.reads()).contains("expert.which").doesNotContain("town.where");
        olena.says("2");

        assertThat(picked).isEmpty();
        assertThat(olena.reads()).containsSubsequence("opened second", "town.where");
        olena.says("2");
        assertThat(picked).containsExactly("stara");
    }

    @Test
    void takesTheFormsAnswerEvenWhileTheExpertAsksBack() {
        olena.says("/town").says("кое от двете?").says("Хасково");

        assertThat(picked).containsExactly("haskovo");
    }

    @Test
    void understandsTheTypedButtonsOfAReminderAndOfWhatWasSaidBefore() {
        olena.says("/start");
        reminder("reminder:1", "haskovo");
        olena.says("колко струва?");
        olena.reads();
        olena.says("Да, ще дойда");
        assertThat(olena.reads()).contains("opened haskovo");

        olena.says("благодаря").says("Друго време");
        assertThat(olena.reads()).contains("opened later");
    }

    @Test
    void countsInTheReminderThatCameLast() {
        olena.says("/town");
        stage.clock.advance(Duration.ofMinutes(2));
        reminder("reminder:1", "haskovo");
        olena.reads();
        olena.says("2");

        assertThat(picked).isEmpty();
        assertThat(olena.reads()).contains("opened later");
    }

    @Test
    void forgetsTypedButtonsAfterAWeekAndAfterManyOthers() {
        reminder("reminder:1", "haskovo");
        olena.says("меню");
        stage.clock.advance(Duration.ofDays(8));
        olena.says("Друго време");
        assertThat(olena.reads()).doesNotContain("opened later");

        reminder("reminder:2", "haskovo");
        for (int i = 0; i < 5; i++) {
            stage.clock.advance(Duration.ofSeconds(1));
            olena.says("меню");
        }
        olena.reads();
        olena.says("Друго време");
        assertThat(olena.reads()).doesNotContain("opened later");
        olena.taps("Друго време");
        assertThat(olena.reads()).contains("opened later");
    }

    @Test
    void opensTheLatestOfTwoReminders() {
        olena.says("/start");
        reminder("reminder:1", "haskovo");
        stage.clock.advance(Duration.ofMinutes(2));
        reminder("reminder:2", "harmanli");
        olena.says("Да, ще дойда");

        assertThat(olena.reads()).contains("opened harmanli");
    }

    @Test
    void asksWhichWhenOneMessageSaysTheSameTwice() {
        olena.says("/opened twice").says("Промени");

        assertThat(olena.reads()).endsWith("opened ");
    }

    @Test
    void saysThatNothingIsBeforeTheFirstQuestion() {
        olena.says("/town");
        olena.reads();
        olena.says("назад");

        assertThat(olena.reads()).contains("преди него няма друг").contains("town.where");
    }

    @Test
    void leadsBackFromWhatWasOnlyShown() {
        olena.says("/opened card").says("назад");

        assertThat(olena.reads()).contains("opened list");
    }

    @Test
    void answersThanksKindlyAndGoesOn() {
        olena.says("Благодаря!");
        assertThat(olena.reads()).contains("Моля");

        olena.says("/town");
        olena.reads();
        olena.says("thanks");
        assertThat(olena.reads()).containsSubsequence("Моля", "town.where");
        assertThat(lastButtons()).contains("Хасково").containsOnlyOnce("Меню");
    }

    @ParameterizedTest
    @CsvSource({
        "как си, винаги съм на линия",
        "Лека нощ!, Довиждане",
        "ок, Радвам се",
        "Глупав бот!, Съжалявам",
        "👍🏽, Радвам се",
        "Благодаря ви много за бързия отговор!, Моля",
        "thank you so much for the quick reply, Моля",
        "благодаря помогна, Моля",
        "thank you that helped, Моля",
        "здравейте колеги, Аз съм",
        "благодаря а какво струва, Не намерих"
    })
    void answersPolitenessAndAngerAsWhatTheyAre(String said, String answer) {
        olena.says(said);

        assertThat(olena.reads()).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "викнете линейка, човек припадна",
                "vikni lineika, ne di6a",
                "бият го пред общината",
                "Детето кърви!",
                "karvi mnogo",
                "he has a knife",
                "она бла не дишает, не диша"
            })
    void saysWhomToCallBeforeAnythingElseInAnEmergency(String cry) {
        olena.says(cry);

        assertThat(olena.reads()).contains("звънете на 112").doesNotContain("Не намерих");
    }

    @Test
    void answersPolitenessInAFormAndAsksOn() {
        olena.says("/town");
        olena.reads();
        olena.says("как си?");

        assertThat(olena.reads())
                .containsSubsequence("винаги съм на линия", "town.where")
                .doesNotContain("expert.");
    }

    @Test
    void saysWhomToCallAlsoInTheMiddleOfAForm() {
        olena.says("/town");
        olena.reads();
        olena.says("помощ, не диша");

        assertThat(olena.reads()).containsSubsequence("звънете на 112", "town.where");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Амира Хасан", "Amira", "пребиваване на студент", "гори", "Изпълнителна агенция по горите", "бла"
            })
    void cryingWolfTakesMoreThanAWordThatLooksLikeIt(String said) {
        olena.says(said);

        assertThat(olena.reads()).doesNotContain("звънете на 112");
    }

    @Test
    void changesTheLanguageOfAFormInOneMessage() {
        olena.says("/town");
        int before = olena.messages().size();
        olena.says("English");

        assertThat(olena.messages()).hasSize(before + 1);
        assertThat(olena.reads()).containsSubsequence("from here on I write in English", "town.where");
        assertThat(lastButtons()).contains("Хасково", "Stop this", "Menu").doesNotContain("Български");
    }

    @Test
    void goesOnCountingWhatItDidNotUnderstand() {
        olena.says("/start");
        olena.says("бла бла");
        assertThat(olena.reads()).contains("Не намерих проверен отговор");
        olena.says("/nosuch");
        olena.reads();
        olena.says("бла бла");
        assertThat(olena.reads()).contains("Пак не успях да разбера");
    }

    private List<String> lastButtons() {
        var messages = olena.messages();
        return ((Content.Text) messages.get(messages.size() - 1))
                .buttons().stream().map(Button::label).toList();
    }

    private void reminder(String id, String forum) {
        var contact = stage.contacts.meet(olena.address, Locale.forLanguageTag("bg"));
        stage.messaging.outbox.put(List.of(Post.of(
                id,
                contact.id(),
                olena.address,
                Lane.REMINDER,
                Content.text(
                        "Утре ви очакваме.",
                        new Button("/opened " + forum, "Да, ще дойда", Tone.GOOD),
                        new Button("/opened later", "Друго време", Tone.PLAIN)),
                "forum:" + forum,
                stage.clock.instant())));
        stage.messaging.sendDueBulk();
    }

    private final class Town implements Flow {

        @Override
        public String name() {
            return "town";
        }

        @Override
        public Ending hold(Talk talk) {
            picked.add(talk.ask(choice(
                    "where",
                    List.of(
                            new Choice("haskovo", verbatim("Хасково")),
                            new Choice("stara", verbatim("Стара Загора")),
                            new Choice("nova", verbatim("Нова Загора"))))));
            return talk.end("done");
        }
    }

    private static final class Danger implements Flow {

        @Override
        public String name() {
            return "danger";
        }

        @Override
        public Ending hold(Talk talk) {
            var answer = talk.ask(choice(
                    "sure",
                    List.of(
                            new Choice("keep", verbatim("Не, остави")),
                            new Choice("erase", verbatim("Да, изтрий всичко"), Tone.DANGER))));
            return talk.end(answer.equals("erase") ? "done" : "kept");
        }
    }

    /** Has an answer to everything but nonsense, and sometimes asks back. */
    private static final class Expert implements Listener {

        @Override
        public String name() {
            return "expert";
        }

        @Override
        public boolean aside() {
            return true;
        }

        @Override
        public boolean understands(Contact person, String text) {
            return !text.contains("бла");
        }

        @Override
        public Ending hold(Talk talk) {
            if (talk.opening().startsWith("кое")) {
                return talk.endChoosing(talk.line("which")
                        .with(
                                Choice.to(verbatim("Първото"), "opened", "first"),
                                Choice.to(verbatim("Второто"), "opened", "second")));
            }
            return talk.end("answer");
        }
    }

    /** Says what it was opened with. */
    private static final class Opened implements Flow {

        @Override
        public String name() {
            return "opened";
        }

        @Override
        public boolean aside() {
            return true;
        }

        @Override
        public Ending hold(Talk talk) {
            var line = Line.of(verbatim("opened " + talk.opening()));
            if (talk.opening().equals("twice")) {
                var change = Choice.to(verbatim("Промени"), "opened", "one");
                var other = Choice.to(verbatim("Промени"), "opened", "two");
                return talk.end(line.with(change), line.with(other));
            }
            if (talk.opening().equals("card")) {
                var list = Choice.to(phrase("back.button"), "opened", "list").as(Tone.AWAY);
                return talk.end(
                        line.with(Choice.to("menu"), list, Choice.to("help").as(Tone.AWAY)));
            }
            return talk.end(line);
        }
    }
}
