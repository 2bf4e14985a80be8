package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.SettableClock;

/** What the stand-in refuses, in the words of the real server. */
class StandInSendingTests {

    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final FakeTelegram fake = FakeTelegram.open(0, (Clock) clock);
    private final FakePerson olena = fake.person(7, "bg");
    private final RawBot bot = new RawBot(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    /** All of these break the specification, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendMessage | {'chat_id':7,'text':''}      | message text is empty
            sendMessage | {'chat_id':7,'text':' \\n '} | text must be non-empty
            sendMessage | {'text':'x'}                 | chat_id is empty
            sendMessage | {'chat_id':7,'text':'x','entities':[{'offset':0,'length':1}]} | can't parse MessageEntity: Type is not specified
            sendMessage | {'chat_id':7,'text':'x','entities':[{'type':'bold','offset':-1,'length':1}]} | receive an entity with incorrect offset -1
            sendMessage | {'chat_id':7,'text':'x','entities':[{'type':'date_time','offset':0,'length':1}]} | can't parse MessageEntity: Can't find field "unix_time"
            sendMessage | {'chat_id':7,'text':'x','entities':[{'type':'date_time','offset':0,'length':1,'unix_time':1,'date_time_format':'x'}]} | can't parse MessageEntity: Invalid date-time format specified
            sendMessage | {'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'x'}]]}} | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
            sendMessage | {'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'','url':'https://example.org'}]]}} | inline keyboard button text must be non-empty
            sendMessage | {'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'x','callback_data':'жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж'}]]}} | BUTTON_DATA_INVALID
            sendMessage | {'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':null}} | Field "inline_keyboard" must be of type Array
            sendDocument | {'chat_id':7}               | there is no document in the request
            """)
    void refusesWhatIsWrongInItself(String method, String fields, String words) {
        assertThat(bot.isRefused(method, fields)).isEqualTo("400 Bad Request: " + words);
        assertThat(fake.violations()).isNotEmpty();
        fake.forgives();
    }

    @Test
    void countsWhatIsLeftOfATextAsPeopleCount() {
        assertThat(says("  " + "🙂".repeat(4096) + "\\n\\n")).isEqualTo("- -");
        assertThat(fake.answers(7).get(0).text()).isEqualTo("🙂".repeat(4096));

        assertThat(says("🙂".repeat(4097))).isEqualTo("400 Bad Request: message is too long");
        fake.forgives();
    }

    @Test
    void movesMarksWithTheTextThatIsCutOff() {
        bot.calls(
                "sendMessage",
                "{'chat_id':7,'text':' \\n утре\\r','entities':[{'type':'bold','offset':3,'length':4}]}");

        assertThat(fake.answers(7).get(0).text()).isEqualTo("утре");
        assertThat(fake.answers(7).get(0).content().entities())
                .hasToString("[{\"type\":\"bold\",\"offset\":0,\"length\":4}]");
    }

    @Test
    void showsTheTextThatAnAnswerIsTo() {
        olena.says("въпрос");
        long asked = fake.messages(7).get(0).id();
        bot.calls("sendMessage", "{'chat_id':7,'text':'отговор','reply_parameters':{'message_id':" + asked + "}}");
        assertThat(fake.answers(7).get(0).replyTo()).isEqualTo(asked);

        assertThat(bot.isRefused("sendMessage", "{'chat_id':7,'text':'отговор','reply_parameters':{'message_id':999}}"))
                .isEqualTo("400 Bad Request: message to be replied not found");
        bot.calls(
                "sendMessage",
                "{'chat_id':7,'text':'пак','reply_parameters':{'message_id':999,'allow_sending_without_reply':true}}");
        assertThat(fake.answers(7)).hasSize(2);
    }

    @Test
    void editsOnlyItsOwnMessagesAndOnlyToSomethingElse() {
        olena.says("мое");
        says("твое");
        long hers = fake.messages(7).get(0).id();
        long ours = fake.messages(7).get(1).id();

        assertThat(edits(hers, "друго")).isEqualTo("400 Bad Request: message can't be edited");
        assertThat(edits(999, "друго")).isEqualTo("400 Bad Request: message to edit not found");
        assertThat(edits(ours, "твое"))
                .isEqualTo("400 Bad Request: message is not modified: specified new message content and reply markup"
                        + " are exactly the same as a current content and reply markup of the message");
        assertThat(edits(ours, "друго")).isEqualTo("- -");
        assertThat(bot.isRefused("editMessageCaption", "{'chat_id':7,'message_id':" + ours + ",'caption':'x'}"))
                .isEqualTo("400 Bad Request: there is no caption in the message to edit");
    }

    @Test
    void losesTheButtonsOfAMessageThatIsEditedWithoutThem() {
        bot.calls(
                "sendMessage",
                "{'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'Да','callback_data':'1'}]]}}");
        edits(fake.answers(7).get(0).id(), "y");

        assertThat(fake.answers(7).get(0).labels()).isEmpty();
    }

    @Test
    void deletesWhatIsYoungerThanTwoDays() {
        says("едно");
        says("две");
        long first = fake.answers(7).get(0).id();
        assertThat(bot.isRefused("deleteMessage", "{'chat_id':7,'message_id':" + first + "}"))
                .isEqualTo("- -");
        assertThat(bot.isRefused("deleteMessage", "{'chat_id':7,'message_id':" + first + "}"))
                .isEqualTo("400 Bad Request: message to delete not found");

        long second = fake.answers(7).get(0).id();
        clock.advance(Duration.ofHours(49));
        assertThat(bot.isRefused("deleteMessage", "{'chat_id':7,'message_id':" + second + "}"))
                .isEqualTo("400 Bad Request: message can't be deleted for everyone");
    }

    @Test
    void deletesSeveralEvenIfSomeAreGone() {
        says("едно");
        says("две");
        long first = fake.answers(7).get(0).id();
        bot.calls("deleteMessages", "{'chat_id':7,'message_ids':[" + first + ",999," + (first + 1) + "]}");

        assertThat(fake.answers(7)).isEmpty();
    }

    @Test
    void knowsWhomItCannotReachAndWhy() {
        assertThat(bot.isRefused("sendMessage", "{'chat_id':8,'text':'x'}"))
                .isEqualTo("400 Bad Request: chat not found");
        olena.blocks();
        assertThat(says("x")).isEqualTo("403 Forbidden: bot was blocked by the user");
        olena.unblocks();
        assertThat(says("x")).isEqualTo("- -");
        olena.deletesTheAccount();
        assertThat(says("x")).isEqualTo("403 Forbidden: user is deactivated");

        olena.adds(-100);
        olena.removes(-100);
        assertThat(bot.isRefused("sendMessage", "{'chat_id':-100,'text':'x'}"))
                .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
    }

    @Test
    void numbersTheMessagesOfEachGroupApart() {
        olena.adds(-100);
        olena.adds(-200);
        for (long group : new long[] {-100, -200}) {
            bot.calls("sendMessage", "{'chat_id':" + group + ",'text':'x'}");
        }

        assertThat(fake.answers(-100).get(0).id())
                .isEqualTo(fake.answers(-200).get(0).id());
    }

    @Test
    void answersATapOnceAndNeverAnOtherOne() {
        olena.tapsInaccessible("1:/menu");
        var tap = bot.calls("getUpdates", "{}")
                .path("result")
                .get(0)
                .path("callback_query")
                .path("id")
                .asString();
        assertThat(bot.isRefused("answerCallbackQuery", "{'callback_query_id':'" + tap + "'}"))
                .isEqualTo("- -");

        for (String stranger : new String[] {tap, "1"}) {
            assertThat(bot.isRefused("answerCallbackQuery", "{'callback_query_id':'" + stranger + "'}"))
                    .isEqualTo("400 Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
    }

    @Test
    void remembersItsNameAndDescriptionsInEachLanguage() {
        bot.calls("setMyName", "{'name':'Покана'}");
        bot.calls("setMyName", "{'name':'Pokana','language_code':'en'}");
        bot.calls("setMyCommands", "{'commands':[{'command':'menu','description':'Меню'}]}");

        assertThat(bot.calls("getMyName", "{'language_code':'en'}")
                        .path("result")
                        .path("name")
                        .asString())
                .isEqualTo("Pokana");
        assertThat(bot.calls("getMyCommands", "{}")
                        .path("result")
                        .get(0)
                        .path("command")
                        .asString())
                .isEqualTo("menu");
        bot.calls("deleteMyCommands", "{}");
        assertThat(bot.calls("getMyCommands", "{}").path("result")).isEmpty();
    }

    @Test
    void knowsNoMethodThatItDoesNotHave() {
        assertThat(bot.isRefused("sendDice", "{'chat_id':7}")).isEqualTo("404 Not Found: method not found");
        assertThat(fake.violations()).containsExactly("the stand-in does not know sendDice");
        fake.forgives();
    }

    @Test
    void takesItsTimeBeforeACallHasAnyEffect() throws InterruptedException {
        fake.next("sendMessage").to(7).dawdles(Duration.ofSeconds(2));
        var sending = new Thread(() -> says("бавно"));
        sending.start();
        while (fake.calls("sendMessage").isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(fake.answers(7)).isEmpty();

        sending.join();
        assertThat(fake.answers(7)).hasSize(1);
    }

    @Test
    void doesWhatScriptsSay() {
        bot.controls("message", "{'user_id':7,'text':'ало'}");
        bot.controls("fault", "{'method':'sendMessage','code':429,'retry_after':5,'chat_id':7}");
        assertThat(says("x")).isEqualTo("429 Too Many Requests: retry after 5");
        bot.calls(
                "sendMessage",
                "{'chat_id':7,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'Да','callback_data':'1'}]]}}");
        bot.controls("callback", "{'user_id':7,'label':'Да'}");
        bot.controls("block", "{'user_id':7}");

        assertThat(says("x")).isEqualTo("403 Forbidden: bot was blocked by the user");
        assertThat(new String(bot.looksAt("calls?method=sendMessage"), UTF_8)).contains("\"result\":3");
        assertThat(new String(bot.looksAt("chat/7?format=text"), UTF_8)).isEqualTo("> ало\n< x\n  [Да]");
        assertThat(bot.calls("getUpdates", "{}").path("result")).hasSize(3);
    }

    private String says(String text) {
        return bot.isRefused("sendMessage", "{'chat_id':7,'text':'" + text + "'}");
    }

    private String edits(long message, String text) {
        return bot.isRefused("editMessageText", "{'chat_id':7,'message_id':" + message + ",'text':'" + text + "'}");
    }
}
