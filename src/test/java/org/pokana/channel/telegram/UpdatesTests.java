package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.Showing;

class UpdatesTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Address OLENA = new Address("telegram", "3527065");
    private static final Address GROUP = new Address("telegram", "-100");
    private static final String FROM_OLENA =
            "\"from\":{\"id\":3527065,\"is_bot\":false,\"first_name\":\"Олена\",\"language_code\":\"bg\"}";
    private static final String PRIVATE = "\"chat\":{\"id\":3527065,\"type\":\"private\"}";

    private final Me me = new Me("4242");
    private final Updates updates = new Updates(SettableClock.at("2026-11-23T10:00:00Z"), me);

    @Test
    void readsWhatAPersonSays() {
        assertThat(message("\"text\":\"Кога е форумът? 🙂\""))
                .isEqualTo(Incoming.said(
                                "id",
                                OLENA,
                                "Кога е форумът? 🙂",
                                Locale.forLanguageTag("bg"),
                                Instant.ofEpochSecond(1795428000))
                        .signed("Олена"));
    }

    @Test
    void readsAPinAsItsDegreesWithTheNameItMayHave() {
        var point = "\"location\":{\"latitude\":41.934399,\"longitude\":25.5554}";
        assertThat(message(point))
                .extracting(Incoming::kind, Incoming::text)
                .containsExactly(Kind.SAID, "41.93440, 25.55540");
        assertThat(message(point + ",\"venue\":{\"title\":\"Читалището\",\"address\":\"ул. Първа 1\"}")
                        .text())
                .isEqualTo("Читалището, ул. Първа 1, 41.93440, 25.55540");
    }

    @Test
    void readsWhatSomebodySharesOfTheirOwnAsIfTheyHadTypedTheirNumberAndOfOthersNothing() {
        var own = "\"contact\":{\"phone_number\":\"359888123456\",\"first_name\":\"Олена\",\"user_id\":%d}";
        var read = message(own.formatted(3527065));
        assertThat(read).extracting(Incoming::kind, Incoming::text).containsExactly(Kind.SAID, "+359888123456");

        for (String another : List.of(
                own.formatted(3527066),
                own.formatted(3527065) + ",\"forward_origin\":{\"type\":\"user\"}",
                "\"contact\":{\"phone_number\":\"359888123456\",\"first_name\":\"Иван\"}",
                "\"contact\":{\"phone_number\":\"+35988812345678901\",\"user_id\":3527065}",
                "\"contact\":{\"user_id\":3527065}")) {
            assertThat(message(another))
                    .as(another)
                    .extracting(Incoming::kind, Incoming::text)
                    .containsExactly(Kind.SHOWED, "");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/start forum-haskovo-2027, /start forum-haskovo-2027",
        "/menu@pokana_bot, /menu",
        "/start@pokana_bot forum-x, /start forum-x",
        "/питай@pokana_bot, /питай@pokana_bot",
        "olena@example.org, olena@example.org",
        "see /menu@pokana_bot, see /menu@pokana_bot"
    })
    void readsCommandsWithoutOurName(String text, String read) {
        assertThat(message("\"text\":\"" + text + "\"").text()).isEqualTo(read);
    }

    @Test
    void cutsALongTextWithoutHalvingAnEmoji() {
        var read = message("\"text\":\"" + "a".repeat(4095) + "🙂".repeat(500_000) + "\"");

        assertThat(read.text()).hasSize(4095).doesNotContain("\ud83d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sticker",
                "photo",
                "voice",
                "video",
                "video_note",
                "audio",
                "document",
                "animation",
                "contact",
                "location",
                "venue",
                "poll",
                "dice",
                "story"
            })
    void seesThatSomethingElseThanTextWasSent(String kind) {
        var read = message("\"" + kind + "\":{},\"caption\":\"Вижте\"");

        assertThat(read.kind()).isEqualTo(Kind.SHOWED);
        assertThat(read.text()).isEqualTo("Вижте");
    }

    @Test
    void readsTheLargestSizeOfAPictureThatCanBeFetched() {
        var read = message("\"photo\":[{\"file_id\":\"small\",\"width\":90,\"height\":60},"
                + "{\"file_id\":\"large\",\"width\":1280,\"height\":900,\"file_size\":300000},"
                + "{\"file_id\":\"huge\",\"width\":9000,\"height\":900,\"file_size\":20971521},"
                + "{\"file_id\":\"middle\",\"width\":800,\"height\":600}],"
                + "\"caption\":\"Залата\",\"media_group_id\":\"137\"");

        assertThat(read.text()).isEqualTo("Залата");
        assertThat(read.showing()).isEqualTo(new Showing(Attachment.Kind.PHOTO, "4242:large", "", 300_000, "137"));
    }

    @ParameterizedTest
    @CsvSource({"document, FILE", "voice, VOICE", "audio, AUDIO", "video, VIDEO", "animation, ANIMATION"})
    void readsWhatElseCanBePassedOn(String field, Attachment.Kind kind) {
        var read = message("\"" + field + "\":{\"file_id\":\"BQAC-1_x\",\"file_name\":\"план.pdf\",\"file_size\":5}");

        assertThat(read.kind()).isEqualTo(Kind.SHOWED);
        assertThat(read.showing()).isEqualTo(new Showing(kind, "4242:BQAC-1_x", "план.pdf", 5, null));
    }

    /** Telegram describes an animation as a document, too. */
    @Test
    void takesAnAnimationForWhatItIs() {
        var read = message("\"document\":{\"file_id\":\"d\"},\"animation\":{\"file_id\":\"a\"}");

        assertThat(read.showing().kind()).isEqualTo(Attachment.Kind.ANIMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"document\":{}",
                "\"document\":{\"file_id\":7}",
                "\"document\":{\"file_id\":\"../../x\"}",
                "\"document\":{\"file_id\":\"\"}",
                "\"document\":[]",
                "\"photo\":{}",
                "\"photo\":[]",
                "\"photo\":[1,\"x\",null]",
                "\"photo\":[{\"width\":1}]",
                "\"sticker\":{\"file_id\":\"x\"}",
                "\"contact\":{\"phone_number\":\"1\"}"
            })
    void readsNothingOutOfWhatMakesNoSense(String content) {
        var read = message(content);

        assertThat(read.kind()).isEqualTo(Kind.SHOWED);
        assertThat(read.showing()).isNull();
    }

    @Test
    void believesNothingAFileSaysOfItself() {
        var read = message("\"document\":{\"file_id\":\"d\",\"file_name\":\"" + "x".repeat(5000)
                + "\",\"file_size\":-5},\"media_group_id\":\"" + "1".repeat(100) + "\"");

        assertThat(read.showing().name()).hasSize(255);
        assertThat(read.showing().bytes()).isZero();
        assertThat(read.showing().group()).isNull();
    }

    @Test
    void knowsWhatAMessageReplies() {
        assertThat(message("\"text\":\"Да\",\"reply_to_message\":{\"message_id\":12}")
                        .repliesTo())
                .isEqualTo("12");
        assertThat(message("\"text\":\"Да\",\"reply_to_message\":{\"message_id\":\"x\"}")
                        .repliesTo())
                .isNull();
        assertThat(message("\"text\":\"Да\"").repliesTo()).isNull();
    }

    @Test
    void readsATapThatTheAnswerMayReplace() {
        assertThat(tap("1:haskovo-2027", "\"message_id\":77,\"date\":1795428000"))
                .isEqualTo(new Incoming(
                                "id",
                                OLENA,
                                Kind.PRESSED,
                                "Хасково",
                                "haskovo-2027",
                                "77",
                                Locale.forLanguageTag("bg"),
                                NOW)
                        .signed("Олена"));
    }

    @Test
    void leavesTheMessageOfALastingButtonAsItIs() {
        assertThat(tap("1!haskovo-2027", "\"message_id\":77,\"date\":1795428000")
                        .tapped())
                .isNull();
    }

    @Test
    void leavesAMessageThatIsTooOldToSeeAsItIs() {
        var read = tap("1:haskovo-2027", "\"message_id\":77,\"date\":0");

        assertThat(read.pick()).isEqualTo("haskovo-2027");
        assertThat(read.tapped()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:", "0:menu", "2:menu", "menu", "{}", "да", "1?menu"})
    void takesAButtonOfAnotherVersionForStale(String data) {
        var read = tap(data, "\"message_id\":77,\"date\":1795428000");

        assertThat(read.kind()).isEqualTo(Kind.PRESSED);
        assertThat(read.pick()).isEqualTo("stale");
        assertThat(read.tapped()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"kicked, BLOCKED_US", "member, CAME_BACK", "administrator, OTHER", "sideways, OTHER"})
    void noticesWhoBlocksUsAndWhoComesBack(String status, Kind kind) {
        var change = "{\"my_chat_member\":{\"date\":1795428000," + FROM_OLENA + "," + PRIVATE
                + ",\"new_chat_member\":{\"status\":\"" + status + "\"}}}";

        assertThat(read(change).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":{\"message_id\":1,\"date\":1795428000,\"chat\":{\"id\":-100,\"type\":\"supergroup\"},"
                        + "\"from\":{\"id\":3527065},\"text\":\"hello group\"}}",
                "{\"my_chat_member\":{\"chat\":{\"id\":-100,\"type\":\"group\"},\"from\":{\"id\":3527065},"
                        + "\"new_chat_member\":{\"status\":\"kicked\"}}}",
                "{\"my_chat_member\":{\"chat\":{\"id\":-100,\"type\":\"channel\"},\"from\":{\"id\":3527065},"
                        + "\"new_chat_member\":{\"status\":\"member\"}}}",
                "{\"channel_post\":{\"message_id\":1,\"date\":1795428000,\"chat\":{\"id\":-100,\"type\":\"channel\"},"
                        + "\"text\":\"post\"}}",
                "{\"edited_message\":{\"message_id\":1,\"date\":1795428000,\"chat\":{\"id\":1,\"type\":\"private\"},"
                        + "\"from\":{\"id\":1},\"text\":\"corrected\"}}",
                "{\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":3527065},\"data\":\"1:x\","
                        + "\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-100,\"type\":\"group\"}}}}",
                "{\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":3527065},\"data\":\"1:x\","
                        + "\"inline_message_id\":\"abc\"}}",
                "{\"message\":{\"chat\":{\"id\":5,\"type\":\"private\"},\"from\":{\"id\":5},\"pinned_message\":{}}}",
                "{\"never_seen_before\":{\"from\":{\"id\":3}}}",
                "{}"
            })
    void keepsWhatIsNotForUsAsSomethingElse(String update) {
        var read = read(update);

        assertThat(read.kind()).isEqualTo(Kind.OTHER);
        assertThat(read.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            @pokana_test_bot кога е форумът?    | кога е форумът?
            Кога е форумът, @Pokana_Test_Bot    | Кога е форумът,
            @pokana_test_bot, кога?             | кога?
            /help                               | /help
            /link@pokana_test_bot               | /link
            Кога е форумът?                     | none
            @pokana_test_bot2 кога?             | none
            /help@other_bot                     | none
            olena@pokana.bg                     | none
            """)
    void hearsInAGroupOnlyWhatIsSaidToUs(String said, String heard) {
        me.isCalled("pokana_test_bot");
        var read = read(inGroup("\"text\":\"" + said + "\""));

        assertThat(read.kind()).isEqualTo(heard == null ? Kind.OTHER : Kind.SAID);
        assertThat(read.text()).isEqualTo(heard == null ? "" : heard);
        assertThat(read.room()).isEqualTo(heard == null ? null : GROUP);
    }

    @Test
    void hearsInAGroupWhoAnswersUs() {
        var reply = "\"text\":\"а къде?\",\"reply_to_message\":{\"message_id\":1,\"from\":{\"id\":%d}}";

        assertThat(read(inGroup(reply.formatted(4242))).text()).isEqualTo("а къде?");
        assertThat(read(inGroup(reply.formatted(88))).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void hearsNoOtherBots() {
        assertThat(read(inGroup("\"text\":\"/help\"").replace("\"is_bot\":false", "\"is_bot\":true"))
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "left,   member,        CAME_BACK",
        "kicked, administrator, CAME_BACK",
        "member, left,          BLOCKED_US",
        "member, kicked,        BLOCKED_US",
        "member, administrator, OTHER"
    })
    void noticesWhenItIsAddedToAGroupAndWhenItIsRemoved(String before, String after, Kind kind) {
        var read = read("{\"my_chat_member\":{\"chat\":{\"id\":-100,\"type\":\"supergroup\"}," + FROM_OLENA
                + ",\"old_chat_member\":{\"status\":\"" + before + "\"},\"new_chat_member\":{\"status\":\"" + after
                + "\"}}}");

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.room()).isEqualTo(kind == Kind.OTHER ? null : GROUP);
    }

    private static String inGroup(String content) {
        return "{\"message\":{\"message_id\":9,\"chat\":{\"id\":-100,\"type\":\"supergroup\"}," + FROM_OLENA + ","
                + content + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "bg, bg",
                "en-GB, en-GB",
                "pt_br, pt-BR",
                "zh-hans, zh-Hans",
                "'', none",
                "'1', none",
                "'<b>', none"
            })
    void readsTheLanguageOfTheClientIfItSaysOne(String code, String language) {
        var read = read("{\"message\":{\"date\":1," + PRIVATE
                + ",\"text\":\"x\",\"from\":{\"id\":5,\"language_code\":\"" + code + "\"}}}");

        assertThat(read.language()).isEqualTo(language == null ? null : Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @MethodSource("kindsOfTheSpecification")
    void survivesEveryKindOfUpdate(String kind, String update) {
        assertThat(read(update)).isNotNull();
        assertThat(read(update).kind())
                .isIn(
                        kind.equals("message") || kind.equals("callback_query")
                                ? List.of(Kind.SAID, Kind.SHOWED, Kind.PRESSED, Kind.OTHER)
                                : List.of(Kind.OTHER));
    }

    static Stream<String[]> kindsOfTheSpecification() {
        var samples = new SpecSamples(new BotApiSpec());
        return samples.updateKinds().stream()
                .map(kind -> new String[] {kind, "{\"update_id\":1,\"" + kind + "\":" + samples.of(kind) + "}"});
    }

    @Test
    void survivesTwentyThousandMangledUpdates() {
        var random = new Random(11);
        var samples = kindsOfTheSpecification().map(sample -> tree(sample[1])).toList();
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var mangled = new Mangle(random).of(samples.get(random.nextInt(samples.size())));
            assertThat(updates.read("id", mangled).from().channel()).isEqualTo("telegram");
            read++;
        }

        assertThat(read).isEqualTo(20_000);
    }

    private Incoming message(String content) {
        return read("{\"message\":{\"message_id\":5,\"date\":1795428000," + FROM_OLENA + "," + PRIVATE + "," + content
                + "}}");
    }

    private Incoming tap(String data, String message) {
        var callback = JSON.createObjectNode().put("data", data).toString();
        return read("{\"callback_query\":{\"id\":\"9\"," + FROM_OLENA + ",\"message\":{" + message + "," + PRIVATE
                + ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Харманли\",\"callback_data\":\"1:harmanli\"},"
                + "{\"text\":\"Хасково\",\"callback_data\":\"1:haskovo-2027\"}]]}}," + callback.substring(1) + "}");
    }

    private Incoming read(String update) {
        return updates.read("id", tree(update));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes things away, turns them into other things, and puts strange ones in. */
}
