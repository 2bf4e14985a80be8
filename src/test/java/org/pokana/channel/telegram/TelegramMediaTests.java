package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Fetched;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.SamplePictures;
import org.pokana.messaging.Showing;
import org.pokana.store.TestStore;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Pictures and files from a person to the bot and on to others, with what Telegram demands of them. */
@ExtendWith(OutputCaptureExtension.class)
class TelegramMediaTests {

    private static final Address OLENA = new Address("telegram", "501");
    private static final Address MARIA = new Address("telegram", "777");
    private static final byte[] PICTURE = SamplePictures.jpeg(300, 200);
    private static final byte[] PLAN = "%PDF-1.7 the plan".getBytes(UTF_8);

    private final TestStore store = TestStore.inMemory(SentFile.class, KeptFile.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final FakeTelegram fake = FakeTelegram.open(0, clock);
    private final FakePerson olena = fake.person(501, "bg");
    private final FakePerson maria = fake.person(777, "bg");
    private final TelegramConnections connections = new TelegramConnections(Settings.of(fake));
    private final SentFiles sentFiles = new SentFiles(store.mongo(), "4242", clock);
    private int ids;
    private final KeptFiles kept =
            new KeptFiles(store.mongo(), () -> "kept" + ++ids, clock, List.of(), "https://pokana.example");
    private final TelegramChannel channel = TelegramChannel.of(connections, sentFiles, kept, Settings.of(fake));

    @AfterEach
    void everyCallWasValid(CapturedOutput output) {
        connections.close();
        fake.close();
        store.close();
        assertThat(fake.violations()).isEmpty();
        assertThat(output.getAll()).doesNotContain(FakeTelegram.TOKEN);
    }

    @Test
    void fetchesWhatAPersonSent() {
        maria.sendsDocument("план.pdf", "application/pdf", PLAN, "");

        assertThat(channel.fetch(shown(), KeptFiles.LARGEST))
                .isInstanceOfSatisfying(
                        Fetched.Here.class, here -> assertThat(here.bytes()).isEqualTo(PLAN));
    }

    @Test
    void fetchesNothingThatIsTooBig() {
        maria.sendsDocument("филм.zip", "application/zip", new byte[25 << 20], "");
        var showing = shown();

        assertThat(showing.bytes()).isEqualTo(25 << 20);
        assertThat(channel.fetch(showing, KeptFiles.LARGEST)).isInstanceOf(Fetched.TooBig.class);
        maria.sendsDocument("план.pdf", "application/pdf", PLAN, "");
        assertThat(channel.fetch(shown(), PLAN.length - 1)).isInstanceOf(Fetched.TooBig.class);
        assertThat(channel.fetch(shown(), PLAN.length)).isInstanceOf(Fetched.Here.class);
    }

    @Test
    void saysThatItCannotBeHadWithoutSayingWhere() {
        maria.sendsPhoto(PICTURE, "");
        fake.next("getFile").refuses(500, "Internal Server Error bot" + FakeTelegram.TOKEN);
        assertThat(channel.fetch(shown(), KeptFiles.LARGEST))
                .isInstanceOf(Fetched.Away.class)
                .asString()
                .doesNotContain(FakeTelegram.TOKEN);
        fake.next("download").refuses(404, "Not Found");
        assertThat(channel.fetch(shown(), KeptFiles.LARGEST)).isEqualTo(new Fetched.Away("Telegram answered 404"));
        fake.next("download").breaksOff();
        assertThat(channel.fetch(shown(), KeptFiles.LARGEST))
                .isInstanceOf(Fetched.Away.class)
                .asString()
                .doesNotContain(FakeTelegram.TOKEN);

        assertThat(channel.fetch(new Showing(Kind.PHOTO, "99:AgAC", "", 0, null), KeptFiles.LARGEST))
                .isEqualTo(new Fetched.Away("it was sent to another bot"));
    }

    @Test
    void sendsOnWhatWasSentToThisBotWithoutUploadingIt() {
        maria.sendsPhoto(PICTURE, "");
        var photo = kept(Kind.PHOTO, "", shown().reference(), PICTURE);
        maria.sendsDocument("план.pdf", "application/pdf", PLAN, "");
        var plan = kept(Kind.FILE, "план.pdf", shown().reference(), PLAN);
        send(photo);
        send(plan);

        assertThat(fake.calls("sendPhoto").get(0).files()).isEmpty();
        assertThat(fake.calls("sendDocument").get(0).files()).isEmpty();
        assertThat(fake.answers(501)).extracting(FakeMessage::file).containsExactly(PICTURE, PLAN);
    }

    @Test
    void uploadsWhatAnotherBotWasSentOnceAndThenOnlyNamesIt() {
        var photo = kept(Kind.PHOTO, "", "99:AgAC", PICTURE);
        send(photo);
        send(photo);

        assertThat(fake.calls("sendPhoto"))
                .extracting(call -> call.files().size())
                .containsExactly(1, 0);
        assertThat(fake.answers(501)).extracting(FakeMessage::file).containsExactly(PICTURE, PICTURE);
    }

    @Test
    void uploadsAnAlbumOnceAndThenOnlyNamesIt() {
        var album = new Media(List.of(photo(), photo(), photo()), Text.NONE);
        assertThat(send(album)).isInstanceOf(Delivered.class);
        assertThat(send(album)).isInstanceOfSatisfying(Delivered.class, sent -> assertThat(sent.receipt())
                .matches("\\d+,\\d+,\\d+"));

        assertThat(fake.calls("sendMediaGroup"))
                .extracting(call -> call.files().size())
                .containsExactly(3, 0);
        assertThat(fake.answers(501))
                .extracting(FakeMessage::album)
                .doesNotContain("")
                .hasSize(6);
    }

    @Test
    void uploadsAgainWhatTelegramNoLongerKnows() {
        var album = new Media(List.of(photo(), photo()), Text.NONE);
        send(album);
        fake.chats().forgetFiles();
        send(album);
        send(album);
        assertThat(fake.calls("sendMediaGroup"))
                .extracting(call -> call.files().size())
                .containsExactly(2, 0, 2, 0);

        var photo = kept(Kind.PHOTO, "", "4242:AgAC-of_long_ago", PICTURE);
        send(photo);
        send(photo);
        assertThat(fake.calls("sendPhoto"))
                .extracting(call -> call.files().size())
                .containsExactly(0, 1, 0);
    }

    @Test
    void doesNotUploadAgainWhenItIsThePersonWhoIsGone() {
        var album = new Media(List.of(photo(), photo()), Text.NONE);
        send(album);
        olena.blocks();

        assertThat(send(album)).isInstanceOf(Delivery.Gone.class);
        assertThat(fake.calls("sendMediaGroup")).hasSize(2);
    }

    @Test
    void keepsApartFilesOfOneName() {
        var files = new Media(
                List.of(
                        kept(Kind.FILE, "план.pdf", null, PLAN),
                        kept(Kind.FILE, "план.pdf", null, "%PDF-2".getBytes(UTF_8))),
                Text.NONE);
        assertThat(send(files)).isInstanceOf(Delivered.class);

        assertThat(fake.answers(501)).extracting(FakeMessage::file).containsExactly(PLAN, "%PDF-2".getBytes(UTF_8));
    }

    @Test
    void changesAPictureThatTelegramDoesNotKnowYet() {
        var sent = (Delivered) send(new Media(List.of(photo(), photo()), Text.NONE));
        var better = SamplePictures.png(200, 300);
        var album = new Media(List.of(photo(), kept(Kind.PHOTO, "зала.png", null, better)), Text.NONE);

        assertThat(channel.edit(OLENA, sent.receipt(), album, Lane.ANNOUNCEMENT))
                .isEqualTo(sent);
        assertThat(fake.answers(501)).extracting(FakeMessage::file).containsExactly(PICTURE, better);
        assertThat(channel.edit(OLENA, sent.receipt(), one(photo()), Lane.ANNOUNCEMENT))
                .as("two cannot become one")
                .isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void changesOnlyTheWordsUnderAVoice() {
        var voice = kept(Kind.VOICE, "", null, "OggS-sound".getBytes(UTF_8));
        var sent = (Delivered) send(new Media(List.of(voice), Content.text("Чуйте")));

        assertThat(channel.edit(
                        OLENA, sent.receipt(), new Media(List.of(voice), Content.text("Чуйте пак")), Lane.ANNOUNCEMENT))
                .isEqualTo(sent);
        assertThat(fake.answers(501)).extracting(FakeMessage::text).containsExactly("Чуйте пак");
    }

    @Test
    void takesBackNothingThatIsTooOld() {
        var sent = (Delivered) channel.send(OLENA, Content.text("Елате утре."), Lane.ANNOUNCEMENT);
        clock.advance(channel.deletableFor().plusSeconds(1));

        assertThat(channel.delete(OLENA, sent.receipt(), Lane.ANNOUNCEMENT)).isInstanceOf(Delivery.Refused.class);
        assertThat(fake.answers(501)).hasSize(1);
        assertThat(channel.deletableFor()).isEqualTo(Duration.ofHours(48));
    }

    private Showing shown() {
        var message = fake.messages(777).get(fake.messages(777).size() - 1).json();
        return new Updates(clock, new Me("4242"))
                .read(
                        "id",
                        new com.fasterxml.jackson.databind.ObjectMapper()
                                .createObjectNode()
                                .set("message", json(message)))
                .showing();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(Object message) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(message.toString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Item photo() {
        return kept(Kind.PHOTO, "", null, PICTURE);
    }

    private Item kept(Kind kind, String name, String reference, byte[] bytes) {
        var file = kept.keep(MARIA, kind, name, reference, bytes);
        return new Item(file.id(), file.kind(), file.name(), file.type(), file.bytes(), "");
    }

    private static Media one(Item item) {
        return new Media(List.of(item), Text.NONE);
    }

    private void send(Item item) {
        assertThat(send(one(item))).isInstanceOf(Delivered.class);
    }

    private Delivery send(Media media) {
        return channel.send(OLENA, media, Lane.ANNOUNCEMENT);
    }
}
