package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The stand-in with pictures, sounds and files, in both directions. */
class StandInMediaTests {

    private static final byte[] PICTURE = FakePicture.of(1000, 500);
    private static final byte[] PLAN = "%PDF the plan".getBytes(UTF_8);

    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(7, "bg");
    private final RawBot bot = new RawBot(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void letsTheBotDownloadAPictureInEachSize() {
        olena.sendsPhoto(PICTURE, "Планът на залата");

        var message = updates().get(0).path("message");
        assertThat(message.path("caption").asString()).isEqualTo("Планът на залата");
        var sizes = message.path("photo");
        assertThat(sizes.valueStream().map(size -> size.path("width").asInt())).containsExactly(90, 320, 800, 1000);
        assertThat(download(sizes.get(3))).isEqualTo(PICTURE);
        assertThat(download(sizes.get(0))).isNotEqualTo(PICTURE).hasSizeLessThan(PICTURE.length);
    }

    @Test
    void bringsAnAlbumAsSeveralUpdatesOfOneGroup() {
        olena.sendsAlbum(FakeMedia.photo(PICTURE, "отпред"), FakeMedia.photo(FakePicture.of(300, 300), ""));
        olena.sendsPhoto(PICTURE, "");

        var group = updates()
                .valueStream()
                .map(update -> update.path("message").path("media_group_id").asString(""))
                .toList();
        assertThat(group.get(0)).isNotEmpty().isEqualTo(group.get(1));
        assertThat(group.get(2)).isEmpty();
    }

    @Test
    void bringsFilesAndVoicesWithTheirNamesAndTypes() {
        olena.sendsDocument("Програма.pdf", "application/pdf", PLAN, "");
        olena.sendsVoice(new byte[] {1, 2, 3});

        var updates = updates();
        var document = updates.get(0).path("message").path("document");
        assertThat(document.path("file_name").asString()).isEqualTo("Програма.pdf");
        assertThat(document.path("mime_type").asString()).isEqualTo("application/pdf");
        assertThat(download(document)).isEqualTo(PLAN);
        assertThat(download(updates.get(1).path("message").path("voice"))).containsExactly(1, 2, 3);
    }

    @Test
    void offersNoDownloadThatNobodyAskedFor() {
        assertThat(bot.downloads("documents/file_11.pdf").statusCode()).isEqualTo(404);
        assertThat(bot.isRefused("getFile", "{'file_id':'nonsense'}")).isEqualTo("400 Bad Request: invalid file_id");
    }

    @Test
    void offersNoDownloadOfMoreThanTwentyMegabytes() {
        olena.sendsDocument("film.zip", "application/zip", new byte[(20 << 20) + 1], "");

        var id = updates()
                .get(0)
                .path("message")
                .path("document")
                .path("file_id")
                .asString();
        assertThat(bot.isRefused("getFile", "{'file_id':'" + id + "'}")).isEqualTo("400 Bad Request: file is too big");
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "voice", "audio", "video", "animation"})
    void sendsAFileAndThenOnlyItsId(String kind) {
        var method = "send" + kind.substring(0, 1).toUpperCase() + kind.substring(1);
        var sent = bot.uploads(method, "{'chat_id':7,'caption':'Ето'}", Map.of(kind, file("a.bin", PLAN)));
        var id = sent.path("result").path(kind).path("file_id").asString();
        bot.calls(method, "{'chat_id':7,'" + kind + "':'" + id + "'}");

        assertThat(fake.answers(7)).extracting(FakeMessage::text).containsExactly("Ето", "");
        assertThat(fake.answers(7))
                .allSatisfy(message -> assertThat(message.file()).isEqualTo(PLAN));
    }

    @Test
    void sendsAPictureOnlyIfItIsOne() {
        bot.uploads("sendPhoto", "{'chat_id':7}", Map.of("photo", file("hall.jpg", PICTURE)));
        assertThat(fake.answers(7)).singleElement().satisfies(message -> assertThat(message.file())
                .isEqualTo(PICTURE));

        assertThat(description(bot.uploads("sendPhoto", "{'chat_id':7}", Map.of("photo", file("x.jpg", PLAN)))))
                .isEqualTo("Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(description(bot.uploads(
                        "sendPhoto", "{'chat_id':7}", Map.of("photo", file("x.jpg", FakePicture.of(2100, 100))))))
                .isEqualTo("Bad Request: PHOTO_INVALID_DIMENSIONS");
    }

    @Test
    void takesNoFileForAPicture() {
        var sent = bot.uploads("sendDocument", "{'chat_id':7}", Map.of("document", file("plan.pdf", PLAN)));
        var id = sent.path("result").path("document").path("file_id").asString();

        assertThat(bot.isRefused("sendPhoto", "{'chat_id':7,'photo':'" + id + "'}"))
                .isEqualTo("400 Bad Request: can't use file of type Document as Photo");
        assertThat(bot.isRefused("sendPhoto", "{'chat_id':7,'photo':'no-id-of-ours'}"))
                .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
    }

    @Test
    void sendsAnAlbumOfUploadsAndIds() {
        var known = bot.uploads("sendPhoto", "{'chat_id':7}", Map.of("photo", file("a.jpg", PICTURE)))
                .path("result")
                .path("photo")
                .get(3)
                .path("file_id")
                .asString();
        var answer = bot.uploads(
                "sendMediaGroup",
                "{'chat_id':7,'media':[{'type':'photo','media':'" + known + "','caption':'Зала'},"
                        + "{'type':'video','media':'attach://film'}]}",
                Map.of("film", file("film.mp4", PLAN)));

        assertThat(answer.path("result")).hasSize(2);
        assertThat(answer.path("result").get(0).path("media_group_id").asString())
                .isEqualTo(answer.path("result").get(1).path("media_group_id").asString());
        assertThat(fake.answers(7)).extracting(FakeMessage::kind).containsExactly("photo", "photo", "video");
    }

    @Test
    void mixesNoFilesWithPicturesInAnAlbum() {
        var answer = bot.uploads(
                "sendMediaGroup",
                "{'chat_id':7,'media':[{'type':'photo','media':'attach://a'},{'type':'document','media':'attach://b'}]}",
                Map.of("a", file("a.jpg", PICTURE), "b", file("b.pdf", PLAN)));

        assertThat(description(answer)).isEqualTo("Bad Request: Document can't be mixed with other media types");
        assertThat(fake.answers(7)).isEmpty();
    }

    @Test
    void editsCaptionsAndCopiesMessages() {
        bot.uploads("sendDocument", "{'chat_id':7,'caption':'Чернова'}", Map.of("document", file("plan.pdf", PLAN)));
        long id = fake.answers(7).get(0).id();

        bot.calls("editMessageCaption", "{'chat_id':7,'message_id':" + id + ",'caption':'Програма'}");
        bot.calls("copyMessage", "{'chat_id':7,'from_chat_id':7,'message_id':" + id + "}");

        assertThat(fake.answers(7)).extracting(FakeMessage::text).containsExactly("Програма", "Програма");
        assertThat(bot.isRefused("editMessageText", "{'chat_id':7,'message_id':" + id + ",'text':'Програма'}"))
                .isEqualTo("400 Bad Request: there is no text in the message to edit");
    }

    @Test
    void takesMediaFromScripts() {
        var picture = Base64.getEncoder().encodeToString(PICTURE);
        bot.controls("message", "{'user_id':7,'photo':'" + picture + "','caption':'Залата'}");
        bot.controls("message", "{'user_id':7,'album':[{'photo':'" + picture + "'},{'photo':'" + picture + "'}]}");
        bot.controls("message", "{'user_id':7,'document':'AAEC','file_name':'a.bin','mime_type':'text/plain'}");

        assertThat(fake.messages(7))
                .extracting(FakeMessage::kind)
                .containsExactly("photo", "photo", "photo", "document");
        assertThat(fake.messages(7).get(0).text()).isEqualTo("Залата");
        assertThat(updates()).hasSize(4);
    }

    @Test
    void downloadsCanFailLikeAnythingElse() {
        olena.sendsDocument("plan.pdf", "application/pdf", PLAN, "");
        fake.next("download").answersHtml(502);

        var path = path(updates().get(0).path("message").path("document"));
        assertThat(bot.downloads(path).statusCode()).isEqualTo(502);
        assertThat(bot.downloads(path).body()).isEqualTo(PLAN);
    }

    private JsonNode updates() {
        return bot.calls("getUpdates", "{}").path("result");
    }

    private byte[] download(JsonNode file) {
        return bot.downloads(path(file)).body();
    }

    private String path(JsonNode file) {
        return bot.calls("getFile", "{'file_id':'" + file.path("file_id").asString() + "'}")
                .path("result")
                .path("file_path")
                .asString();
    }

    private static FakeUpload file(String name, byte[] content) {
        return new FakeUpload(name, "application/octet-stream", content);
    }

    private static String description(JsonNode answer) {
        return answer.path("description").asString("");
    }
}
