package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages around the chat in a real browser: small, without scripts, by keyboard, on every screen. */
@Tag("browser")
class PagesToReadBrowserTests {

    private static final String FOUND = "/questions?q=%D1%83%D1%87%D0%B8%D0%BB%D0%B8%D1%89%D0%B5";
    private static final int FIRST_LOAD = 150_000;

    private static final String HEADERS = """
            return (async path => {
              const answer = await fetch(path, { cache: 'reload' });
              const said = ['content-type', 'x-content-type-options', 'x-robots-tag'];
              return [answer.status, ...said.map(name => answer.headers.get(name))];
            })
            """.strip();

    private static WebStage stage;
    private static Browser browser;

    @BeforeAll
    static void open() {
        stage = WebStage.open("--stage.telegram=pokana_bot");
        browser = new Browser();
        browser.open(stage.url());
    }

    @AfterAll
    static void close() {
        browser.close();
        stage.close();
    }

    @BeforeEach
    void arriveForTheFirstTime() {
        browser.forget();
        browser.size(1280, 800);
        browser.prefers("light");
    }

    @AfterEach
    void hearNoComplaints() {
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/forums",
                "/forums/haskovo",
                "/forums/svilengrad",
                "/forums/svilengrad/photos/3",
                "/questions",
                FOUND,
                "/questions/work-access",
                "/privacy",
                "/forums/nope"
            })
    void fitsEveryScreenAndPutsUpNoBarriers(String path) {
        for (var screen : List.of("320 bg dark", "360 en light", "1280 bg light", "1280 en dark")) {
            var parts = screen.split(" ");
            int width = Integer.parseInt(parts[0]);
            browser.size(width, 740);
            browser.prefers(parts[2]);
            browser.open(stage.url() + path + (path.contains("?") ? "&" : "?") + "lang=" + parts[1]);

            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .as(screen)
                    .isEqualTo((long) width);
            assertThat(browser.find("html").getAttribute("lang")).isEqualTo(parts[1]);
            if (width == 320 || parts[2].equals("dark")) {
                assertThat(browser.barriers()).as(screen).isEmpty();
            }
        }
        browser.complaints(); // about the page that is not there
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/forums/haskovo", "/forums/svilengrad", "/questions"})
    void loadsLittleFromNowhereElseAndTheNextTimeHardlyAnything(String path) {
        browser.withoutCache();
        browser.open(stage.url() + path);
        var first = loads();

        assertThat(first.values().stream().mapToLong(Long::longValue).sum()).isBetween(2_000L, (long) FIRST_LOAD);
        assertThat(first.keySet()).allSatisfy(each -> assertThat(each).startsWith(stage.url()));
        assertThat(browser.script("""
                return performance.getEntriesByType('resource')
                  .filter(each => each.name.endsWith('.css') && each.encodedBodySize * 2 > each.decodedBodySize)
                  .map(each => each.name)
                """)).as("not compressed").isEqualTo(List.of());

        browser.open(stage.url() + path);
        assertThat(loads()).allSatisfy((address, bytes) -> {
            if (address.contains("/public/v/")) {
                assertThat(bytes).as(address).isZero();
            }
        });
    }

    /** Bytes over the wire by address, the page included. */
    @SuppressWarnings("unchecked")
    private static Map<String, Long> loads() {
        return (Map<String, Long>) browser.script("""
                const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                return Object.fromEntries(all.map(each => [each.name, each.transferSize]));
                """);
    }

    @Test
    void keepsFilesForGoodUnderAnAddressWithTheirVersion() {
        assertThat(browser.script("""
                return (async () => {
                const link = document.querySelector('link[rel=stylesheet]').href;
                const answers = await Promise.all([link, '/public/page.css', link.replace(/v\\/\\w+/, 'v/0000000000')]
                  .map(each => fetch(each, { cache: 'reload' })));
                return answers.map(each => each.status + ' ' + each.headers.get('Cache-Control'));
                })()
                """))
                .asString()
                .contains("200 max-age=31536000, public, immutable", "200 no-cache", "404 ");
        assertThat(browser.complaints()).hasSize(1);
    }

    @Test
    void everythingButTheChatWorksWithoutScripts() {
        try (var plain = new Browser("--blink-settings=scriptEnabled=false")) {
            plain.size(390, 844);
            plain.go(stage.url() + "/?lang=bg");
            assertThat(plain.texts(".chat noscript, .chat .chat-note").toString())
                    .contains("JavaScript");
            assertThat(plain.texts(".chat-form, .welcome .picks")).isEmpty();
            plain.find(".card h3 a").click();
            assertThat(plain.find("h1").getText()).isEqualTo("Форум Хасково");
            assertThat(plain.find(".ways-row .also").getAttribute("href"))
                    .isEqualTo("https://t.me/pokana_bot?start=register-haskovo");

            plain.find(".menu a[href='/questions']").click();
            plain.find("#q").sendKeys("училище", Keys.ENTER);
            assertThat(plain.texts(".hit h3")).hasSizeBetween(1, 3);
            plain.find(".languages a[hreflang=en]").click();
            assertThat(plain.find("#q").getAttribute("value")).isEqualTo("училище");
            plain.find(".hit h3 a").click();
            assertThat(plain.find(".proof").getText()).contains("Information, not legal advice.");
        }
    }

    @Test
    void showsTheAlbumOfAPastForumByKeyboardAndAWayOutOfIt() {
        browser.open(stage.url() + "/forums/svilengrad?lang=bg");
        assertThat(browser.all(".album img"))
                .extracting(photo -> photo.getAttribute("alt"))
                .containsExactly(
                        "Снимка 1 от „Форум Свиленград“",
                        "Снимка 3 от „Форум Свиленград“",
                        "Снимка 4 от „Форум Свиленград“");
        browser.script("document.querySelectorAll('.album img')[1].scrollIntoView()");
        browser.until(any -> browser.script("return document.querySelectorAll('.album img')[1].naturalWidth")
                .equals(400L));
        assertThat(browser.script(HEADERS + "('/forums/svilengrad/photos/3/small.jpg')"))
                .isEqualTo(List.of(200L, "image/jpeg", "nosniff", "noindex"));
        assertThat(browser.script(HEADERS + "('/forums/svilengrad/photos/2/small.jpg')"))
                .asList()
                .startsWith(404L);
        assertThat(browser.complaints()).as("only of the one that is not there").hasSize(1);

        browser.script("document.querySelector('.album a').focus()");
        browser.keys(Keys.ENTER);
        browser.until(any -> browser.address().endsWith("/photos/1"));
        assertThat(browser.find("figcaption").getText()).contains("19 ноември 2026 г.");
        browser.find("a[rel=next]").sendKeys(Keys.ENTER);
        browser.until(any -> browser.address().endsWith("/photos/3"));
        assertThat(browser.texts(".turns span")).containsExactly("2 от 3");
        browser.find(".ways-row .go").sendKeys(Keys.ENTER);
        browser.until(any ->
                browser.texts(".bot:not(.welcome) .text").toString().contains("/start take_me_out-svilengrad_3"));
    }

    @Test
    void takesAQuestionThatWasNotFoundIntoTheChat() {
        browser.open(stage.url() + "/questions?lang=bg");
        browser.find("#q").sendKeys("как се вари супа топчета", Keys.ENTER);
        browser.find(".nothing .go").click();

        browser.until(any ->
                "как се вари супа топчета".equals(browser.find("#chat-input").getAttribute("value")));
        assertThat(browser.focused().getAttribute("id")).isEqualTo("chat-input");
        assertThat(browser.texts(".person .text"))
                .as("nothing is said for anybody")
                .isEmpty();
        assertThat(browser.address()).isEqualTo(stage.url() + "/");
    }

    @Test
    void canBeReadByKeyboard() {
        browser.open(stage.url() + "/forums/haskovo?lang=bg");
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Към съдържанието");
        browser.keys(Keys.ENTER);
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Всички форуми");
        browser.keys(Keys.TAB);
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Запишете се тук");
        browser.keys(Keys.ENTER);

        browser.until(
                any -> browser.texts(".bot:not(.welcome) .text").toString().contains("/start register-haskovo"));
    }
}
