package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.faq.FaqKit;
import org.pokana.faq.Understanding.Answer;
import org.pokana.faq.Understanding.Choose;
import org.springframework.http.HttpHeaders;

/** The questions, what is kept about people, and who pays: pages to read. */
class QuestionPagesTests {

    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private final PublicSite site = new PublicSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void listsAllQuestionsByTopic() {
        var page = site.text("/questions");

        assertThat(FaqKit.KNOWLEDGE.entries()).hasSizeGreaterThan(50).allSatisfy(entry -> assertThat(page)
                .contains("href=\"/questions/" + entry.id() + "\""));
        assertThat(site.text("/questions", "topic", "employment"))
                .contains("aria-current=\"true\">Работа</a>", "/questions/work-access")
                .doesNotContain("href=\"/questions/forum-what-is\"");
        assertThat(site.text("/questions", "topic", "<b>"))
                .contains("/questions/forum-what-is")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "кога е форумът в Хасково",
                "koga e forumat v haskovo",
                "училище",
                "Do I need a work permit?",
                "как се вари супа топчета"
            })
    void understandsAsTheChatDoes(String question) {
        var understanding = FaqKit.SEARCH.understand(question);
        var page = site.text("/questions", "q", question);

        if (understanding instanceof Answer answer) {
            assertThat(hits(page)).containsExactly(answer.match().entry().id());
            assertThat(page).contains("Ето отговора");
        } else if (understanding instanceof Choose choose) {
            assertThat(hits(page))
                    .containsExactlyElementsOf(choose.matches().stream()
                            .map(match -> match.entry().id())
                            .toList());
            assertThat(page).contains("Може би питате за някое от тези");
        } else {
            assertThat(hits(page)).isEmpty();
        }
    }

    private static List<String> hits(String page) {
        var found = page.contains("class=\"hits\"")
                ? page.substring(page.indexOf("class=\"hits\""), page.indexOf("</ol>"))
                : "";
        return java.util.regex.Pattern.compile("/questions/([a-z0-9-]+)\"")
                .matcher(found)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void saysSoWhenThereIsNoAnswerAndOffersTheChat() {
        assertThat(site.text("/questions", "q", "как се вари супа топчета"))
                .contains("Нямаме проверен отговор на това", "Не отговаряме наслуки", "Попитайте в разговора")
                .contains("/?say=%D0%BA%D0%B0%D0%BA")
                .contains("Здраве и социални");
    }

    @Test
    void looksAtTheBeginningOfWhatIsTooLongToBeAQuestion() {
        var page = site.text("/questions", "q", "x".repeat(5_000) + "<script>");

        assertThat(page)
                .contains("value=\"" + "x".repeat(Finding.LONGEST) + "\"")
                .doesNotContain("x".repeat(201));
        assertThat(site.text("/questions", "q", "\"><script>alert(1)</script>")).doesNotContain("<script>alert");
    }

    @Test
    void asksWhoeverSearchesLikeAMachineToWait() {
        for (int i = 0; i < 60; i++) {
            assertThat(site.get("/questions", "q", "училище").getStatus()).isEqualTo(200);
        }
        var page = site.get("/questions", "q", "училище");

        assertThat(page.getStatus()).isEqualTo(429);
        assertThat(page.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
        assertThat(PublicSite.text(page)).contains("Опитайте отново след минута", "/questions/forum-what-is");
        assertThat(site.get("/questions").getStatus()).as("reading goes on").isEqualTo(200);
        site.kit.clock.advance(Duration.ofMinutes(1));
        assertThat(site.get("/questions", "q", "училище").getStatus()).isEqualTo(200);
    }

    @Test
    void showsAnAnswerWithWhereItComesFrom() {
        var page = site.text("/questions/work-access");

        assertThat(page)
                .contains("<h1>", "Източници", "Проверено: ", "Информация, не правен съвет.", "Свързани въпроси")
                .contains("<meta property=\"og:title\"", "/?start=faq-work-access")
                .contains("rel=\"noopener noreferrer\"");
        for (var entry : FaqKit.KNOWLEDGE.entries()) {
            var shown = site.text("/questions/" + entry.id());
            assertThat(shown)
                    .as(entry.id())
                    .contains(entry.checked().isPresent() ? "Проверено: " : "Още непотвърдено от организатора")
                    .contains("Информация, не правен съвет.");
            entry.related().forEach(other -> assertThat(shown).contains("/questions/" + other));
        }
    }

    @Test
    void saysInTheReadersLanguageThatThereIsNoSuchQuestion() {
        assertThat(site.get("/questions/nope").getStatus()).isEqualTo(404);
        assertThat(site.text("/questions/nope")).contains("Такъв въпрос няма", "href=\"/questions\"");
        assertThat(site.inEnglish("/questions/nope")).contains("There is no such question");
    }

    @Test
    void saysOfPersonalDataWhatTheChatSays() {
        var page = site.text("/privacy");

        for (var said : List.of(site.notice.notice(), site.notice.more())) {
            for (String line : site.words.say(said, BULGARIAN).split("\n")) {
                assertThat(page).contains(line.replaceFirst("^• ", "").strip());
            }
        }
        assertThat(page).contains("Сдружение „Мост“", "most@example.org", "90 дни", "/?start=privacy");
        assertThat(site.inEnglish("/privacy")).contains("90 days");
    }

    @Test
    void namesWhoPaysOnceThatIsSwitchedOn(@TempDir Path folder) throws Exception {
        assertThat(site.text("/")).doesNotContain("eu.svg");
        Files.writeString(folder.resolve("paper_bg.properties"), "paper.funding=Съфинансирано от Европейския съюз.");

        try (var funded = new PublicSite(Optional.of(folder), List.of())) {
            for (String path : List.of("/", "/forums", "/questions", "/privacy", "/forums/nope")) {
                assertThat(funded.text(path))
                        .as(path)
                        .contains("eu.svg", "Знаме на Европейския съюз", "Съфинансирано от Европейския съюз.");
            }
        }
    }
}
