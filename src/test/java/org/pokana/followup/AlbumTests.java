package org.pokana.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage.Person;
import org.pokana.followup.Album.Standing;
import org.pokana.followup.Material.Sort;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.SamplePictures;

/** Which photos of a past forum everybody sees, and how they stop. */
class AlbumTests {

    private static final byte[] HALL = SamplePictures.jpeg(300, 200);

    private final FollowUpStage stage = new FollowUpStage();
    private final Person olena = stage.wasThere("olena");
    private final Person maria = stage.bot.person("maria");
    private final Album album = stage.album();

    @BeforeEach
    void theForumIsPastAndHasThreePhotos() {
        stage.isNow("2027-02-26T10:00");
        maria.says("/add_materials haskovo");
        for (int i = 0; i < 3; i++) {
            maria.sends(Kind.PHOTO, "", HALL, "");
        }
        maria.taps("Готово");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Material photo(int number) {
        return stage.materials().find("haskovo", Sort.PHOTO, number).orElseThrow();
    }

    private Item item(int number) {
        return photo(number).picture().orElseThrow();
    }

    private boolean isSeen(int number) {
        boolean listed = album.of("haskovo").contains(number);
        assertThat(album.print("haskovo", number, PrintSize.SMALL).isPresent())
                .as("its picture, too")
                .isEqualTo(listed);
        return listed;
    }

    @Test
    void showsNothingUntilSomebodyAnswersForItAndTheForumIsPast() {
        assertThat(album.of("haskovo")).isEmpty();
        assertThat(isSeen(2)).isFalse();
        assertThat(album.show("haskovo", 2)).isEqualTo(Standing.SHOWN);
        assertThat(album.of("haskovo")).containsExactly(2);
        assertThat(isSeen(2)).isTrue();
        assertThat(isSeen(1)).isFalse();
        assertThat(album.of(List.of("haskovo", "nope"))).hasSize(1).containsKey("haskovo");

        stage.isNow("2027-02-25T12:00");
        assertThat(isSeen(2)).as("while it goes on").isFalse();
        stage.isNow("2027-02-26T10:00");
        assertThat(isSeen(2)).as("control").isTrue();
        stage.forums.cancel("haskovo");
        assertThat(isSeen(2)).as("called off").isFalse();
    }

    @Test
    void isTakenBackAtOnce() {
        album.show("haskovo", 1);
        album.show("haskovo", 3);
        assertThat(album.hide("haskovo", 1)).isTrue();
        assertThat(album.hide("haskovo", 1)).isFalse();
        assertThat(isSeen(1)).isFalse();
        assertThat(isSeen(3)).isTrue();
        assertThat(stage.store.findAll(Prints.Print.class))
                .extracting(Prints.Print::file)
                .containsOnly(item(3).file());
        assertThat(album.show("haskovo", 1)).as("and again").isEqualTo(Standing.SHOWN);
    }

    @Test
    void whoWasThereTakesThemselvesOffThePageWithOneRequest() {
        album.show("haskovo", 2);
        olena.says("/take_me_out haskovo").says("2");
        assertThat(isSeen(2)).as("before anybody of the team has looked").isFalse();
        assertThat(olena.reads()).contains("Снимка № 2 вече не е на публичната страница.");
        assertThat(album.show("haskovo", 2)).isEqualTo(Standing.UNWANTED);
        assertThat(album.standings("haskovo")).containsEntry(2, Standing.UNWANTED);
        stage.sends();
        assertThat(maria.reads()).contains("Човек, който се вижда на публичната страница", "снимка № 2");
    }

    @Test
    void whoeverSeesThemselvesThereMayAskEvenWithoutASeat() {
        album.show("haskovo", 2);
        var stranger = stage.somebody("stranger");
        stranger.says("/take_me_out haskovo_1");
        assertThat(stranger.reads()).as("not for everybody").contains("Снимка № 1 вече я няма в албума.");
        stranger.says("/start take_me_out-haskovo_2"); // what the link on the page says
        assertThat(stranger.reads()).contains("да я сваля ли от публичната страница");
        assertThat(isSeen(2)).as("only asked").isTrue();
        stranger.taps("Не, оставете я");
        assertThat(isSeen(2)).isTrue();
        stranger.says("/take_me_out haskovo_2").taps("Да, махнете ме");
        assertThat(isSeen(2)).isFalse();
        assertThat(stranger.reads()).contains("вече не е на публичната страница");
        stage.sends();
        maria.taps("Махни снимката");
        stage.sends();
        assertThat(stranger.reads()).contains("снимка № 2 от „Форум Хасково“ вече я няма в албума");
    }

    @Test
    void aWishFromBeforeThePageHadPhotosHoldsToo() {
        stage.store.insert(new PhotoRequest("haskovo:2:olena", "haskovo", 2, "olena", stage.clock.instant(), null));
        assertThat(album.show("haskovo", 2)).isEqualTo(Standing.UNWANTED);
        stage.store.insert(new PublicPhoto(item(2).file(), "haskovo", true, false, photo(2).at()));
        assertThat(isSeen(2)).as("however it came to be shown").isFalse();
        stage.store.remove(query(where("number").is(2)), PhotoRequest.class);
        assertThat(isSeen(2)).as("control: it is the wish that hides it").isTrue();
    }

    @Test
    void aWishThatComesWhileThePhotoIsBeingShownIsNotMissed() {
        var photos = new PublicPhotos(stage.store);
        assertThat(album.standings("haskovo")).containsEntry(2, Standing.INSIDE); // looked, and then it happens:
        olena.says("/take_me_out haskovo").says("2");
        assertThat(photos.show(photo(2), item(2))).isFalse();
        assertThat(isSeen(2)).isFalse();

        stage.store.remove(query(where("_id").is(item(2).file())), PublicPhoto.class); // control: nothing bars it
        assertThat(photos.show(photo(2), item(2))).isTrue();
    }

    @Test
    void aPhotoStaysOffThePageWhenWhoAskedIsForgotten() {
        album.show("haskovo", 2);
        olena.says("/take_me_out haskovo").says("2");
        new PhotoMemory(stage.store).forget(new ContactId("olena"), List.of());
        assertThat(isSeen(2)).isFalse();
        assertThat(album.show("haskovo", 2)).isEqualTo(Standing.UNWANTED);
        assertThat(stage.store.findAll(PublicPhoto.class).toString()).doesNotContain("olena");

        stage.store.remove(query(where("_id").is(item(2).file())), PublicPhoto.class); // control: nothing bars it
        assertThat(album.show("haskovo", 2)).isEqualTo(Standing.SHOWN);
    }

    @Test
    void whatIsRemovedIsGoneFromThePageWithItsPrints() {
        album.show("haskovo", 2);
        maria.says("/remove_material haskovo photo 2").taps("Да, премахни");
        assertThat(isSeen(2)).isFalse();
        assertThat(album.show("haskovo", 2)).isEqualTo(Standing.GONE);
        assertThat(stage.store.findAll(Prints.Print.class)).isEmpty();
        assertThat(stage.store.findAll(PublicPhoto.class)).isEmpty();
    }

    @Test
    void onlyPicturesThatWeKeepAndCanReadAreShown() {
        var film = ("0000ftypisom" + "x".repeat(100)).getBytes(UTF_8);
        maria.says("/add_materials haskovo");
        maria.sends(Kind.VIDEO, "", film, "").sends(Kind.PHOTO, "", Arrays.copyOf(HALL, 200), "");
        maria.taps("Готово");
        assertThat(album.show("haskovo", 4)).isEqualTo(Standing.VIDEO);
        assertThat(album.show("haskovo", 5)).isEqualTo(Standing.UNREADABLE);
        stage.files().discard(List.of(item(3).file()));
        assertThat(album.show("haskovo", 3)).isEqualTo(Standing.LOST);
        assertThat(album.of("haskovo")).isEmpty();
        assertThat(album.show("haskovo", 2)).as("control").isEqualTo(Standing.SHOWN);
    }

    @Test
    void goesWithThePhotosAndNoOtherPhotoTakesItsPlace() {
        album.show("haskovo", 1);
        var later = FollowUpStage.sofia("2027-08-01T10:00");
        new MaterialMemory(stage.store, stage.materials()).fade(later);
        maria.says("/add_materials haskovo").sends(Kind.PHOTO, "", HALL, "").taps("Готово");
        assertThat(item(1).file()).isNotNull();
        assertThat(stage.store.findAll(PublicPhoto.class))
                .as("of the photo before")
                .hasSize(1);
        assertThat(isSeen(1)).as("the same number, another photo").isFalse();

        assertThat(new Prints(stage.store, stage.files()).fade(later)).isEqualTo(2);
        assertThat(new PublicPhotos(stage.store).fade(later)).isEqualTo(1);
        assertThat(album.show("haskovo", 1)).as("control").isEqualTo(Standing.SHOWN);
    }

    @Test
    void whoAgreedToWhatTheyWereAskedBeforeIsNotAskedAgain() {
        stage.isNow("2027-02-25T08:30");
        stage.store.insert(new PhotoConsent(
                "haskovo:olena", "haskovo", "olena", true, 1, "a".repeat(64), "bg", stage.clock.instant()));
        stage.asksAboutPhotos();
        assertThat(stage.told()).isEmpty();
        assertThat(new PhotoMemory(stage.store)
                        .of(new ContactId("olena"), List.of())
                        .toString())
                .contains("mayBeInPhotos=true", "textVersion=1");
        var ivan = stage.wasThere("ivan");
        stage.asksAboutPhotos();
        assertThat(ivan.reads()).contains("На публичната страница слагаме само такива");
        ivan.taps("Да, може");
        assertThat(new PhotoMemory(stage.store)
                        .of(new ContactId("ivan"), List.of())
                        .toString())
                .contains("textVersion=2");
    }
}
