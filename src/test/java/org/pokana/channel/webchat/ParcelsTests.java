package org.pokana.channel.webchat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.console.WebStage;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Content;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.SamplePictures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files from the page and back to it, over a real connection with the server's own limits. */
class ParcelsTests {

    private static final byte[] PICTURE = SamplePictures.jpeg(300, 200);
    private static final byte[] PLAN = "%PDF-1.7 the plan".getBytes(UTF_8);
    private static final String BOUNDARY = "----pokana";

    private static WebStage stage;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final AtomicInteger letters = new AtomicInteger();
    private String maria = "";

    record Upload(String name, byte[] bytes) {}

    @BeforeAll
    static void open() {
        stage = WebStage.open("--pokana.webchat.per-address=1000", "--pokana.webchat.per-session=1000");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void openSession() {
        maria = stage.bean(WebChatSessions.class).open();
        stage.takesFiles = true;
    }

    @Test
    void takesFilesAndWordsAsOneLetter() throws Exception {
        assertThat(posts("letter-0001", "Снимки от залата", photo(), photo(), new Upload("план.pdf", PLAN))
                        .statusCode())
                .isEqualTo(202);

        var said = history().path("said").get(0);
        assertThat(said.path("who").asString()).isEqualTo("person");
        assertThat(said.path("text").asString()).isEqualTo("Снимки от залата");
        assertThat(said.path("media").valueStream().map(each -> each.path("kind")
                        .asString()))
                .containsExactly("photo", "photo", "file");
        assertThat(fetched(said.path("media").get(2)).body()).isEqualTo(PLAN);
        assertThat(heard()).hasSize(3).allSatisfy(one -> assertThat(one).contains("letter-0001"));
    }

    @Test
    void takesALetterThatIsPostedAgainOnce() throws Exception {
        posts("letter-0001", "", photo());
        var before = kept();
        posts("letter-0001", "", photo());

        assertThat(kept()).isEqualTo(before);
        assertThat(heard()).hasSize(1);
        assertThat(history().path("said").valueStream().filter(each -> each.has("media")))
                .hasSize(1);
    }

    @Test
    void readsNothingThatNobodyAskedFor() throws Exception {
        stage.takesFiles = false;
        long before = kept();

        var refused = posts("letter-0001", "", photo());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("В момента не чакам файлове");
        assertThat(history().path("said")).isEmpty();
        assertThat(history().path("files").asBoolean()).isFalse();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void saysWhyItDoesNotTakeThem() throws Exception {
        long before = kept();

        refuses(413, "до 20 MB общо", new Upload("филм.zip", new byte[25 << 20]));
        refuses(
                413,
                "до 20 MB общо",
                new Upload("а.zip", new byte[11 << 20]),
                new Upload("б.zip", new byte[9 << 20]),
                photo());
        refuses(400, "празен", photo(), new Upload("празен.pdf", new byte[0]));
        refuses(
                422,
                "до 10 файла",
                java.util.stream.IntStream.range(0, 11).mapToObj(any -> photo()).toArray(Upload[]::new));
        refuses(400, "Презаредете", new Upload[0]);
        assertThat(kept()).isEqualTo(before);
        assertThat(history().path("said")).isEmpty();
    }

    private void refuses(int status, String words, Upload... uploads) throws Exception {
        var refused = posts("letter-000" + letters.incrementAndGet(), "", uploads);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(words);
    }

    @Test
    void turnsOtherPagesAndStrangersAway() throws Exception {
        var foreign = browser.send(
                request("letter-0001", "", photo())
                        .header("Sec-Fetch-Site", "cross-site")
                        .build(),
                BodyHandlers.ofString());
        assertThat(foreign.statusCode()).isEqualTo(403);
        maria = "olena2222222222222222222222222222222";
        assertThat(posts("letter-0001", "", photo()).statusCode()).isEqualTo(401);
    }

    @Test
    void tellsAnOpenPageWhetherFilesAreTaken() throws Exception {
        stage.takesFiles = false;
        try (var page = new Listener(stage.url(), maria, 0)) {
            tell("Напишете съобщението");
            assertThat(page.next().name()).as("nobody hears of what is usual").isEqualTo("said");
            stage.takesFiles = true;
            tell("или пратете снимки");
            assertThat(page.next(2))
                    .extracting(Listener.Event::name, Listener.Event::data)
                    .contains(org.assertj.core.groups.Tuple.tuple("asks", "{\"files\":true}"));
            stage.takesFiles = false;
            tell("Изпратено");
            assertThat(page.next(2)).extracting(Listener.Event::data).contains("{\"files\":false}");
        }
    }

    @Test
    void takesAwayFromAnOpenPageWhatIsTakenBack() throws Exception {
        try (var page = new Listener(stage.url(), maria, 0)) {
            tell("Елате утре.");
            page.next(2);
            channel().delete(new Address("webchat", maria), maria + ":1", Lane.ANNOUNCEMENT);
            assertThat(page.next())
                    .satisfies(event -> assertThat(event.name()).isEqualTo("removed"))
                    .satisfies(event -> assertThat(event.data()).isEqualTo("{\"number\":1}"));
        }
        assertThat(history().path("said")).isEmpty();
        try (var page = new Listener(stage.url(), maria, 0)) {
            tell("Нещо ново.");
            assertThat(page.next(2)).extracting(Listener.Event::data).noneMatch(data -> data.contains("утре"));
        }
    }

    @Test
    void takesBackNothingOfSomebodyElse() {
        tell("Елате утре.");
        var ivan = stage.bean(WebChatSessions.class).open();

        assertThat(channel().delete(new Address("webchat", ivan), maria + ":1", Lane.ANNOUNCEMENT))
                .isInstanceOf(org.pokana.messaging.Delivery.Refused.class);
        assertThat(stage.bean(WebChatLog.class).find(maria, 1).orElseThrow().text())
                .isEqualTo("Елате утре.");
    }

    @Test
    void showsPicturesInThePageAndNothingElse() throws Exception {
        posts(
                "letter-0001",
                "",
                new Upload("зала.jpg", PICTURE),
                new Upload("зло.html", "<script>1</script>".getBytes(UTF_8)));
        var media = history().path("said").get(0).path("media");

        var picture = fetched(media.get(0));
        assertThat(picture.body()).isEqualTo(PICTURE);
        assertThat(header(picture, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(picture, "Content-Disposition")).startsWith("inline;");
        var page = fetched(media.get(1));
        assertThat(header(page, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(page, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%D0%B7%D0%BB%D0%BE.html");
        for (var answer : List.of(picture, page)) {
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "media-src 'self'");
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd                  | passwd",
                "C:\\\\Windows\\\\system32\\\\x.exe | x.exe",
                "план\u202efdp.exe                 | планfdp.exe",
                "x.pdf%00.html                     | x.pdf%00.html",
                "''                                | file"
            })
    void neverShowsAHostileName(String name, String shown) throws Exception {
        posts("letter-0001", "", new Upload(name, PLAN));

        assertThat(history()
                        .path("said")
                        .get(0)
                        .path("media")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo(shown);
    }

    @Test
    void playsFromTheMiddleAndSendsNothingTwice() throws Exception {
        var voice = "OggS-a-voice-from-the-hall".getBytes(UTF_8);
        posts("letter-0001", "", new Upload("глас.ogg", voice));
        var href =
                history().path("said").get(0).path("media").get(0).path("href").asString();

        var part = get(href, "Range", "bytes=5-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), UTF_8)).isEqualTo("a-voi");
        var again = get(href, "If-None-Match", header(get(href), "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void showsNothingThatIsNotThere() throws Exception {
        assertThat(get("/chat/media/nonsense").statusCode()).isEqualTo(404);
        assertThat(get("/chat/media/..%2f..%2fetc").statusCode()).isBetween(400, 404);
        var file = stage.bean(KeptFiles.class).keep(new Address("webchat", maria), "план.pdf", PLAN);
        stage.store().dropCollection("keptPieces");
        assertThat(get("/chat/media/" + file.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsAPictureFromAFileThatOnlyBeginsLikeOne() {
        var files = stage.bean(KeptFiles.class);
        var address = new Address("webchat", maria);

        assertThat(files.keep(address, "x.png", SamplePictures.png(20, 20)).kind())
                .isEqualTo(Kind.PHOTO);
        assertThat(files.keep(address, "x.jpg", SamplePictures.jpeg(20, 20)).kind())
                .isEqualTo(Kind.PHOTO);
        assertThat(files.keep(address, "x.jpg", SamplePictures.jpeg(420, 20)).kind())
                .as("too elongated to be sent as a picture")
                .isEqualTo(Kind.FILE);
        for (byte[] cutOff : List.of(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0},
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 2, 1},
                "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1))) {
            assertThat(files.keep(address, "x.jpg", cutOff).kind()).isEqualTo(Kind.FILE);
        }
    }

    private static Upload photo() {
        return new Upload("снимка.jpg", PICTURE);
    }

    private static WebChatChannel channel() {
        return stage.bean(WebChatChannel.class);
    }

    private void tell(String text) {
        channel().send(new Address("webchat", maria), Content.text(text), Lane.REPLY);
    }

    private static long kept() {
        return stage.store()
                .getCollection(stage.store().getCollectionName(KeptFile.class))
                .countDocuments();
    }

    private List<String> heard() {
        return stage
                .store()
                .getCollection("inbox")
                .find(new org.bson.Document("from", "webchat:" + maria))
                .into(new java.util.ArrayList<>())
                .stream()
                .map(each -> each.getString("_id"))
                .toList();
    }

    private JsonNode history() throws Exception {
        return JsonMapper.shared().readTree(get("/chat/history").body());
    }

    private HttpResponse<byte[]> fetched(JsonNode media) throws Exception {
        return get(media.path("href").asString());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(stage.url() + path)).header("Cookie", Door.COOKIE + "=" + maria);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> posts(String id, String text, Upload... uploads) throws Exception {
        return browser.send(request(id, text, uploads).build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request(String id, String text, Upload... uploads) {
        var body = new ByteArrayOutputStream();
        field(body, "id", id);
        field(body, "text", text);
        field(body, "language", "bg");
        for (Upload upload : uploads) {
            part(body, "name=\"files\"; filename=\"" + upload.name() + "\"", upload.bytes());
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create(stage.url() + "/chat/files"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Cookie", Door.COOKIE + "=" + maria)
                .header("Accept-Language", "bg")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        part(body, "name=\"" + name + "\"", value.getBytes(UTF_8));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }
}
