package org.pokana.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.Stage.Person;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Registration;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.SamplePictures;

/** What organizers add to a forum from the phone, who gets it, and how a photo is taken out again. */
class MaterialsTests {

    private static final byte[] HALL = SamplePictures.jpeg(300, 200);
    private static final byte[] HANDBOOK = "%PDF-1.7 the handbook".getBytes(UTF_8);

    private final FollowUpStage stage = new FollowUpStage();
    private final Person olena = stage.wasThere("olena");
    private final Person maria = stage.bot.person("maria");

    @AfterEach
    void close() {
        stage.close();
    }

    private void mariaAdds(int photos) {
        maria.says("/materials haskovo").taps("Добави материали");
        maria.sends(Kind.FILE, "handbook.pdf", HANDBOOK, "");
        maria.says("Презентации: https://example.org/slides");
        for (int i = 0; i < photos; i++) {
            maria.sends(Kind.PHOTO, "", HALL, "");
        }
        maria.taps("Готово");
    }

    @Test
    void areSentLikeInAnyChatAndFoundOnTheCard() {
        mariaAdds(2);
        assertThat(maria.reads())
                .contains("Пратете файл, снимки или връзка за 25.02 Хасково")
                .contains("Дотук: 1 снимка, 1 файл, 1 връзка.")
                .contains("✅ Добавено към „Форум Хасково“: 2 снимки, 1 файл, 1 връзка.");
        assertThat(stage.onTheCard().onCard(stage.haskovo(), registration("olena")))
                .extracting(Choice::pick)
                .containsExactly("/materials haskovo");

        olena.says("материали");
        assertThat(olena.reads()).contains("Файлове: 1\nСнимки: 2\nВръзки: 1").doesNotContain("Добави");
        olena.taps("Връзки");
        assertThat(olena.reads()).contains("• Презентации: https://example.org/slides");
        olena.taps("Към материалите");
        olena.taps("Файлове");
        assertThat(media(olena)).singleElement().satisfies(media -> assertThat(media.items())
                .extracting(Item::name)
                .containsExactly("handbook.pdf"));
    }

    @Test
    void areOnlyForThoseWithASeat() {
        mariaAdds(1);
        var stranger = stage.somebody("stranger");
        stranger.says("/materials haskovo photo");
        assertThat(stranger.reads()).contains("са за записаните участници");
        stranger.says("/add_materials haskovo");
        stranger.says("/remove_photo haskovo 1");
        assertThat(stranger.reads()).contains("Това могат да правят само организаторите.");
        assertThat(media(stranger)).isEmpty();
        assertThat(stage.materials().of("haskovo", Sort.PHOTO)).hasSize(1);
        assertThat(stage.onTheCard().onCard(stage.haskovo(), null)).isEmpty();
    }

    @Test
    void comeAsAlbumsOfAtMostTen() {
        mariaAdds(23);
        olena.says("/materials haskovo").taps("Снимки");
        assertThat(olena.reads()).contains("Снимки № 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 от");
        olena.taps("Още: 2 от 3").taps("Още: 3 от 3");
        assertThat(media(olena)).extracting(media -> media.items().size()).containsExactly(10, 10, 3);
        assertThat(olena.reads()).contains("Снимки № 21, 22, 23 от");
    }

    @Test
    void areAddedOnceEvenIfTheLastTapIsHeardTwice() {
        mariaAdds(2);
        var added = stage.materials().of("haskovo", Sort.PHOTO).get(0);
        stage.materials().add("haskovo", Optional.ofNullable(added.item()).orElseThrow(), new ContactId("maria"));
        stage.materials().add("haskovo", "Презентации: https://example.org/slides", new ContactId("maria"));
        assertThat(stage.materials().of("haskovo", Sort.PHOTO)).hasSize(2);
        assertThat(stage.materials().of("haskovo", Sort.LINK)).hasSize(1);
    }

    @Test
    void saysWhatCannotBeAdded() {
        maria.says("/add_materials haskovo").sends(Kind.FILE, "empty.pdf", new byte[0], "");
        assertThat(maria.reads()).contains("„empty.pdf“ е празен файл");
        maria.says("това не е връзка");
        assertThat(maria.reads()).contains("Това не мога да добавя.");
    }

    @Test
    void areRemovedAfterAQuestion() {
        mariaAdds(1);
        maria.says("/materials haskovo").taps("Премахни").taps("1. handbook.pdf");
        assertThat(maria.reads()).contains("Да премахна ли „handbook.pdf“");
        maria.taps("Не, остави");
        assertThat(stage.materials().of("haskovo", Sort.FILE)).hasSize(1);
        maria.says("/remove_material haskovo file 1").taps("Да, премахни");
        assertThat(stage.materials().of("haskovo", Sort.FILE)).isEmpty();
        assertThat(stage.store.findAll(KeptFile.class)).hasSize(1);
    }

    @Test
    void takesSomebodyOutOfAPhotoWithOneTap() {
        mariaAdds(3);
        var ivan = stage.wasThere("ivan");
        ivan.says("/materials haskovo photo");
        olena.says("/materials haskovo photo").taps("Махнете ме").says("4");
        assertThat(olena.reads()).contains("Напишете номера на снимката с цифри, от 1 до 3.");
        olena.says("2");
        assertThat(olena.reads()).contains("Предадох на организаторите да махнат снимка № 2.");
        stage.sends();
        assertThat(maria.reads()).contains("Участник моли да махнете снимка № 2 от 25.02 Хасково");
        var gone =
                stage.materials().find("haskovo", Sort.PHOTO, 2).orElseThrow().item();
        var file = Optional.ofNullable(gone).orElseThrow().file();
        assertThat(media(maria)).singleElement().satisfies(shown -> assertThat(shown.items())
                .extracting(Item::file)
                .containsExactly(file));

        maria.taps("Махни снимката");
        stage.sends();
        assertThat(maria.reads()).contains("Готово: снимка № 2 вече я няма.");
        assertThat(olena.reads()).contains("снимка № 2 от „Форум Хасково“ вече я няма в албума");
        assertThat(edited(ivan)).as("the album in his chat again, without it").hasSize(2);
        assertThat(edited(olena)).hasSize(2);
        assertThat(stage.bot.messaging.channel.deleted)
                .as("what the organizer was shown")
                .hasSize(1);
        assertThat(stage.store.findById(file, KeptFile.class)).isNull();

        ivan.says("/materials haskovo photo");
        assertThat(ivan.reads()).contains("Снимки № 1, 3 от");
        int before = stage.queued().size();
        stage.removal().carryOn();
        maria.presses("/remove_photo haskovo 2");
        stage.sends();
        assertThat(stage.queued()).hasSize(before);
        assertThat(maria.reads()).contains("Снимка № 2 вече я няма в албума.");
    }

    @Test
    void finishesTakingAwayWhatACrashLeftHalfDone() {
        mariaAdds(1);
        olena.says("/materials haskovo photo").taps("Махнете ме").says("1");
        stage.materials().remove("haskovo", Sort.PHOTO, 1); // and dies
        assertThat(stage.store.findAll(KeptFile.class)).hasSize(2);

        stage.removal().carryOn();
        stage.sends();
        assertThat(stage.store.findAll(KeptFile.class)).hasSize(1);
        assertThat(stage.bot.messaging.channel.deleted).as("what Olena had").hasSize(1);
        assertThat(media(maria))
                .as("what was still on its way to the organizer")
                .isEmpty();
        assertThat(olena.reads()).contains("вече я няма в албума");
    }

    @Test
    void keepPhotosOnlyForTheirTime() {
        mariaAdds(2);
        var memory = new MaterialMemory(stage.store, stage.materials());
        assertThat(memory.held(stage.clock.instant())).hasSize(3);
        assertThat(stage.files().fade(FollowUpStage.sofia("2027-08-01T10:00"))).isZero();
        assertThat(memory.fade(FollowUpStage.sofia("2027-08-01T10:00"))).isEqualTo(2);
        assertThat(stage.files().fade(FollowUpStage.sofia("2027-08-01T10:00"))).isEqualTo(2);
        assertThat(stage.materials().of("haskovo", Sort.FILE)).hasSize(1);
    }

    @Test
    void asksAboutPhotosOnceWhoeverCheckedThemIn() {
        stage.isNow("2027-02-25T08:30");
        stage.registered("ivan");
        stage.asksAboutPhotos();
        stage.asksAboutPhotos();
        assertThat(stage.told()).containsExactly("olena: Може");
        olena.taps("Не, без снимки");
        assertThat(olena.reads()).contains("Записах, че не искате да сте на снимките");

        stage.arrivals.checkIn("haskovo", new ContactId("ivan"), new ContactId("maria"));
        stage.asksAboutPhotos();
        assertThat(stage.told()).containsExactly("olena: Може", "ivan: Може");
        maria.says("/materials haskovo");
        assertThat(maria.reads()).contains("Не иска да бъде сниман: № 1");

        var kept = stage.store.findById("haskovo:olena", PhotoConsent.class);
        assertThat(kept).isNotNull();
        assertThat(kept.given()).isFalse();
        assertThat(kept.textVersion()).isEqualTo(PhotoConsents.TEXT_VERSION);
        assertThat(kept.textHash()).hasSize(64);
        assertThat(kept.at()).isEqualTo(stage.clock.instant());
        olena.taps("Все пак може");
        maria.says("/materials haskovo");
        assertThat(maria.reads().substring(1)).doesNotContain("сниман: № 1\n");
        assertThat(stage.store.findById("haskovo:olena", PhotoConsent.class).given())
                .isTrue();
    }

    @Test
    void forgetsWhoDidNotWantToBeSeen() {
        mariaAdds(1);
        olena.says("/photos haskovo no");
        olena.says("/take_me_out haskovo").says("1");
        var memory = new PhotoMemory(stage.store);
        assertThat(memory.of(new ContactId("olena"), List.of())).hasSize(2);
        memory.forget(new ContactId("olena"), List.of());
        assertThat(stage.store.findAll(PhotoConsent.class)).isEmpty();
        assertThat(stage.store.findAll(PhotoRequest.class)).isEmpty();
    }

    private Registration registration(String name) {
        return stage.registrations.find("haskovo", new ContactId(name)).orElseThrow();
    }

    private static List<Media> media(Person person) {
        return person.messages().stream()
                .filter(Media.class::isInstance)
                .map(Media.class::cast)
                .toList();
    }

    /** The items of the album that took the place of another. */
    private List<Item> edited(Person person) {
        return stage.bot.messaging.channel.carried.stream()
                .filter(carried -> carried.edited() && carried.to().equals(person.address))
                .filter(carried -> carried.content() instanceof Content.Media)
                .flatMap(carried -> ((Content.Media) carried.content()).items().stream())
                .toList();
    }
}
