package org.pokana.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Document;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Content.Place;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Delivery.Gone;
import org.pokana.messaging.Delivery.NotSent;
import org.pokana.messaging.Delivery.Refused;
import org.pokana.messaging.Delivery.TryLater;
import org.pokana.messaging.Delivery.Uncertain;

/**
 * What every channel must do. Implement it with a stand-in of the service on the other side; a trouble that cannot
 * occur on the channel, such as being blocked where there is no service, is answered with {@code false}.
 */
public interface ChannelContract {

    /** How long a throttling service asks us to wait. */
    Duration PAUSE = Duration.ofSeconds(7);

    byte[] PNG = SamplePictures.png(40, 30);

    /** The beginning of a file of each kind, which is all that anybody looks at; a picture must be one. */
    Map<Kind, byte[]> SAMPLES = Map.of(
            Kind.PHOTO, SamplePictures.jpeg(40, 30),
            Kind.VIDEO, "0000ftypisom".getBytes(UTF_8),
            Kind.ANIMATION, "0000ftypmp42".getBytes(UTF_8),
            Kind.FILE, "%PDF-1.7".getBytes(UTF_8),
            Kind.AUDIO, "ID3-sound".getBytes(UTF_8),
            Kind.VOICE, "OggS-sound".getBytes(UTF_8));

    /** What can go wrong with the next message. */
    enum Trouble {
        THROTTLED,
        DOWN,
        BLOCKED,
        REFUSED
    }

    /** A message as the person sees it, with the labels of its buttons. */
    record Shown(String text, List<String> labels) {

        public Shown(String text, String... labels) {
            this(text, List.of(labels));
        }
    }

    /** The channel, connected to its stand-in. */
    Channel channel();

    /** Somebody who can be reached. */
    Address somebody();

    /** All this person sees of ours, oldest first and as edited; the caption stands for a document. */
    List<Shown> seenBy(Address person);

    /** A file that somebody sent, kept where the channel finds it. */
    Item kept(Kind kind, String name, byte[] bytes);

    /** Lets the next message to this person meet the trouble; false where that cannot happen. */
    default boolean meets(Trouble trouble, Address person) {
        return false;
    }

    /** Takes a sent message away, so that it cannot be edited any more; false where that cannot happen. */
    default boolean vanishes(Address person, String receipt) {
        return false;
    }

    /** What must never show in an outcome, such as a token. */
    default List<String> secrets() {
        return List.of();
    }

    @Test
    default void deliversWordsInEveryScript() {
        assertThat(send(
                        Content.text("Здравейте, Олена! 👋 Заповядайте в Хасково — 10:00 <b>&amp; *зала* _1_"),
                        Lane.REPLY))
                .isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody()))
                .containsExactly(new Shown("Здравейте, Олена! 👋 Заповядайте в Хасково — 10:00 <b>&amp; *зала* _1_"));
    }

    @Test
    default void deliversInEveryLaneAndInOrder() {
        for (Lane lane : Lane.values()) {
            assertThat(send(Content.text(lane.name()), lane)).isInstanceOf(Delivered.class);
        }

        assertThat(seenBy(somebody()))
                .containsExactly(new Shown("REPLY"), new Shown("REMINDER"), new Shown("ANNOUNCEMENT"));
    }

    @Test
    default void givesEveryMessageAReceiptOfItsOwn() {
        assertThat(receipt(Content.text("първо"))).isNotBlank().isNotEqualTo(receipt(Content.text("второ")));
    }

    @Test
    default void carriesButtons() {
        assumeTrue(channel().abilities().mostButtons() > 0, "the channel has no buttons");

        send(
                Content.text(
                        "Ще дойдете ли?",
                        new Button("confirm", "Да, ще дойда", Tone.GOOD),
                        new Button("cancel", "Откажи", Tone.DANGER),
                        new Button("/menu", "Меню", Tone.AWAY)),
                Lane.REPLY);

        assertThat(seenBy(somebody())).containsExactly(new Shown("Ще дойдете ли?", "Да, ще дойда", "Откажи", "Меню"));
    }

    @Test
    default void carriesAsManyButtonsAsItSays() {
        var buttons = new Button[Math.min(channel().abilities().mostButtons(), 200)];
        for (int i = 0; i < buttons.length; i++) {
            buttons[i] = new Button("община-" + i, "Община " + i, Tone.PLAIN);
        }
        assumeTrue(buttons.length > 0, "the channel has no buttons");

        assertThat(send(Content.text("Коя е вашата община?", buttons), Lane.REPLY))
                .isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody()).get(0).labels()).hasSize(buttons.length);
    }

    @Test
    default void carriesTheLongestTextItSays() {
        var longest = "ж".repeat(Math.min(channel().abilities().longestText(), 100_000));

        assertThat(send(Content.text(longest), Lane.REPLY)).isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody())).containsExactly(new Shown(longest));
    }

    @Test
    default void carriesDocuments() {
        assumeTrue(channel().abilities().documents(), "the channel carries no documents");

        assertThat(send(
                        new Document(
                                "forum.ics",
                                "text/calendar",
                                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(UTF_8),
                                "Добавете форума в календара си."),
                        Lane.REPLY))
                .isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody())).extracting(Shown::text).containsExactly("Добавете форума в календара си.");
    }

    @Test
    default void carriesPlaces() {
        assumeTrue(channel().abilities().places(), "the channel carries no places");

        assertThat(send(new Place("Община Хасково", "пл. „Общински“ 1", 41.9344, 25.5556), Lane.REPLY))
                .isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody())).singleElement().satisfies(place -> assertThat(place.text())
                .contains("Община Хасково", "пл. „Общински“ 1"));
    }

    @Test
    default void carriesEveryKindOfFile() {
        assumeTrue(channel().abilities().documents(), "the channel carries no files");

        for (Kind kind : Kind.values()) {
            var item = kept(kind, "нещо.bin", SAMPLES.get(kind));
            assertThat(item.kind()).isEqualTo(kind);
            var words = Content.text("Вижте: " + kind, new Button("/stop", "Стоп", Tone.PLAIN));
            assertThat(send(new Media(List.of(item), words), Lane.ANNOUNCEMENT)).isInstanceOf(Delivered.class);
            assertThat(seenBy(somebody())).last().isEqualTo(new Shown("Вижте: " + kind, labels("Стоп")));
        }
    }

    @Test
    default void carriesAnAlbumAsLargeAsTheyCome() {
        assumeTrue(channel().abilities().documents(), "the channel carries no files");

        var album = IntStream.range(0, 10)
                .mapToObj(number -> kept(Kind.PHOTO, "зала.jpg", SAMPLES.get(Kind.PHOTO)))
                .toList();
        assertThat(send(new Media(album, Content.text("Снимки от форума")), Lane.ANNOUNCEMENT))
                .isInstanceOf(Delivered.class);
        assertThat(send(new Media(album, Text.NONE), Lane.ANNOUNCEMENT)).isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody())).extracting(Shown::text).contains("Снимки от форума");
    }

    @Test
    default void carriesAsManyWordsUnderAPictureAsItSays() {
        assumeTrue(channel().abilities().documents(), "the channel carries no files");
        var longest = "ж".repeat(channel().abilities().longestCaption());
        var photo = kept(Kind.PHOTO, "зала.jpg", SAMPLES.get(Kind.PHOTO));

        assertThat(send(new Media(List.of(photo), Content.text(longest)), Lane.REPLY))
                .isInstanceOf(Delivered.class);
        assertThat(seenBy(somebody())).containsExactly(new Shown(longest));
    }

    @Test
    default void changesTheWordsUnderAPicture() {
        var photo = kept(Kind.PHOTO, "зала.jpg", SAMPLES.get(Kind.PHOTO));
        var receipt = receipt(new Media(List.of(photo), Content.text("Зала 1")));

        assertThat(edit(receipt, new Content.Caption(Content.text("Зала 2", new Button("/stop", "Стоп", Tone.PLAIN)))))
                .isInstanceOf(Delivered.class);
        assertThat(seenBy(somebody())).containsExactly(new Shown("Зала 2", labels("Стоп")));
    }

    @Test
    default void changesThePictureItself() {
        var photo = kept(Kind.PHOTO, "зала.jpg", SAMPLES.get(Kind.PHOTO));
        var receipt = receipt(new Media(List.of(photo), Content.text("Зала 1")));
        var better = new Media(List.of(kept(Kind.PHOTO, "друга.png", PNG)), Content.text("Зала 2"));

        assertThat(edit(receipt, better)).isInstanceOf(Delivered.class);
        assertThat(edit(receipt, better)).as("once more changes nothing").isInstanceOf(Delivered.class);
        assertThat(seenBy(somebody())).containsExactly(new Shown("Зала 2"));
    }

    @Test
    default void refusesToSendWhatIsNoLongerKept() {
        var gone = new Item("no-such-file", Kind.PHOTO, "зала.jpg", "image/jpeg", 9, "");

        assertThat(send(new Media(List.of(gone), Content.text("Зала 1")), Lane.ANNOUNCEMENT))
                .isInstanceOf(Refused.class);
        assertThat(seenBy(somebody())).isEmpty();
    }

    @Test
    default void takesBackWhatItSent() {
        assumeTrue(channel() instanceof Channel.Deletable, "the channel cannot take anything back");
        var photo = kept(Kind.PHOTO, "зала.jpg", SAMPLES.get(Kind.PHOTO));
        var words = receipt(Content.text("Елате утре."));
        var album = receipt(new Media(List.of(photo, photo), Content.text("Две снимки")));

        for (String receipt : List.of(words, album, words)) { // gone already is as good as gone
            assertThat(delete(receipt)).isInstanceOf(Delivered.class);
        }
        assertThat(seenBy(somebody())).isEmpty();
        assertThat(delete("no-such-receipt")).isInstanceOf(Refused.class);
        assertThat(receipt(Content.text("Ново"))).as("life goes on").isNotBlank();
    }

    private Delivery delete(String receipt) {
        return withoutSecrets(((Channel.Deletable) channel()).delete(somebody(), receipt, Lane.ANNOUNCEMENT));
    }

    @Test
    default void waitsAsLongAsAThrottlingServiceAsks() {
        assumeTrue(meets(Trouble.THROTTLED, somebody()), "the channel is never throttled");

        assertThat(send(Content.text("ало"), Lane.REPLY)).isEqualTo(new TryLater(PAUSE));
    }

    @Test
    default void neverCallsAFailureADelivery() {
        assumeTrue(meets(Trouble.DOWN, somebody()), "the channel cannot be down by itself");

        assertThat(send(Content.text("ало"), Lane.REPLY)).isInstanceOfAny(NotSent.class, Uncertain.class);
    }

    @Test
    default void noticesThatThePersonIsGone() {
        assumeTrue(meets(Trouble.BLOCKED, somebody()), "nobody can block us on the channel");

        assertThat(send(Content.text("ало"), Lane.REPLY)).isInstanceOf(Gone.class);
    }

    @Test
    default void saysWhyAMessageWasRefusedWithoutGivingSecretsAway() {
        assumeTrue(meets(Trouble.REFUSED, somebody()), "the channel refuses nothing");

        assertThat(send(Content.text("ало"), Lane.REPLY))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).isNotBlank());
    }

    @Test
    default void editsAMessageInItsPlace() {
        var receipt = receipt(Content.text("Изберете форум.", new Button("haskovo", "Хасково", Tone.PLAIN)));

        assertThat(edit(receipt, Content.text("Записахме ви.", new Button("/menu", "Меню", Tone.AWAY))))
                .isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody())).containsExactly(new Shown("Записахме ви.", labels("Меню")));
    }

    @Test
    default void takesAnEditThatChangesNothingForDone() {
        var receipt = receipt(Content.text("Записахме ви."));

        assertThat(edit(receipt, Content.text("Записахме ви."))).isInstanceOf(Delivered.class);

        assertThat(seenBy(somebody())).hasSize(1);
    }

    @Test
    default void refusesToEditAMessageThatVanished() {
        var receipt = receipt(Content.text("Изберете форум."));
        assumeTrue(vanishes(somebody(), receipt), "nothing vanishes on the channel");

        assertThat(edit(receipt, Content.text("Записахме ви."))).isInstanceOf(Refused.class);
    }

    @Test
    default void refusesToEditWhatItNeverSent() {
        assertThat(edit("no-such-receipt", Content.text("Записахме ви."))).isInstanceOf(Refused.class);
    }

    private Delivery send(Content content, Lane lane) {
        return withoutSecrets(channel().send(somebody(), content, lane));
    }

    private Delivery edit(String receipt, Content content) {
        assumeTrue(channel() instanceof Channel.Editable, "sent messages of the channel cannot change");
        return withoutSecrets(((Channel.Editable) channel()).edit(somebody(), receipt, content, Lane.REPLY));
    }

    private String receipt(Content content) {
        return ((Delivered) send(content, Lane.REPLY)).receipt();
    }

    private Delivery withoutSecrets(Delivery delivery) {
        for (String secret : secrets()) {
            assertThat(delivery.toString()).doesNotContain(secret);
        }
        return delivery;
    }

    private String[] labels(String... labels) {
        return channel().abilities().mostButtons() > 0 ? labels : new String[0];
    }
}
