package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.pokana.archive.KeepingUp;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.forum.Registrations;

/** Maria looks people up and talks with them, with a big screen and with a phone, in both languages. */
@Tag("browser")
class DeskContactsBrowserTests {

    private static DeskStage stage;
    private static DeskScreen screen;
    private static Browser browser;
    private static DeskChat olena;
    private static DeskChat ivan;
    private static Contact her;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
        DeskSeason.happens(stage);
        Contact maria = new DeskChat(stage, "maria").contact();
        stage.bean(Contacts.class).grant(maria.id(), Role.OWNER);
        isKnown(maria, new Profile("ngo", "haskovo", "Сдружение „Мост“", "Мария Петрова"));
        olena = new DeskChat(stage, "olena");
        her = olena.contact();
        var profile = new Profile("ngo", "svilengrad", "Читалище „Просвета“", "Олена Коваль");
        isKnown(her, profile);
        stage.bean(Registrations.class).register(DeskSeason.DIMITROVGRAD, her.id(), profile);
        olena.asks("Къде ще се проведе форумът в Свиленград и до колко часа се чака на входа?");
        olena.asks("/phone");
        olena.asks("0888 123 456");
        olena.asks("/menu");
        olena.taps("Форуми");
        olena.hears();
        ivan = new DeskChat(stage, "ivan");
        for (int i = 0; i < 8; i++) {
            isKnown(stage.person("somebody" + i), DeskSeason.person(i));
        }
        stage.bean(KeepingUp.class).keepUp();
        screen = new DeskScreen(stage).signedIn(maria);
        browser = screen.browser;
    }

    private static void isKnown(Contact who, Profile profile) {
        var contacts = stage.bean(Contacts.class);
        contacts.consents(
                who.id(), new Consent("registration", 3, "", "bg", "webchat", Instant.parse("2027-01-11T08:00:00Z")));
        contacts.learn(who.id(), profile);
    }

    @AfterAll
    static void close() {
        screen.close();
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("contacts", "/desk/contacts");
        pages.put("contact", "/desk/contacts/" + her.key());
        pages.put("talk", "/desk/contacts/" + her.key() + "/talk");
        pages.put("said", "/desk/contacts/said?q=vhod");
        return pages;
    }

    @Test
    void everyPageIsForEverybodyAtEverySize() {
        assertThat(screen.wrongWith(pages())).isEmpty();
    }

    @Test
    void aTalkIsTakenOverByKeysAloneAndWhatTheyAnswerAppears() {
        browser.open(stage.url() + "/desk/contacts/" + ivan.contact().key() + "/talk?lang=bg");
        browser.script("document.querySelector('.talk-card button').focus()");
        browser.keys(Keys.ENTER);
        browser.until(any -> !browser.all("#text").isEmpty());
        assertThat(browser.texts(".toast p")).containsExactly("Разговорът е ваш. Ботът мълчи.");
        ivan.hears("Сега разговорът ви е при");
        browser.find("#text").sendKeys("Добър ден, Иване!", Keys.TAB, Keys.ENTER);
        ivan.hears("Добър ден, Иване!");
        browser.until(
                any -> browser.texts(".team .bubble").stream().anyMatch(text -> text.contains("Добър ден, Иване!")));

        browser.script("window.still = true; document.querySelector('#text').focus()");
        browser.find("#text").sendKeys("Недописано");
        ivan.says("Добър ден и на вас!");
        browser.until(any -> browser.texts(".theirs .bubble").contains("Добър ден и на вас!"));
        assertThat(browser.script("return window.still && document.querySelector('#text').value"))
                .as("what is being written stays")
                .isEqualTo("Недописано");
        screen.picture("taken");
        assertThat(browser.barriers()).isEmpty();
        browser.script("document.querySelector('form[action$=\"/talk/end\"] button').focus()");
        browser.keys(Keys.ENTER);
        ivan.hears("Отново отговарям аз");
        browser.until(any -> browser.texts("#act-title").contains("Поеми разговора"));
    }

    @Test
    void whatWasFoundLeadsToItsPlace() {
        browser.open(stage.url() + "/desk/contacts/said?q=vhod&lang=bg");
        assertThat(browser.texts("mark")).contains("входа");
        browser.find(".row a").click();
        browser.until(any -> browser.address().contains("#said-"));
        assertThat(browser.script("return document.querySelector(':target .bubble').textContent")
                        .toString())
                .contains("входа");
        screen.picture("found");
    }
}
