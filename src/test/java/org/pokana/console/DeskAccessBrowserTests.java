package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.desk.DeskKit;
import org.pokana.organizer.Team;

/** Maria invites people and sets up a password, with a big screen and with a phone, in both languages. */
@Tag("browser")
class DeskAccessBrowserTests {

    private static final String PASSWORD = "сини патици летят";

    private static DeskStage stage;
    private static DeskScreen screen;
    private static Browser browser;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        Contact maria = stage.person("maria", Role.OWNER);
        var ivan = stage.person("ivan", Role.ORGANIZER);
        stage.bean(Contacts.class).learn(ivan.id(), new Profile(null, null, null, "Иван Ковачев"));
        stage.bean(Team.class).invite(maria.id(), Role.DOOR);
        screen = new DeskScreen(stage).signedIn(maria);
        browser = screen.browser;
    }

    @AfterAll
    static void close() {
        screen.close();
    }

    @Test
    void everyPageIsForEverybodyAtEverySize() {
        assertThat(screen.wrongWith(Map.of("team", "/desk/team", "access", "/desk/access")))
                .isEmpty();
    }

    @Test
    void anInvitationIsMadeByKeyboardShownOnceAndCalledBack() {
        screen.opens("/desk/team", "bg");
        browser.find("[name=role][value=VIEWER]").sendKeys(Keys.SPACE, Keys.ENTER);
        browser.until(any -> !browser.all("#link").isEmpty());
        assertThat(browser.find("#link").getDomProperty("value")).contains("?start=organizer-");
        assertThat(browser.focused().getText()).contains("Наблюдател");
        assertThat(screen.wrongHere("invited")).isEmpty();
        browser.find("[action$='/end'][action*='/invitations/'] button").click();
        screen.says("Поканата е оттеглена");
    }

    @Test
    void aPasswordIsSetUpAndOpensTheDeskFromTheSignInPage() {
        screen.opens("/desk/access", "bg");
        browser.find("#name").sendKeys("мария");
        browser.find("#password").sendKeys("сини");
        var secret = String.valueOf(browser.find("[name=secret]").getDomProperty("value"));
        browser.find("#code").sendKeys("123456");
        browser.script("document.querySelector('#password').form.noValidate = true");
        browser.find("#code").sendKeys(Keys.ENTER);
        browser.until(any -> !browser.all("[role=alert]").isEmpty());
        assertThat(screen.wrongHere("access-wrong")).isEmpty();
        assertThat(browser.find("[name=secret]").getDomProperty("value")).isEqualTo(secret);

        browser.find("#password").sendKeys(PASSWORD);
        browser.find("#code").sendKeys(DeskKit.code(secret, stage.clock.instant()), Keys.ENTER);
        browser.until(any -> !browser.all("#codes").isEmpty());
        assertThat(String.valueOf(browser.find("#codes").getDomProperty("value"))
                        .split("\n"))
                .hasSize(10);
        assertThat(screen.wrongHere("access-codes")).isEmpty();
        screen.opens("/desk/access", "bg");
        assertThat(screen.wrongHere("access-on")).isEmpty();

        browser.find(".who form button").click();
        screen.opens("/desk/sign-in", "bg");
        browser.find("summary").sendKeys(Keys.ENTER);
        assertThat(screen.wrongHere("by-password")).isEmpty();
        signsIn(DeskKit.code(secret, stage.clock.instant().minus(Duration.ofHours(1))));
        browser.until(any -> !browser.all("[role=alert]").isEmpty());
        assertThat(browser.complaints()).as("of the answer itself").hasSize(1);
        assertThat(screen.wrongHere("by-password-wrong")).isEmpty();
        stage.clock.advance(Duration.ofSeconds(30));
        browser.find("#name").clear();
        signsIn(DeskKit.code(secret, stage.clock.instant()));
        browser.until(any -> browser.address().endsWith("/desk"));
    }

    private static void signsIn(String code) {
        browser.find("#name").sendKeys("Мария");
        browser.find("#password").sendKeys(PASSWORD);
        browser.find("#code").sendKeys(code, Keys.ENTER);
    }
}
