package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.forum.Outreach;

/** Maria sets up the house and looks at how the season goes, with a big screen and with a phone, in both languages. */
@Tag("browser")
class DeskSettingsBrowserTests {

    private static DeskStage stage;
    private static DeskScreen screen;
    private static Browser browser;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(DeskChat.PATIENT);
        DeskSeason.happens(stage);
        Contact maria = new DeskChat(stage, "maria").contact();
        stage.bean(Contacts.class).grant(maria.id(), Role.OWNER);
        stage.bean(Outreach.class).invited(HASKOVO, "topolovgrad", "ngo", maria.id());
        var olena = new DeskChat(stage, "olena");
        olena.asks("/person");
        olena.says("Има ли паралелка с помощник-учител в училище в Свиленград?");
        olena.hears("Предадох въпроса ви");
        screen = new DeskScreen(stage).signedIn(maria);
        browser = screen.browser;
    }

    @AfterAll
    static void close() {
        screen.close();
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("overview", "/desk");
        pages.put("invited", "/desk/coverage/topolovgrad/ngo");
        pages.put("settings", "/desk/settings");
        pages.put("channels", "/desk/settings/channels");
        return pages;
    }

    @Test
    void everyPageIsForEverybodyAtEverySize() {
        assertThat(screen.wrongWith(pages())).isEmpty();
    }

    @Test
    void theKeyboardAloneSavesTheSettings() {
        browser.open(stage.url() + "/desk/settings?lang=en");
        browser.find("#organisation").sendKeys("Association “Bridge”", Keys.TAB);
        assertThat(browser.focused().getAttribute("id")).isEqualTo("contact");
        browser.keys(Keys.TAB);
        browser.keys("1 Ropotamo street", Keys.ENTER);
        browser.until(any -> browser.texts(".toast p").equals(List.of("The settings are saved.")));
        screen.picture("saved");
        assertThat(browser.barriers()).isEmpty();
        browser.open(stage.url() + "/privacy?lang=en");
        assertThat(browser.find("main").getText()).contains("Association “Bridge”, 1 Ropotamo street");
    }

    @Test
    void aTestMessageIsFollowedUntilItHasArrived() {
        browser.open(stage.url() + "/desk/settings/channels?lang=en");
        browser.complaints();
        browser.find("form[action$='/webchat/trial'] button").click();
        browser.until(any -> browser.texts("#trial .tag").equals(List.of("arrived")));
        screen.picture("trial");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anInvitationIsNotedAndTakenBack() {
        browser.open(stage.url() + "/desk/coverage/topolovgrad/other?lang=bg");
        browser.find("form[action$='/" + HASKOVO + "/invited'] button").click();
        browser.until(any -> browser.texts(".toast p").equals(List.of("Отбелязано: поканени са.")));
        assertThat(browser.barriers()).isEmpty();
        browser.find(".toast form button").click();
        browser.until(any -> browser.texts(".toast p").equals(List.of("Отбелязването е махнато.")));
        assertThat(browser.complaints()).isEmpty();
    }
}
