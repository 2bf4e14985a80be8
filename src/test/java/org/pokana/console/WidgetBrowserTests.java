package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The chat on the page of another site, in a browser that keeps third parties' cookies from it. */
@Tag("browser")
class WidgetBrowserTests {

    private static final OtherSite LISTED = new OtherSite();
    private static final OtherSite UNLISTED = new OtherSite();

    private static WebStage stage;
    private static Browser browser;

    @BeforeAll
    static void open() {
        stage = stage("https://pokana.example");
        browser = new Browser("--test-third-party-cookie-phaseout");
        browser.open(LISTED.url());
    }

    private static WebStage stage(String publicUrl) {
        return WebStage.open(
                "--pokana.webchat.per-address=1000",
                "--pokana.webchat.new-sessions=1000",
                "--pokana.public-url=" + publicUrl,
                "--pokana.widget-sites=" + LISTED.url());
    }

    @AfterAll
    static void close() {
        browser.close();
        stage.close();
        LISTED.close();
        UNLISTED.close();
    }

    @BeforeEach
    void visitTheOtherSite() {
        browser.outOfFrames();
        browser.open(LISTED.url());
        browser.forget();
        browser.size(1280, 800);
        visit(LISTED, stage);
    }

    @AfterEach
    void hearNoComplaints() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static void visit(OtherSite site, WebStage from) {
        site.shows("<script src=\"" + from.url() + "/widget.js\" async></script>");
        browser.open(site.url());
        browser.until(any -> part(".launch") != null);
    }

    private static WebElement part(String css) {
        return (WebElement) browser.script(
                "return document.querySelector('pokana-chat')?.shadowRoot.querySelector(arguments[0])", css);
    }

    private static void say(String words) {
        part(".launch").click();
        browser.into(part("iframe"));
        browser.find("#chat-input").sendKeys(words, Keys.ENTER);
    }

    @Test
    void loadsNothingUntilSomebodyAsks() {
        var loaded = (List<?>) browser.script("return performance.getEntriesByType('resource').map(each => each.name)");
        assertThat(loaded.stream()
                        .filter(each -> each.toString().startsWith(stage.url()))
                        .map(Object::toString))
                .containsExactly(stage.url() + "/widget.js");
        assertThat(part(".panel").isDisplayed()).isFalse();
    }

    @Test
    void keepsTheTalkOfThisSiteAcrossAReload() {
        say("здравейте");
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").equals(List.of("Казахте: здравейте")));
        browser.outOfFrames();
        browser.reload();
        browser.until(any -> part(".launch") != null);
        say("още веднъж");

        browser.until(any ->
                browser.texts(".bot:not(.welcome) .text").equals(List.of("Казахте: здравейте", "Казахте: още веднъж")));
    }

    @Test
    void knowsNobodyFromOneSiteOnAnother() {
        say("здравейте");
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").size() == 1);
        browser.outOfFrames();
        browser.open(stage.url());

        assertThat(browser.script(
                        "return fetch('/chat/history').then(answer => answer.json()).then(page => page.session)"))
                .isEqualTo(false);
    }

    /** The control: a cookie like that of our own page is of no use in a frame. */
    @Test
    void saysWhatToDoWhereTheBrowserTakesNoCookie() {
        try (var insecure = stage("http://pokana.example")) {
            visit(LISTED, insecure);
            say("здравейте");

            browser.until(any -> browser.texts(".chat-note").toString().contains("нужна бисквитка"));
            browser.outOfFrames();
            assertThat(part(".bar a").getAttribute("href")).isEqualTo(insecure.url() + "/?lang=bg");
            browser.complaints(); // about the message that was refused
        }
    }

    @Test
    void worksByKeyboardAlone() {
        browser.keys(Keys.TAB);
        browser.keys(Keys.ENTER);
        browser.into(part("iframe"));
        browser.find("#chat-input").sendKeys(Keys.ESCAPE);
        browser.outOfFrames();

        browser.until(any -> !part(".panel").isDisplayed());
        assertThat(browser.script("return document.querySelector('pokana-chat').shadowRoot.activeElement.className"))
                .isEqualTo("launch");
        assertThat(part(".launch").getAttribute("aria-expanded")).isEqualTo("false");
    }

    @Test
    void isShownByNoSiteThatIsNotListed() {
        visit(UNLISTED, stage);
        part(".launch").click();

        browser.until(any -> !browser.complaints().stream()
                .filter(each -> each.contains("frame-ancestors"))
                .toList()
                .isEmpty());
        browser.into(part("iframe"));
        assertThat(browser.all("#chat-input")).isEmpty();
        browser.complaints();
    }

    @Test
    void noOtherPageIsShownInAFrame() {
        LISTED.shows("<iframe style=\"display: block !important\" src=\"" + stage.url() + "/\"></iframe>");
        browser.open(LISTED.url());

        browser.into(browser.find("iframe"));
        assertThat(browser.all("#chat-input")).isEmpty();
        assertThat(browser.complaints())
                .anySatisfy(each -> assertThat(each).containsAnyOf("frame-ancestors", "X-Frame-Options"));
    }

    @ParameterizedTest
    @CsvSource({"320,568,light", "1280,800,dark"})
    void fitsAndPutsUpNoBarriers(int width, int height, String colours) {
        browser.prefers(colours);
        browser.size(width, height);
        say("здравейте");
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").size() == 1);
        assertThat(browser.script("return document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0L);
        assertThat(browser.barriers()).isEmpty();
        browser.outOfFrames();

        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
        assertThat(part(".panel").getRect().getWidth()).isEqualTo(Math.min(width, 400));
        assertThat(part(".bar h2").getCssValue("font-size"))
                .as("untouched by the looks of the site")
                .isEqualTo("16px");
    }
}
