package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.PokanaApplication;
import org.pokana.ShiftedClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What people do with the bot in Telegram, told once and played on several servers: what holds on ours only may hold
 * because we wrote it.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TelegramScenarios {

    private static final int LONGEST = 4096;

    private final AtomicLong people = new AtomicLong(700_100_500);
    private @Nullable ScenarioServer telegram;
    private @Nullable ConfigurableApplicationContext service;
    private ScenarioPerson olena;

    abstract ScenarioServer server();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        telegram = server();
        var messages = Files.createDirectory(folder.resolve("messages"));
        Files.writeString(messages.resolve("conversation_bg.properties"), "help.what=" + aLongStory());
        var clock = new ShiftedClock("2027-02-01T08:00:00Z");
        service = new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("shiftedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--pokana.store.data=" + folder.resolve("data"),
                        "--pokana.messages=" + messages,
                        "--pokana.telegram.token=" + FakeTelegram.TOKEN,
                        "--pokana.telegram.api=" + telegram.url());
    }

    private static String aLongStory() {
        return IntStream.rangeClosed(1, 250)
                .mapToObj(number -> "Изречение номер " + number + ".")
                .collect(Collectors.joining(" "));
    }

    /** A new person each time, so that the tests leave each other alone. */
    private ScenarioPerson somebody(String language) {
        return telegram.person(people.incrementAndGet(), language);
    }

    private ScenarioPerson meets() {
        olena = somebody("bg");
        olena.says("/start");
        olena.waitsFor("Здравейте", "Меню");
        return olena;
    }

    /** What holds after every scenario; that no call broke the specification, {@link EveryCallIsValid} sees to. */
    @AfterEach
    void everyTapIsAnswered() {
        await().until(telegram::hasAnsweredAllTaps);
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.close();
        }
        if (telegram != null) {
            telegram.close();
        }
    }

    @Test
    void greetsEverybodyInTheirLanguage() {
        var ivan = somebody("en");
        ivan.says("/start");

        ivan.waitsFor("Hello", "Menu");
        meets();
    }

    @Test
    void answersAQuestionWithItsSource() {
        meets().says("има ли такса за форума?");

        olena.waitsFor("без такса", "Източник");
    }

    @Test
    void opensAForumFromALink() {
        olena = somebody("bg");
        olena.says("/start forum-haskovo-2027-02");

        olena.waitsFor("Кой какво прави", "четвъртък, 25 февруари 2027", "Запиши ме");
    }

    @Test
    void registersByButtons() {
        meets();
        olena.says("форуми");
        olena.waitsFor("25.02 Хасково");
        olena.taps("25.02 Хасково");
        olena.waitsFor("Запиши ме");
        olena.taps("Запиши ме");
        olena.waitsFor("Съгласни ли сте?");
        olena.taps("Давам съгласие");
        olena.waitsFor("Каква организация");
        olena.taps("НПО");
        olena.waitsFor("От коя община");
        olena.taps("Харманли");
        answersTheRest();
        olena.taps("Запиши ме");

        olena.waitsFor("Записани сте, № ");
    }

    @Test
    void sendsTheWayThereToWhoeverRegistered() {
        registers("haskovo-2027-02");

        await().until(() ->
                calls("sendVenue").size() == 1 && calls("sendDocument").size() == 1);
        assertThat(olena.screen()).anyMatch(shown -> shown.kind().equals("document"));
        assertThat(calls("sendVenue").get(0).text("latitude")).isNotEmpty();
    }

    @Test
    void registersByTypingAlone() {
        registers("harmanli-2027-04");
    }

    private void registers(String forum) {
        fillsIn(forum);
        olena.taps("Запиши ме");
        olena.waitsFor("Записани сте, № ");
    }

    private void fillsIn(String forum) {
        meets();
        olena.says("/register " + forum);
        olena.waitsFor("Съгласни ли сте?");
        olena.says("да");
        olena.waitsFor("Каква организация");
        olena.says("нпо");
        olena.waitsFor("От коя община");
        olena.says("Харманли");
        answersTheRest();
    }

    private void answersTheRest() {
        olena.waitsFor("вашата организация");
        olena.says("Фондация Мост");
        olena.waitsFor("Как се казвате");
        olena.says("Олена Ковал");
        olena.waitsFor("Да ви запиша ли така", "Запиши ме");
    }

    @Test
    void uploadsTheCalendarEntryOnceForAll() {
        registers("svilengrad-2027-06");
        await().until(() -> calls("sendDocument").size() == 1);
        registers("svilengrad-2027-06");
        await().until(() -> calls("sendDocument").size() == 1);

        assertThat(calls("sendDocument").get(0).files()).isEmpty();
        assertThat(olena.screen()).anyMatch(shown -> shown.kind().equals("document"));
    }

    @Test
    void registersOnceAndSaysSoThoughTheButtonIsTappedTwice() {
        fillsIn("dimitrovgrad-2027-03");
        olena.taps("Запиши ме");
        olena.tapsOld("Запиши ме");
        olena.waitsFor("Записани сте, № ");
        olena.says("отказ");
        olena.waitsFor("В момента няма нищо започнато");

        assertThat(olena.answers().stream().filter(shown -> shown.text().contains("Записани сте, №")))
                .hasSize(1);
        await().until(() -> calls("sendDocument").size() == 1);
    }

    @Test
    void answersAnOldButtonWithHowThingsStandNow() {
        meets();
        olena.taps("Меню");
        olena.waitsFor("Какво да направим?");
        olena.says("/register harmanli-2027-04");
        olena.waitsFor("Съгласни ли сте?");
        olena.says("/cancel");
        olena.waitsFor("Прекъснах");
        olena.tapsOld("Давам съгласие");

        olena.waitsFor("вече не е актуален");
    }

    @Test
    void changesAMenuInPlace() {
        meets();
        olena.taps("Меню");
        var menu = olena.waitsFor("Какво да направим?");

        assertThat(olena.answers()).singleElement().isEqualTo(menu);
        assertThat(calls("editMessageText")).hasSize(1);
    }

    @Test
    void mindsNoTapThatChangesNothing() {
        meets();
        olena.taps("Меню");
        olena.waitsFor("Какво да направим?");
        olena.says("форуми");
        olena.waitsFor("25.02 Хасково");
        olena.tapsOld("Меню");
        await().until(() -> calls("editMessageText").size() == 2);
        olena.says("отказ");
        olena.waitsFor("В момента няма нищо започнато");

        assertThat(olena.answers()).hasSize(3);
    }

    @Test
    void leavesAFormWhenTold() {
        meets();
        olena.says("/register harmanli-2027-04");
        olena.waitsFor("Съгласни ли сте?");
        olena.says("отказ");

        olena.waitsFor("Прекъснах");
    }

    @Test
    void speaksAnotherLanguageFromThenOn() {
        meets();
        olena.says("/language");
        olena.waitsFor("На какъв език", "English");
        olena.taps("English");
        olena.waitsFor("English", "Menu");
        olena.says("/settings");

        olena.waitsFor("Settings");
    }

    @Test
    void sendsALongTextInPieces() {
        meets();
        olena.says("/help");
        olena.waitsFor("Изречение номер 250.");

        var pieces = olena.answers().stream()
                .map(ScenarioPerson.Shown::text)
                .filter(text -> text.contains("Изречение"))
                .toList();
        assertThat(pieces).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= LONGEST);
        assertThat(String.join(" ", pieces)).isEqualTo(aLongStory());
    }

    @Test
    void waitsAsLongAsTelegramAsks() {
        meets();
        telegram.refusesNext("sendMessage", olena.id(), 429, "Too Many Requests: retry after 3", 3);
        olena.says("форуми");
        olena.waitsFor("25.02 Хасково");

        var calls = calls("sendMessage");
        assertThat(calls).hasSize(3);
        assertThat(Duration.ofNanos(calls.get(2).at() - calls.get(1).at())).isGreaterThan(Duration.ofMillis(2900));
    }

    @Test
    void leavesInPeaceWhoeverBlocksItUntilTheyWriteAgain() {
        meets();
        telegram.refusesNext("sendMessage", olena.id(), 403, "Forbidden: bot was blocked by the user", 0);
        olena.says("форуми");
        await().until(() -> calls("sendMessage").size() == 2);
        await().during(Duration.ofSeconds(2)).until(() -> calls("sendMessage").size() == 2);

        olena.says("форуми");
        olena.waitsFor("25.02 Хасково");
    }

    @Test
    void answersAllTheSameWhenTelegramStumbles() {
        meets();
        telegram.refusesNext("sendMessage", olena.id(), 502, "Bad Gateway", 0);
        olena.says("форуми");

        olena.waitsFor("25.02 Хасково");
    }

    @Test
    void showsWhatItIsBeforeAnybodyWrites() {
        await().atMost(Duration.ofSeconds(30)).until(() -> telegram.calls().stream()
                .anyMatch(call -> call.method().equals("setChatMenuButton")));

        for (String language : List.of("", "bg", "en")) {
            for (String method : List.of("setMyCommands", "setMyDescription", "setMyShortDescription")) {
                assertThat(telegram.calls())
                        .as("%s in language '%s'", method, language)
                        .anyMatch(call -> call.method().equals(method)
                                && call.text("language_code").equals(language));
            }
        }
    }

    /** Of the person this is about. */
    private List<ScenarioServer.Call> calls(String method) {
        var chat = String.valueOf(olena.id());
        return telegram.calls().stream()
                .filter(call -> call.method().equals(method))
                .filter(call -> call.text("chat_id").equals(chat))
                .toList();
    }
}
