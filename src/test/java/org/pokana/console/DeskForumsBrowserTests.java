package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.DIMITROVGRAD;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.followup.Album;
import org.pokana.followup.Shelf;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.forum.Venue;
import org.pokana.kernel.Localized;
import org.pokana.messaging.SamplePictures;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;

/** Maria makes and runs forums at the desk, with a big screen and with a phone, in both languages. */
@Tag("browser")
class DeskForumsBrowserTests {

    private static DeskStage stage;
    private static DeskScreen screen;
    private static Browser browser;

    @BeforeAll
    static void open() {
        stage = DeskStage.open();
        DeskSeason.happens(stage);
        DeskSeason.theMorningComes(stage);
        Contact maria = stage.person("maria", Role.ORGANIZER);
        something(maria);
        screen = new DeskScreen(stage).signedIn(maria);
        browser = screen.browser;
    }

    /** To look at: numbers to call, materials, and a change of which people were told. */
    private static void something(Contact maria) {
        var forum = stage.bean(Forums.class).find(HASKOVO).orElseThrow();
        stage.bean(PhoneNumbers.class).keep("person0", new PhoneNumber("+359888123456"));
        stage.bean(PhoneNumbers.class).keep("person3", new PhoneNumber("+4915123456789"));
        var shelf = stage.bean(Shelf.class);
        shelf.add(forum, "Слайдове: https://example.org/slides", maria);
        shelf.add(forum, "зала.png", java.util.HexFormat.of().parseHex(DeskAfterwardsTests.PIXEL), maria);
        shelf.add(forum, "група.jpg", SamplePictures.jpeg(800, 600), maria);
        stage.bean(Album.class).show(HASKOVO, 2);
        stage.bean(Forums.class)
                .relocate(DIMITROVGRAD, new Venue(Localized.of("Младежки център", "Youth centre"), null, null, null))
                .ifPresent(stage.bean(Registrations.class)::tellOfChange);
    }

    @AfterAll
    static void close() {
        screen.close();
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("new", "/desk/forums/new/empty1");
        pages.put("forum", "/desk/forums/" + DIMITROVGRAD);
        pages.put("edit", "/desk/forums/" + DIMITROVGRAD + "/edit");
        pages.put("rules", "/desk/forums/" + DIMITROVGRAD + "/rules");
        pages.put("cancel", "/desk/forums/" + DIMITROVGRAD + "/cancellation");
        pages.put("understood", "/desk/forums/" + DIMITROVGRAD + "/understood");
        pages.put("materials", "/desk/forums/" + HASKOVO + "/materials");
        pages.put("people", "/desk/forums/" + HASKOVO + "/people");
        return pages;
    }

    @Test
    void everyPageIsForEverybodyAtEverySize() {
        assertThat(screen.wrongWith(pages())).isEmpty();
    }

    @Test
    void theCardFollowsWhatIsTypedAndTheForumOpensByTheKeyboardAlone() {
        browser.open(stage.url() + "/desk/forums/new/typed1?lang=bg");
        browser.script("window.still = true");
        fill("title-bg", "Нов форум на живо");
        fill("summary-bg", "За какво е.");
        fill("capacity", "20");
        browser.script("document.getElementById('day').value = '2027-06-10'");
        browser.script("document.getElementById('from').value = '10:00'");
        browser.script("document.getElementById('to').value = '15:00'");
        fill("municipality", "Харманли");
        fill("city-bg", "Харманли");
        browser.find("[name=group-ngo]").sendKeys(Keys.SPACE);
        browser.find("[name=language-bg]").sendKeys(Keys.SPACE);
        fill("place-bg", "Читалището");
        browser.until(any -> browser.texts(".phone").stream().anyMatch(text -> text.contains("Нов форум на живо")));
        assertThat(browser.texts(".phone").get(0)).contains("четвъртък, 10 юни 2027", "Читалището, Харманли");
        assertThat(browser.script("return window.still")).isEqualTo(true);
        screen.picture("typed");
        browser.find("button[value=open]").sendKeys(Keys.ENTER);
        browser.until(any -> browser.address().contains("/desk/forums/harmanli-2027-06"));
        assertThat(browser.find("h1").getText()).isEqualTo("Нов форум на живо");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPhotoGoesOnThePublicPageOnlyWithAConfirmationAndComesBackWithOneClick() {
        browser.open(stage.url() + "/desk/forums/" + HASKOVO + "/materials?lang=bg");
        browser.find("input[name=photo][value='1']").sendKeys(Keys.SPACE);
        browser.find("button[value=show]").click();
        assertThat(browser.script("return document.querySelector('[name=sure]').validity.valueMissing"))
                .as("the browser itself asks for it")
                .isEqualTo(true);
        browser.find("input[name=sure]").sendKeys(Keys.SPACE);
        browser.find("button[value=show]").click();
        screen.says("На публичната страница, щом форумът мине: 1.");
        assertThat(browser.texts(".album .tag.good")).hasSize(2);
        assertThat(browser.script("return [...document.querySelectorAll('.album .card')]"
                        + ".filter(card => card.scrollWidth > card.clientWidth).length"))
                .as("wider than its card")
                .isEqualTo(0L);
        screen.picture("album-shown");
        browser.find(".album button[value=hide]").click();
        screen.says("Скрити от публичната страница: 1.");
        assertThat(browser.texts(".album .tag.good")).hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatTheRulesComeToIsSaidInPlainWordsAsOneTypes() {
        browser.open(stage.url() + "/desk/forums/" + DIMITROVGRAD + "/rules?lang=bg");
        fill("kept-ngo", "4");
        fill("most", "2");
        browser.until(any -> browser.texts(".watched .words").toString().contains("най-много 2 места"));
        assertThat(browser.texts(".watched .words").toString()).contains("НПО – 4", "7 дни преди, 10:00");
        assertThat(stage.bean(Forums.class).find(DIMITROVGRAD).orElseThrow().allotment())
                .as("not before it is saved")
                .isNull();
        browser.find("button[value=save]").click();
        screen.says("Правилата са запазени");
        assertThat(browser.texts("main .words").toString()).contains("НПО – 4", "най-много 2 места");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void fill(String field, String words) {
        browser.find("#" + field).sendKeys(words);
    }

    @Test
    void severalAreTickedAtOnceAndTheActIsTakenBack() {
        browser.open(stage.url() + "/desk/forums/" + HASKOVO + "/people?standing=SEAT&lang=bg");
        browser.find("[data-ticks]").click();
        assertThat(browser.all("input[name=who]")).isNotEmpty().allMatch(WebElement::isSelected);
        int ticked = browser.all("input[name=who]").size();
        browser.find("button[value=here]").click();
        browser.until(any -> browser.address().contains("/together"));
        assertThat(browser.texts(".row .tag")).hasSize(ticked).containsOnly("вече е тук");
        screen.picture("together");
        assertThat(browser.barriers()).isEmpty();
        browser.find("main form button").click();
        browser.until(any -> browser.texts(".row .tag").contains("отново се очаква"));
    }
}
