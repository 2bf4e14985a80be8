package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.forum;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.SamplePictures;
import org.springframework.http.HttpHeaders;

/** The photos of a past forum, as anybody sees them who comes by, and what nobody sees. */
class AlbumPagesTests {

    private static final String PHOTOS = "/forums/haskovo/photos/";

    private static final String BAD = "<script>alert(1)</script>\"'";

    private final PublicSite site =
            new PublicSite(haskovo(14), forum("bad", BAD, BAD, LocalDateTime.parse("2027-02-25T09:00"), 5));

    @BeforeEach
    void theForumIsPastAndTwoOfFourPhotosAreForEverybody() {
        for (int i = 0; i < 4; i++) {
            site.materials.add("haskovo", SamplePictures.jpeg(600 + i, 400));
        }
        site.materials.album.show("haskovo", 2);
        site.materials.album.show("haskovo", 4);
        site.kit.clock.set(Instant.parse("2027-02-26T08:00:00Z"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void standOnThePageOfTheForumAndInTheListOfThoseThatWere() {
        for (String page : List.of("/forums/haskovo", "/forums")) {
            assertThat(site.text(page))
                    .as(page)
                    .contains(
                            "<a href=\"/forums/haskovo/photos/2\">",
                            "loading=\"lazy\"",
                            "src=\"/forums/haskovo/photos/4/small.jpg\"",
                            "alt=\"Снимка 4 от „Форум Хасково“\"")
                    .doesNotContain("photos/1", "photos/3", "large.jpg", "secret-name-of-a-file");
        }
        assertThat(site.text("/forums")).contains("Албум: 2 снимки");
        assertThat(site.text("/forums/haskovo")).contains("Виждате се, а не искате?");
        assertThat(site.inEnglish("/forums/haskovo")).contains("alt=\"Photo 2 of “Forum Haskovo”\"");
    }

    @Test
    void opensEachOnAPageOfItsOwnWithAWayToTheNextAndAWayOut() {
        assertThat(site.text(PHOTOS + "2"))
                .contains("<h1>Снимка 2 от „Форум Хасково“</h1>", "src=\"/forums/haskovo/photos/2/large.jpg\"")
                .contains("четвъртък, 25 февруари 2027 г.", "1 от 2")
                .contains("rel=\"next\" href=\"/forums/haskovo/photos/4\"", "/forums/haskovo#album")
                .contains("href=\"/?start=take_me_out-haskovo_2\"", "Или ни пишете: most@example.org")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("rel=\"prev\"", "secret-name-of-a-file", "<script");
        assertThat(site.inEnglish(PHOTOS + "4")).contains("Do you see yourself?", "Take me out", "rel=\"prev\"");
        assertThat(site.get(PHOTOS + "4").getHeader("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void givesThePictureToBrowsersAndNotToRobots() {
        var picture = site.get(PHOTOS + "2/small.jpg");
        assertThat(picture.getStatus()).isEqualTo(200);
        assertThat(picture.getContentType()).startsWith("image/jpeg");
        assertThat(picture.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(picture.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-cache, private");
        var tag = String.valueOf(picture.getHeader(HttpHeaders.ETAG));
        assertThat(tag).doesNotContain("secret-name-of-a-file");
        var again = site.ask(PHOTOS + "2/small.jpg", HttpHeaders.IF_NONE_MATCH, tag);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(site.get(PHOTOS + "2/large.jpg").getContentAsByteArray().length)
                .isGreaterThan(picture.getContentAsByteArray().length);

        site.materials.takeMeOut("haskovo", 2);
        assertThat(site.ask(PHOTOS + "2/small.jpg", HttpHeaders.IF_NONE_MATCH, tag)
                        .getStatus())
                .as("not even to whoever has it")
                .isEqualTo(404);
    }

    @Test
    void saysNothingOfPhotosThatAreNotForEverybody() {
        for (String nothing : List.of("1", "3", "5", "0", "-2", "02", "2x", "99999999999", "%3Cscript%3E")) {
            var page = site.get(PHOTOS + nothing);
            assertThat(page.getStatus()).as(nothing).isEqualTo(404);
            assertThat(PublicSite.text(page))
                    .contains("Тази снимка не е на страницата")
                    .doesNotContain("<script");
            var picture = site.get(PHOTOS + nothing + "/small.jpg");
            assertThat(picture.getStatus()).as(nothing).isEqualTo(404);
            assertThat(picture.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        }
        for (String nothing : List.of(PHOTOS + "2/huge.jpg", PHOTOS + "2/SMALL.jpg", "/forums/nope/photos/2", PHOTOS)) {
            assertThat(site.get(nothing).getStatus()).as(nothing).isEqualTo(404);
        }
        assertThat(site.get(PHOTOS + "2").getStatus()).as("control").isEqualTo(200);
    }

    @Test
    void stopAtOnceWhenSomebodyDoesNotWantToBeSeenOrTheTeamTakesThemBack() {
        site.materials.takeMeOut("haskovo", 2);
        assertThat(site.get(PHOTOS + "2").getStatus()).isEqualTo(404);
        assertThat(site.get(PHOTOS + "2/large.jpg").getStatus()).isEqualTo(404);
        assertThat(site.text("/forums/haskovo")).contains("photos/4").doesNotContain("photos/2");
        site.materials.album.hide("haskovo", 4);
        assertThat(site.get(PHOTOS + "4/large.jpg").getStatus()).isEqualTo(404);
        assertThat(site.text("/forums/haskovo")).doesNotContain("Албум");
        assertThat(site.text("/forums")).doesNotContain("Албум");
    }

    @Test
    void areCalledAfterTheForumWhateverThatIsCalled() {
        site.materials.add("bad", SamplePictures.jpeg(300, 200));
        site.materials.album.show("bad", 1);
        for (String page : List.of("/forums", "/forums/bad", "/forums/bad/photos/1")) {
            assertThat(site.text(page))
                    .as(page)
                    .contains("alt=\"Снимка 1 от „Форум &lt;script&gt;")
                    .doesNotContain("<script");
        }
    }

    @Test
    void areNotThereBeforeTheForumIsOver() {
        site.kit.clock.set(Instant.parse("2027-02-25T10:00:00Z"));
        assertThat(site.text("/forums/haskovo")).doesNotContain("Албум");
        assertThat(site.get(PHOTOS + "2").getStatus()).isEqualTo(404);
        assertThat(site.get(PHOTOS + "2/small.jpg").getStatus()).isEqualTo(404);
    }
}
