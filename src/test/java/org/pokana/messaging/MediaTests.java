package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Content.Text;

/** How pictures and files become messages that a channel can carry. */
class MediaTests {

    private static final Abilities TELEGRAM = new Abilities(4096, 1024, 24, true, true);
    private static final Abilities WORDS_ONLY = new Abilities(4096, 0, 24, false, false);
    private static final Button STOP = new Button("/stop", "Стоп", Tone.PLAIN);

    @Test
    void putsTheWordsUnderASinglePicture() {
        var words = Content.text("Новата зала", STOP);

        assertThat(Fit.to(TELEGRAM, new Media(photos(1), words))).containsExactly(new Media(photos(1), words));
    }

    @Test
    void letsWordsFollowThatAreTooLongForUnderneath() {
        var fits = Content.text("😀".repeat(1024), STOP);
        var tooLong = Content.text("😀".repeat(1025), STOP);

        assertThat(Fit.to(TELEGRAM, new Media(photos(1), fits))).containsExactly(new Media(photos(1), fits));
        assertThat(Fit.to(TELEGRAM, new Media(photos(1), tooLong))).containsExactly(wordless(photos(1)), tooLong);
    }

    @Test
    void letsWordsWithButtonsFollowAnAlbum() {
        var words = Content.text("Снимки от форума", STOP);

        assertThat(Fit.to(TELEGRAM, new Media(photos(10), words))).containsExactly(wordless(photos(10)), words);
    }

    @Test
    void putsWordsWithoutButtonsUnderAnAlbum() {
        var words = Content.text("Снимки от форума");

        assertThat(Fit.to(TELEGRAM, new Media(photos(3), words))).containsExactly(new Media(photos(3), words));
    }

    @Test
    void saysNothingWhereNothingIsSaid() {
        assertThat(Fit.to(TELEGRAM, new Media(photos(3), Content.text(""))))
                .containsExactly(new Media(photos(3), Content.text("")));
        assertThat(Fit.to(TELEGRAM, new Media(List.of(item(Kind.PHOTO, 1), item(Kind.FILE, 2)), Content.text(""))))
                .hasSize(2);
    }

    @Test
    void showsSideBySideOnlyWhatIsOfAKind() {
        var photo = item(Kind.PHOTO, 1);
        var program = item(Kind.FILE, 2);
        var film = item(Kind.VIDEO, 3);
        var one = item(Kind.VOICE, 4);
        var other = item(Kind.VOICE, 5);
        var plan = item(Kind.FILE, 6);
        var words = Content.text("Всичко", STOP);

        assertThat(Fit.to(TELEGRAM, new Media(List.of(photo, program, film, one, other, plan), words)))
                .containsExactly(
                        wordless(List.of(photo, film)),
                        wordless(List.of(program, plan)),
                        wordless(List.of(one)),
                        wordless(List.of(other)),
                        words);
    }

    @Test
    void splitsAnAlbumThatIsTooLarge() {
        assertThat(Fit.to(TELEGRAM, new Media(photos(12), Content.text("", STOP))))
                .extracting(part -> part instanceof Media media ? media.items().size() : 0)
                .containsExactly(10, 2, 0);
    }

    @Test
    void becomesLinksWhereNoFilesTravel() {
        assertThat(Fit.to(WORDS_ONLY, new Media(List.of(item(Kind.FILE, 1)), Content.text("Програмата", STOP))))
                .containsExactly(Content.text("Програмата\n\nитем-1\nhttps://pokana.example/chat/media/file1", STOP));
    }

    @Test
    void isOnlyWhatALineCarriesWithItsWordsAndButtons() {
        var line = Line.of(Phrase.verbatim("Вижте"), Choice.to("stop")).carrying(new Attachment.Media(photos(2)));
        var content = Words.read(Optional.empty()).content(line, Locale.forLanguageTag("bg"));

        assertThat(content).isInstanceOfSatisfying(Media.class, media -> {
            assertThat(media.items()).isEqualTo(photos(2));
            assertThat(media.words().text()).isEqualTo("Вижте");
            assertThat(media.words().buttons()).hasSize(1);
        });
    }

    @Test
    void isKeptAsItIs() {
        var form = new ContentForm();
        for (Content content : List.of(
                new Media(photos(2), new Text("Вижте", List.of(STOP), true)),
                new Content.Caption(new Text("Вижте", List.of(STOP), true)),
                new Content.Withdrawal())) {
            assertThat(form.read(form.write(content, null), null)).isEqualTo(content);
        }
    }

    static List<Item> photos(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> item(Kind.PHOTO, number))
                .toList();
    }

    static Item item(Kind kind, int number) {
        return new Item(
                "file" + number,
                kind,
                "итем-" + number,
                "image/jpeg",
                1000,
                "https://pokana.example/chat/media/file" + number);
    }

    private static Media wordless(List<Item> items) {
        return new Media(items, Content.text(""));
    }
}
