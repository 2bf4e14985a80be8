package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.scanner.ScannerKit;

/** Petar's phone on the morning of the forum: Olena and Ivan come, and the network comes and goes. */
@Tag("browser")
class ScannerBrowserTests {

    /** A camera that sees whatever the test holds up. */
    private static final String CAMERA = """
            window.BarcodeDetector = class {
              static async getSupportedFormats() { return ['qr_code']; }
              async detect() { return window.heldUp ? [{ rawValue: window.heldUp }] : []; }
            };
            Object.defineProperty(navigator, 'mediaDevices', { value: {
              getUserMedia: async () => document.createElement('canvas').captureStream(5) } });
            HTMLMediaElement.prototype.play = async () => undefined;
            """;

    private static WebStage stage;
    private static Browser browser;
    private static Registrations registrations;
    private static ScannerKit kit;
    private static ContactId petar;

    private final ContactId olena = new ContactId("olena");
    private final ContactId ivan = new ContactId("ivan");

    @BeforeAll
    static void open() {
        stage = WebStage.open();
        stage.clock.set(Instant.parse("2027-02-25T06:30:00Z"));
        registrations = stage.bean(Registrations.class);
        kit = stage.bean(ScannerKit.class);
        var contacts = stage.bean(Contacts.class);
        petar = contacts.meet(new Address("webchat", "petar"), Locale.forLanguageTag("bg"))
                .id();
        contacts.grant(petar, Role.DOOR);
        browser = new Browser();
        browser.beforeEachPage(CAMERA);
        browser.open(stage.url());
    }

    @AfterAll
    static void close() {
        browser.close();
        stage.close();
    }

    @BeforeEach
    void openTheLink() {
        register(olena, "Олена <b>Коваль</b>", "Сдружение „Мост“");
        register(ivan, "Иван Ковачев", "Община Хасково");
        browser.offline(false);
        browser.forget();
        browser.size(390, 844);
        browser.open(link());
        browser.until(any -> browser.texts(".count").equals(List.of("Дошли: 0 от 2")));
    }

    private static String link() {
        return stage.url() + "/scanner?lang=bg#" + kit.scanners.link("haskovo", petar);
    }

    private static void register(ContactId who, String name, String organisation) {
        registrations.register("haskovo", who, new Profile("ngo", "haskovo", organisation, name));
    }

    @AfterEach
    void nobodyIsHere() {
        var arrivals = stage.bean(Arrivals.class);
        List.of(olena, ivan).forEach(who -> arrivals.undo("haskovo", who));
        browser.offline(false);
    }

    private Registration registration(ContactId who) {
        return registrations.find("haskovo", who).orElseThrow();
    }

    private void holdUp(String code) {
        browser.script("window.heldUp = arguments[0]", code);
    }

    private void says(String what) {
        browser.until(any -> browser.texts(".result .what").equals(List.of(what)));
    }

    @Test
    void readsACodeWithTheCameraAndTakesItBack() {
        browser.find(".camera").click();
        holdUp(kit.papers.passes.link(registration(olena)));

        says("Тук");
        assertThat(browser.texts(".result .who")).containsExactly("№ 1 Олена <b>Коваль</b>, Сдружение „Мост“");
        assertThat(browser.texts(".count")).containsExactly("Дошли: 1 от 2");
        assertThat(registration(olena).hasArrived()).isTrue();
        assertThat(browser.barriers()).isEmpty();
        browser.find(".undo").click();
        says("Отбелязването е върнато");
        assertThat(registration(olena).hasArrived()).isFalse();
        holdUp("https://example.org/pass/haskovo.1.AAAAAAAAAAAAAAAAAAAA");
        says("Този код не е за този форум");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void findsPeopleByNumberAndByLettersOfAnyAlphabet() {
        browser.find("#letters").sendKeys("2", Keys.ENTER);
        says("Тук");
        assertThat(registration(ivan).hasArrived()).isTrue();
        browser.find("#letters").sendKeys("olena");
        browser.until(any -> browser.texts(".found button").size() == 1);
        browser.find(".found button").click();
        browser.until(any -> browser.texts(".count").equals(List.of("Дошли: 2 от 2")));
        assertThat(registration(olena).hasArrived()).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keepsWhatIsNotedWithoutANetworkAndSendsItLater() {
        browser.offline(true);
        browser.find("#letters").sendKeys("1", Keys.ENTER);
        browser.find("#letters").sendKeys("2", Keys.ENTER);
        browser.until(any -> browser.texts(".waiting").toString().contains("Чакат изпращане: 2."));
        assertThat(registration(olena).hasArrived()).isFalse();
        assertThat(String.valueOf(browser.script("return JSON.stringify(localStorage)")))
                .as("no names are left on the phone")
                .contains("pokana.scanner.haskovo")
                .doesNotContain("Олена", "Иван", "Мост");

        browser.offline(false);
        browser.until(any -> browser.texts(".count").equals(List.of("Дошли: 2 от 2")));
        browser.until(any -> browser.texts(".waiting").isEmpty());
        assertThat(registration(olena).hasArrived()).isTrue();
        assertThat(registration(ivan).hasArrived()).isTrue();
        assertThat(browser.script("return localStorage.length")).isEqualTo(0L);
    }

    @Test
    void aLinkWorksOnceAndStaysNowhere() {
        var link = link();
        browser.open(stage.url() + "/?lang=bg");
        browser.forget();
        browser.open(link);
        browser.until(any -> browser.texts(".count").equals(List.of("Дошли: 0 от 2")));
        assertThat(browser.address()).doesNotContain("#");
        browser.reload();
        browser.until(any -> browser.texts(".count").equals(List.of("Дошли: 0 от 2")));

        browser.forget();
        browser.open(stage.url() + "/?lang=bg");
        browser.open(link);
        says("Връзката вече е използвана или е изтекла. Вземете нова в разговора с /scanner или от бюрото.");
        browser.open(stage.url() + "/scanner?lang=bg");
        says("Достъпът е изтекъл. Вземете нова връзка в разговора с /scanner или от бюрото. Неизпратеното се пази.");
        assertThat(browser.find("body").getText()).doesNotContain("Форум Хасково", "Дошли");
    }
}
