package org.pokana.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.SamplePictures;

/** Pictures and files in the web chat, both ways, as a person with a browser meets them. */
@Tag("browser")
class AttachmentBrowserTests {

    private static WebStage stage;
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        stage = WebStage.open(
                "--pokana.webchat.per-address=1000",
                "--pokana.webchat.per-session=1000",
                "--pokana.webchat.new-sessions=1000");
        browser = new Browser();
        browser.open(stage.url());
    }

    @AfterAll
    static void close() {
        browser.close();
        stage.close();
    }

    @BeforeEach
    void beginsATalk() {
        stage.takesFiles = false;
        browser.forget();
        browser.size(390, 844);
        browser.prefers("light");
        browser.open(stage.url() + "/?lang=bg");
        say("здравейте");
    }

    @AfterEach
    void hearNoComplaints() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void offersToAttachOnlyWhileFilesAreTaken() {
        assertThat(browser.texts(".chat-attach")).isEmpty();
        stage.takesFiles = true;
        say("ново съобщение");
        browser.until(any -> browser.find(".chat-attach").isDisplayed());
        assertThat(browser.find(".chat-attach").getAttribute("aria-label")).isEqualTo("Добавете снимка или файл");
        browser.reload();
        browser.until(any -> browser.find(".chat-attach").isDisplayed());

        browser.find(".chat-attach").sendKeys("");
        stage.takesFiles = false;
        say("край");
        browser.until(any -> !browser.find(".chat-attach").isDisplayed());
    }

    @Test
    void sendsWhatIsChosenAndShowsIt() throws IOException {
        stage.takesFiles = true;
        say("ново съобщение");
        attach(picture("зала.jpg", Color.ORANGE), picture("вход.png", Color.CYAN), file("план.pdf", "%PDF-1.7 план"));

        browser.until(any -> browser.all(".person .shots img").size() == 2);
        assertThat(browser.all(".person .shots img"))
                .extracting(image -> image.getAttribute("alt"))
                .containsExactly("Снимка 1 от 2", "Снимка 2 от 2");
        assertThat(browser.texts(".person .file-name")).containsExactly("план.pdf");
        browser.until(any -> allLoaded());
        assertThat(browser.script(
                        "return fetch(document.querySelector('.person a.file').href).then(file => file.text())"))
                .isEqualTo("%PDF-1.7 план");
    }

    @Test
    void makesPhotosSmallerBeforeTheyLeave() throws IOException {
        stage.takesFiles = true;
        say("ново съобщение");
        attach(write("голяма.jpg", SamplePictures.picture(4000, 3000, Color.ORANGE, "jpg")));

        browser.until(any -> browser.all(".person .shots img").size() == 1);
        browser.until(any -> allLoaded());
        assertThat(browser.script("return document.querySelector('.person .shots img').naturalWidth"))
                .isEqualTo(2560L);
    }

    @Test
    void saysAtOnceWhatIsTooMuch() throws IOException {
        stage.takesFiles = true;
        say("ново съобщение");
        attach(write("филм.zip", new byte[25 << 20]));
        browser.until(any -> browser.find(".chat-note").getText().contains("до 20 MB общо"));
        attach(file("празен.pdf", ""));
        browser.until(any -> browser.find(".chat-note").getText().contains("празен"));
        var many = new Path[11];
        for (int i = 0; i < many.length; i++) {
            many[i] = file(i + ".txt", "x");
        }
        attach(many);
        browser.until(any -> browser.find(".chat-note").getText().contains("до 10 файла"));

        assertThat(browser.all(".person .file")).isEmpty();
    }

    @Test
    void saysSoWhenFilesAreNoLongerTaken() throws IOException {
        stage.takesFiles = true;
        say("ново съобщение");
        browser.until(any -> browser.find(".chat-attach").isDisplayed());
        stage.takesFiles = false;
        attach(file("план.pdf", "%PDF-1.7"));

        browser.until(any -> browser.find(".chat-note").getText().contains("не чакам файлове"));
        assertThat(browser.texts(".person.stuck")).isEmpty();
        browser.complaints(); // the browser logs every answer that is no success
    }

    @Test
    void showsEverythingThatCanBePassedOn() {
        tell(new Media(photos(5), Content.Text.NONE));
        tell(Content.text("Снимки от форума.", new Button("/stop", "Спри съобщенията", Tone.PLAIN)));
        tell(new Media(
                List.of(kept(Kind.PHOTO, "зала.jpg", SamplePictures.jpeg(600, 400))), Content.text("Новата зала.")));
        tell(new Media(
                List.of(kept(Kind.FILE, "Програма.pdf", "%PDF-1.7".getBytes(UTF_8))), Content.text("Програмата.")));
        tell(new Media(List.of(kept(Kind.VOICE, "voice.ogg", "OggS".getBytes(UTF_8))), Content.text("Чуйте.")));

        browser.until(any -> browser.all(".bot .shots img").size() == 6);
        browser.until(any -> browser.all(".bot audio").size() == 1);
        assertThat(browser.find(".bot audio").getAttribute("aria-label")).isEqualTo("Запис: voice.ogg");
        assertThat(browser.texts(".bot .file-note")).containsExactly("Свалете файла · 1 kB");
        browser.until(any -> allLoaded());
        assertThat(browser.script("return document.querySelector('.chat-news').textContent")
                        .toString())
                .contains("Снимка 5 от 5", "Програма.pdf", "voice.ogg");
    }

    @Test
    void takesAwayWhatIsTakenBack() {
        var receipt = tell(new Media(photos(2), Content.text("По погрешка.")));
        browser.until(any -> browser.texts(".bot .text").contains("По погрешка."));
        stage.bean(Channel.Deletable.class).delete(session(), receipt, Lane.ANNOUNCEMENT);

        browser.until(any -> !browser.texts(".bot .text").contains("По погрешка."));
        browser.reload();
        browser.until(any -> browser.texts(".bot .text").contains("Казвам: здравейте")
                || browser.texts(".bot .text").contains("Казахте: здравейте"));
        assertThat(browser.all(".shots")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void putsUpNoBarriers(String colours) throws IOException {
        browser.prefers(colours);
        stage.takesFiles = true;
        say("ново съобщение");
        attach(picture("зала.jpg", Color.ORANGE), file("план.pdf", "%PDF-1.7"));
        showsEverythingThatCanBePassedOn();

        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void fitsTheNarrowestPhone() {
        browser.size(320, 640);
        stage.takesFiles = true;
        say("ново съобщение");
        browser.until(any -> browser.find(".chat-attach").isDisplayed());
        showsEverythingThatCanBePassedOn();

        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        assertThat((Long) browser.script("return document.querySelector('.chat-log').scrollWidth"
                        + " - document.querySelector('.chat-log').clientWidth"))
                .isZero();
        var attach = browser.find(".chat-attach").getRect();
        assertThat(attach.getWidth()).isGreaterThanOrEqualTo(44);
        assertThat(attach.getHeight()).isGreaterThanOrEqualTo(44);
    }

    @Test
    void canBeReachedByKeyboard() {
        stage.takesFiles = true;
        say("ново съобщение");
        browser.until(any -> browser.find(".chat-attach").isDisplayed());
        browser.keys(Keys.chord(Keys.SHIFT, Keys.TAB));

        assertThat(browser.focused().getAttribute("aria-label")).isEqualTo("Добавете снимка или файл");
        stage.takesFiles = false;
        tell(Content.text("Изпратено."));
        browser.until(any -> !browser.find(".chat-attach").isDisplayed());
        browser.until(any -> browser.focused().getAttribute("id").equals("chat-input"));
    }

    private static boolean allLoaded() {
        return Boolean.TRUE.equals(browser.script("return [...document.querySelectorAll('.shots img')].every(image => {"
                + " image.loading = 'eager'; return image.complete && image.naturalWidth > 0; })"));
    }

    private static void say(String words) {
        browser.find("#chat-input").sendKeys(words, Keys.ENTER);
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").contains("Казахте: " + words));
    }

    private static void attach(Path... files) {
        var paths = java.util.Arrays.stream(files).map(Path::toString).toList();
        browser.find(".chat-files").sendKeys(String.join("\n", paths));
    }

    private Path picture(String name, Color colour) throws IOException {
        return write(name, SamplePictures.picture(400, 300, colour, name.replaceFirst(".*\\.", "")));
    }

    private Path file(String name, String content) throws IOException {
        return write(name, content.getBytes(UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<Item> photos(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(number -> kept(
                        Kind.PHOTO,
                        "снимка.jpg",
                        SamplePictures.picture(400, 300, Color.getHSBColor(number / 6f, 0.6f, 0.9f), "jpg")))
                .toList();
    }

    private static Item kept(Kind kind, String name, byte[] bytes) {
        var files = stage.bean(KeptFiles.class);
        return files.item(files.keep(session(), kind, name, null, bytes));
    }

    private static String tell(Content content) {
        return ((Delivered) stage.bean(Channel.class).send(session(), content, Lane.ANNOUNCEMENT)).receipt();
    }

    private static Address session() {
        return new Address("webchat", browser.cookie("pokana_chat"));
    }
}
