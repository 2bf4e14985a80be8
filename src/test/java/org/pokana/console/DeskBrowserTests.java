package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Where pictures of the pages go, if that is wanted: {@code -Ddesk.pictures=<folder>}. */
    private static final String PICTURES = System.getProperty("desk.pictures", "");

    private static DeskStage stage;
    private static Browser browser;
    private static Contact maria;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        DeskSeason.happens(stage);
        maria = stage.person("maria", Role.OWNER);
        browser = new Browser();
        browser.size(1280, 900);
        browser.open(stage.url() + DeskKit.link(stage.bean(DeskLinks.class), maria) + "?lang=bg");
        picture("sign-in");
        assertThat(browser.barriers()).as("sign-in").isEmpty();
        browser.keys(Keys.ENTER); // the only button has the focus
        browser.until(any -> browser.address().endsWith("/desk"));
    }

    @AfterAll
    static void close() {
        browser.close();
        stage.close();
    }

    private static void picture(String name) {
        if (!PICTURES.isEmpty()) {
            try {
                Files.createDirectories(Path.of(PICTURES));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            browser.picture(Path.of(PICTURES, name + ".png"));
        }
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
        pages.put("team", "/desk/team");
        pages.put("devices", "/desk/devices");
        pages.put("audit", "/desk/audit");
        return pages;
    }

    @Test
    void everyPageIsForEverybodyAtEverySize() {
        var wrong = new ArrayList<String>();
        for (int width : new int[] {1280, 360}) {
            browser.size(width, 900);
            for (String language : List.of("bg", "en")) {
                browser.prefers(language.equals("bg") ? "light" : "dark");
                pages().forEach((name, path) -> {
                    browser.complaints();
                    browser.open(stage.url() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                    picture(name + "-" + language + "-" + width);
                    browser.barriers()
                            .forEach(barrier -> wrong.add(name + " " + language + " " + width + ": " + barrier));
                    browser.complaints().forEach(complaint -> wrong.add(name + ": " + complaint));
                    if (!Boolean.TRUE.equals(
                            browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))) {
                        wrong.add(name + " is wider than " + width);
                    }
                });
            }
        }
        browser.size(1280, 900);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theKeyboardAloneLeadsThroughTheDesk() {
        browser.open(stage.url() + "/desk?lang=en");
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
        browser.open(stage.url() + "/desk/forums/" + DeskSeason.DIMITROVGRAD + "?lang=en");
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
        browser.open(stage.url() + "/desk/forums/" + HASKOVO + "/edit?lang=bg");
        var place = browser.find("#place-bg");
        place.clear();
        place.sendKeys("Младежки център");
        browser.find("#place-en").clear();
        place.submit();
        var told = browser.find(".phone").getText();
        assertThat(told).contains("Младежки център");
        picture("preview");
        assertThat(browser.barriers()).isEmpty();
        browser.find(".preview button.main").click();
        browser.until(any -> browser.texts(".toast p").equals(List.of("Форумът е запазен.")));
        assertThat(browser.address()).doesNotContain("done");
        assertThat(browser.find(".head").getText()).contains("Младежки център");
    }

    @Test
    void peopleAreFoundCheckedInAndTakenBack() {
        DeskSeason.theMorningComes(stage);
        browser.open(stage.url() + DeskKit.link(stage.bean(DeskLinks.class), maria) + "?lang=bg");
        browser.keys(Keys.ENTER);
        browser.until(any -> browser.address().endsWith("/desk"));
        browser.open(stage.url() + "/desk/forums/" + HASKOVO + "/people?lang=bg");
        picture("door");
        browser.find("#q").sendKeys("gyulsyum karaasan", Keys.ENTER);
        browser.until(any -> browser.address().contains("q=gyulsyum"));
        var button = browser.find(".people button.main");
        var whose = button.findElement(By.xpath("ancestor::tr")).getText();
        assertThat(whose).contains("Гюлсюм Караасан");
        button.click();
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.endsWith("е тук.")));
        picture("undo");
        assertThat(browser.barriers()).isEmpty();
        browser.find(".toast form button").click();
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.endsWith("отново се очаква.")));
        stage.clock.travelTo("2027-02-01T08:00:00Z");
    }
}
