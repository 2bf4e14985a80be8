package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.forum;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.forum.Allotment;
import org.pokana.forum.Forum;
import org.pokana.messaging.Entrance;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpHeaders;

/** A page for each forum, as somebody gets it to whom its address was passed on. */
class ForumPagesTests {

    private static final String REGISTER = "href=\"/?start=register-haskovo\"";

    private PublicSite site = new PublicSite(haskovo(14), dimitrovgrad(1));

    @AfterEach
    void close() {
        site.close();
    }

    private void withTelegram() {
        site.close();
        site = new PublicSite(
                Optional.empty(),
                List.of(new Entrance() {
                    @Override
                    public String channel() {
                        return "telegram";
                    }

                    @Override
                    public Optional<String> link(String start) {
                        return Optional.of("https://t.me/pokana_bot?start=" + start);
                    }
                }),
                haskovo(14));
    }

    @Test
    void saysEverythingAboutAForum() {
        var page = site.text("/forums/haskovo");

        assertThat(page)
                .contains("<h1>Форум Хасково</h1>", "Кой какво прави.")
                .contains("четвъртък, 25 февруари 2027 г.", "9:00–16:30 ч. българско време")
                .contains("Хасково, Заседателна зала", "openstreetmap.org/?mlat=41.934400")
                .contains("14 свободни места от 14", "български")
                .contains("09:00–09:30", "Регистрация и кафе", "15:45–16:30", "Следващи стъпки")
                .contains(REGISTER, "/forums/haskovo.ics?lang=bg", "src=\"/forums/haskovo/qr.svg\"")
                .doesNotContain("t.me");
        assertThat(site.inEnglish("/forums/haskovo"))
                .contains("<html lang=\"en\">", "Thursday, 25 February 2027", "14 free seats of 14", "Next steps");
    }

    @Test
    void leadsToTelegramWhereItIsOn() {
        withTelegram();

        assertThat(site.text("/forums/haskovo"))
                .contains("https://t.me/pokana_bot?start=register-haskovo", "В Telegram", REGISTER);
        assertThat(site.text("/forums")).contains("https://t.me/pokana_bot?start=register-haskovo");
        assertThat(site.text("/")).contains("https://t.me/pokana_bot?start=register-haskovo", "Или ни потърсете");
    }

    @Test
    void looksRightWhereItsAddressIsPassedOn() {
        assertThat(site.text("/forums/haskovo"))
                .contains("<meta property=\"og:title\" content=\"Форум Хасково · Покана\">")
                .contains("<meta property=\"og:url\" content=\"https://pokana.example.org/forums/haskovo\">")
                .contains("<meta property=\"og:image\" content=\"https://pokana.example.org/public/share.png\">")
                .contains("<meta property=\"og:description\" content=\"четвъртък, 25 февруари 2027 г. · Хасково,"
                        + " Заседателна зала. Кой какво прави.\">")
                .contains("<link rel=\"canonical\" href=\"https://pokana.example.org/forums/haskovo\">");
    }

    @Test
    void showsTheForumAsItStands() {
        site.kit.forums.move("haskovo", LocalDateTime.parse("2027-02-26T10:00"));
        site.kit.register("haskovo", site.kit.person("olena"));

        assertThat(site.text("/forums/haskovo"))
                .contains("петък, 26 февруари 2027 г.", "10:00–17:30 ч.", "10:00–10:30", "13 свободни места от 14");
        site.kit.forums.move("haskovo", LocalDateTime.parse("2027-02-26T10:00"), java.time.Duration.ofHours(2));
        assertThat(site.text("/forums/haskovo")).doesNotContain("Следващи стъпки");
    }

    @Test
    void saysWhichOfTheFreeSeatsAreKeptForOthers() {
        assertThat(site.text("/forums/haskovo")).as("control").doesNotContain("Запазени свободни места");
        site.kit
                .mongo()
                .updateFirst(
                        Query.query(Criteria.where("_id").is("haskovo")),
                        Update.update("allotment", new Allotment(Map.of("ngo", 5), 1440, 0)),
                        Forum.class);

        for (String page : List.of("/forums/haskovo", "/forums", "/")) {
            assertThat(site.text(page)).as(page).contains("Запазени свободни места: НПО – 5");
        }
        assertThat(site.text("/forums/haskovo")).contains("14 свободни места от 14");
    }

    @Test
    void showsEverybodyOnlyWhatIsForEverybodyAndOnlyAfterTheForum() {
        site.materials.show("haskovo", "Слайдове: https://most.example.org/haskovo");
        assertThat(site.text("/forums/haskovo")).doesNotContain("most.example.org/haskovo");

        site.kit.clock.set(java.time.Instant.parse("2027-02-25T16:00:00Z"));
        site.materials.add("haskovo", "Само за участници: https://most.example.org/inside");
        assertThat(site.text("/forums/haskovo"))
                .contains("<a href=\"https://most.example.org/haskovo\" rel=\"noopener noreferrer\">")
                .doesNotContain("most.example.org/inside");
    }

    @Test
    void offersTheLineOnceAForumIsFull() {
        site.kit.register("dimitrovgrad", site.kit.person("olena"));

        assertThat(site.text("/forums/dimitrovgrad"))
                .contains("Няма свободни места", "Запишете се в списъка на чакащите");
    }

    @Test
    void offersNoSeatInAForumThatIsCalledOff() {
        site.kit.forums.cancel("haskovo");

        assertThat(site.text("/forums/haskovo"))
                .contains("Форумът е отменен")
                .doesNotContain(REGISTER, "свободни места");
        assertThat(site.text("/forums")).doesNotContain("Форум Хасково");
    }

    @Test
    void keepsMaterialsForThoseWhoTookPart() {
        var link = "https://most.example.org/only-for-participants";
        site.materials.add("haskovo", link);
        assertThat(site.text("/forums/haskovo")).as("before").doesNotContain("Материали и снимки");
        site.kit.clock.set(Instant.parse("2027-02-26T08:00:00Z"));

        assertThat(site.text("/forums/haskovo"))
                .contains("Форумът се проведе", "/?start=materials-haskovo", "Само за участници")
                .doesNotContain(REGISTER, link, "Добавете в календара си");
        assertThat(site.text("/forums"))
                .contains("Минали форуми", "/?start=materials-haskovo", "Материалите и снимките са за участниците")
                .doesNotContain(link);
    }

    @Test
    void promisesNoMaterialsThatAreNotThere() {
        site.kit.clock.set(Instant.parse("2027-02-26T08:00:00Z"));

        assertThat(site.text("/forums"))
                .contains("Минали форуми", "Форум Хасково")
                .doesNotContain("Материали");
        assertThat(site.text("/forums/haskovo")).doesNotContain("Материали");
    }

    @Test
    void saysInTheReadersLanguageThatThereIsNoSuchForum() {
        for (String wrong : List.of("/forums/nope", "/forums/%3Cscript%3E", "/forums/haskovo%20x")) {
            var page = site.get(wrong);
            assertThat(page.getStatus()).as(wrong).isEqualTo(404);
            assertThat(PublicSite.text(page)).contains("Не намираме такъв форум", "href=\"/forums\"");
        }
        assertThat(site.inEnglish("/forums/nope")).contains("We cannot find that forum", "All forums");
        assertThat(site.get("/forums/nope/qr.svg").getStatus()).isEqualTo(404);
        assertThat(site.get("/forums/nope.ics").getStatus()).isEqualTo(404);
    }

    @Test
    void showsAsTextWhatOrganizersWrite() {
        site.close();
        var bad = "<script>alert(1)</script>\"'";
        site = new PublicSite(forum("bad", bad, bad, LocalDateTime.parse("2027-02-25T09:00"), 5));

        for (String path : List.of("/", "/forums", "/forums/bad")) {
            assertThat(site.text(path)).as(path).contains("&lt;script&gt;").doesNotContain("<script>alert");
        }
    }

    @Test
    void givesTheCodeAsAPicture() {
        var code = site.get("/forums/haskovo/qr.svg");

        assertThat(code.getContentType()).startsWith("image/svg+xml");
        assertThat(code.getHeader(HttpHeaders.CACHE_CONTROL)).contains("max-age=3600");
        assertThat(PublicSite.text(code)).startsWith("<svg").doesNotContain("<script", "http://www.w3.org/1999/xlink");
    }

    @Test
    void asksBrowsersToComeBackForTheNumberOfSeats() {
        assertThat(site.get("/forums/haskovo").getHeader(HttpHeaders.CACHE_CONTROL))
                .isEqualTo("no-cache, private");
    }
}
