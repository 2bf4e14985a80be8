package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The stand-in when somebody is in a hurry. */
class StandInLimitTests {

    private static final String MENU = "{'chat_id':%d,'text':'%s'}";

    private final FakeTelegram fake = FakeTelegram.open();
    private final RawBot bot = new RawBot(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void lastsForEverUnlessSomebodyMinds() {
        fake.person(7, "bg");

        for (int i = 0; i < 50; i++) {
            assertThat(says(7, "x" + i)).isEqualTo("- -");
        }
    }

    @Test
    void lastsForAFewMessagesAtOnceAndThenForOneASecond() {
        fake.keepsTelegramsLimits();
        fake.person(7, "bg");
        fake.person(8, "bg");

        assertThat(saysUntilRefused(7).path("description").asString()).matches("Too Many Requests: retry after [1-5]");
        assertThat(fake.answers(7)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(says(8, "to somebody else")).isEqualTo("- -");
    }

    @Test
    void saysTruthfullyHowLongToWait() throws InterruptedException {
        fake.keepsTelegramsLimits();
        fake.person(7, "bg");
        var answer = saysUntilRefused(7);

        Thread.sleep(answer.path("parameters").path("retry_after").asInt() * 1000L);
        assertThat(says(7, "y")).isEqualTo("- -");
    }

    private JsonNode saysUntilRefused(long chat) {
        while (true) {
            var answer = bot.calls("sendMessage", MENU.formatted(chat, "x"));
            if (!answer.path("ok").asBoolean()) {
                return answer;
            }
        }
    }

    @Test
    void bearsTwentyMessagesAndEditsAMinuteInAGroup() {
        fake.keepsTelegramsLimits();
        fake.person(7, "bg").adds(-100);
        for (int i = 0; i < 10; i++) {
            assertThat(says(-100, "x" + i)).isEqualTo("- -");
            assertThat(bot.isRefused(
                            "editMessageText", "{'chat_id':-100,'message_id':" + (i + 1) + ",'text':'y" + i + "'}"))
                    .isEqualTo("- -");
        }

        assertThat(says(-100, "one more")).matches("429 Too Many Requests: retry after ([45]\\d|60)");
    }

    @Test
    void countsEachPictureOfAnAlbum() {
        fake.limit().set(Integer.MAX_VALUE, 10, Integer.MAX_VALUE);
        fake.person(7, "bg");
        var picture = new FakeUpload("a.jpg", "image/jpeg", FakePicture.of(50, 50));
        var item = "{'type':'photo','media':'attach://a'}";
        bot.uploads(
                "sendMediaGroup",
                "{'chat_id':7,'media':[" + String.join(",", Collections.nCopies(10, item)) + "]}",
                Map.of("a", picture));

        assertThat(fake.answers(7)).hasSize(10);
        assertThat(says(7, "eleventh")).startsWith("429");
    }

    @Test
    void sharesSoManyASecondAmongAll() {
        fake.sendsAtMost(3);
        int throttled = 0;
        for (long id = 100; id < 140; id++) {
            fake.person(id, "bg");
            throttled += says(id, "x").startsWith("429") ? 1 : 0;
        }

        assertThat(throttled).isPositive();
    }

    @Test
    void holdsUploadsOfTheSameSizeApart() {
        fake.keepsTelegramsLimits();
        var film = new FakeUpload("film.mp4", "video/mp4", new byte[3_000_000]);
        long before = System.nanoTime();
        for (long id = 100; id < 110; id++) {
            fake.person(id, "bg");
            bot.uploads("sendVideo", "{'chat_id':" + id + "}", Map.of("video", film));
        }

        assertThat((System.nanoTime() - before) / 1_000_000)
                .as("each takes three tenths of a second, and a second is saved up")
                .isGreaterThan(1500);
    }

    @Test
    void setsAWebhookOnceASecond() {
        fake.keepsTelegramsLimits();
        var hook = "{'url':'https://pokana.example.org/hook'}";
        assertThat(bot.isRefused("setWebhook", hook)).isEqualTo("- -");

        await().until(() -> bot.isRefused("setWebhook", hook).equals("429 Too Many Requests: retry after 1"));
    }

    @Test
    void canBeSetByHand() {
        fake.person(7, "bg");
        bot.controls("limit", "{'burst':2}");
        await().until(() -> says(7, "x").startsWith("429"));

        bot.controls("limit", "{}");
        await().during(Duration.ofMillis(500)).until(() -> says(7, "x").equals("- -"));
        bot.controls("limit", "{'telegram':true}");
        await().until(() -> says(7, "x").startsWith("429"));
    }

    private String says(long chat, String text) {
        return bot.isRefused("sendMessage", MENU.formatted(chat, text));
    }
}
