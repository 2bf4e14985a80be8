package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.pokana.contact.Contact;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.desk.DeskKit;
import org.pokana.desk.DeskLinks;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;

/** Maria at the desk, with a big screen and with a phone, in both languages. */
@Tag("browser")
class DeskBrowserTests {

    private static DeskStage stage;
    private static DeskScreen screen;
    private static Browser browser;
    private static Contact maria;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        DeskSeason.happens(stage);
        maria = stage.person("maria", Role.OWNER);
        screen = new DeskScreen(stage);
        browser = screen.browser;
        screen.opens(DeskKit.link(stage.bean(DeskLinks.class), maria), "bg");
        assertThat(screen.wrongHere("sign-in")).isEmpty();
        screen.signedIn(maria);
    }

    @AfterAll
    static void close() {
        screen.close();
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("overview", "/desk");
        pages.put("coverage", "/desk/coverage/haskovo/ngo");
        pages.put("forums", "/desk/forums");
        pages.put("forum", "/desk/forums/" + HASKOVO);
        pages.put("edit", "/desk/forums/" + HASKOVO + "/edit");
        pages.put("people", "/desk/forums/" + HASKOVO + "/people");
        pages.put("waiting", "/desk/forums/" + HASKOVO + "/people?standing=WAITING&order=LINE");
        pages.put("undelivered", "/desk/undelivered");
        pages.put("team", "/desk/team");
        pages.put("devices", "/desk/devices");
        pages.put("audit", "/desk/audit");
        return pages;
    }

    @Test
    void everyPageIsForEverybodyAtEverySize() {
        assertThat(screen.wrongWith(pages())).isEmpty();
    }

    @Test
    void theKeyboardAloneLeadsThroughTheDesk() {
        screen.opens("/desk", "en");
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("To the content");
        browser.keys(Keys.TAB); // the brand
        browser.keys(Keys.TAB);
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Forums");
        browser.keys(Keys.ENTER);
        browser.until(any -> browser.address().contains("/desk/forums"));
        assertThat(browser.texts("[aria-current=page]")).containsExactly("Forums");
    }

    @Test
    void numbersFollowWhatHappensWithoutAReload() {
        screen.opens("/desk/forums/" + DeskSeason.DIMITROVGRAD, "en");
        int before = Integer.parseInt(browser.find(".big").getText());
        stage.bean(Registrations.class)
                .register(
                        DeskSeason.DIMITROVGRAD,
                        new ContactId("latecomer"),
                        new Profile("ngo", "haskovo", "Сдружение „Мост“", "Закъсняла"));
        browser.until(any -> browser.find(".big").getText().equals(String.valueOf(before + 1)));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aChangeIsShownAsItWillBeToldBeforeItIsMade() {
        screen.opens("/desk/forums/" + HASKOVO + "/edit", "bg");
        var place = browser.find("#place-bg");
        place.clear();
        place.sendKeys("Младежки център");
        browser.find("#place-en").clear();
        place.submit();
        var told = browser.find(".phone").getText();
        assertThat(told).contains("Младежки център");
        screen.picture("preview");
        assertThat(browser.barriers()).isEmpty();
        browser.find(".preview button.main").click();
        screen.says("Форумът е запазен.");
        assertThat(browser.address()).doesNotContain("done");
        assertThat(browser.find(".head").getText()).contains("Младежки център");
    }

    @Test
    void peopleAreFoundCheckedInAndTakenBack() {
        DeskSeason.theMorningComes(stage);
        screen.signedIn(maria);
        screen.opens("/desk/forums/" + HASKOVO + "/people", "bg");
        screen.picture("door");
        browser.find("#q").sendKeys("gyulsyum karaasan", Keys.ENTER);
        browser.until(any -> browser.address().contains("q=gyulsyum"));
        var button = browser.find(".people button.main");
        var whose = button.findElement(By.xpath("ancestor::tr")).getText();
        assertThat(whose).contains("Гюлсюм Караасан");
        button.click();
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.endsWith("е тук.")));
        screen.picture("undo");
        assertThat(browser.barriers()).isEmpty();
        browser.find(".toast form button").click();
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.endsWith("отново се очаква.")));
        stage.clock.travelTo("2027-02-01T08:00:00Z");
    }
}
