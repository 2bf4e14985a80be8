package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.console.DeskSeason.HASKOVO;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;
import org.pokana.announcement.Announcements;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions;
import org.pokana.faq.Drafts;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Outbox;

/** Maria writes to many people at the desk and watches it go, with a big screen and with a phone, in both languages. */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskAnnouncementsBrowserTests {

    private static DeskStage stage;
    private static DeskScreen screen;
    private static Browser browser;
    private static Contact maria;
    private static String sent;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
        maria = DeskCrowd.organizer(stage, "maria");
        stage.bean(Contacts.class).grant(maria.id(), Role.OWNER);
        DeskCrowd.gathers(stage, "ivaylovgrad", 70);
        screen = new DeskScreen(stage).signedIn(maria);
        browser = screen.browser;
    }

    @AfterAll
    static void close() {
        screen.close();
    }

    @Test
    @Order(1)
    void itIsWrittenByKeyboardAloneAndItsProgressMovesByItself() {
        browser.open(stage.url() + "/desk/announcements?lang=bg");
        screen.picture("none");
        browser.find("main .button.main").sendKeys(Keys.ENTER);
        browser.find("#text-bg").sendKeys("Залата е друга: Младежки дом, ул. „Преслав“ 26.");
        browser.keys(Keys.TAB);
        browser.keys("Another room: the youth centre.");
        browser.find("input[value='municipality:ivaylovgrad']").sendKeys(Keys.SPACE);
        browser.until(any -> browser.find("#reach .big").getText().equals("70"));
        screen.picture("written");
        browser.find("#files").sendKeys(programme().toString());
        browser.find("#until-day").submit();
        browser.until(any -> browser.texts(".preview h2").equals(List.of("70 души ще получат това")));
        assertThat(browser.focused().getText()).isEqualTo("70 души ще получат това");
        assertThat(browser.texts(".phone")).hasSize(2).first().asString().contains("Младежки дом", "Получавате това");
        assertThat(browser.texts(".preview .media span")).containsExactly("Програма.txt", "Програма.txt");
        assertThat(browser.find("input[name=file]").isSelected())
                .as("comes along, unless she does not want it")
                .isTrue();
        assertThat(browser.barriers()).isEmpty();
        screen.picture("preview");
        browser.find(".preview button.main").sendKeys(Keys.ENTER);
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.startsWith("Тръгва след")));
        assertThat(browser.texts(".toast form button")).hasSize(1);
        sent = browser.address().replaceAll("^.*/|[?#].*$", "");

        browser.script("window.still = true; window.shown = new Set();"
                + "setInterval(() => window.shown.add(document.querySelector('.bar meter').value), 50)");
        stage.clock.travelTo(stage.clock.instant().plusSeconds(11).toString());
        browser.until(any -> browser.texts("main .tag.good").contains("Пътува")
                && Double.parseDouble(
                                String.valueOf(browser.script("return document.querySelector('.bar meter').value")))
                        > 0);
        screen.picture("going");
        browser.until(any -> browser.texts("main .tag.good").contains("Приключило"));
        assertThat(browser.texts(".facts dd")).contains("70");
        assertThat(browser.texts(".media span")).containsExactly("Програма.txt", "Програма.txt");
        assertThat(stage.bean(Outbox.class).of("announcement:" + sent))
                .hasSize(70)
                .allMatch(message -> message.content() instanceof Content.Media);
        assertThat((List<?>) browser.script("return [...window.shown]"))
                .as("how far it was, as it went")
                .hasSizeGreaterThan(3);
        assertThat(browser.script("return window.still")).as("without a reload").isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
        screen.picture("through");
    }

    private static Path programme() {
        try {
            var file = Files.createTempDirectory("pokana-files").resolve("Програма.txt");
            return Files.writeString(file, "10:00 Представяне");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(2)
    void everyPageIsForEverybodyAtEverySize() {
        assertThat(screen.wrongWith(pages())).isEmpty();
    }

    private static Map<String, String> pages() {
        var one = "/desk/announcements/" + sent;
        var pages = new LinkedHashMap<String, String>();
        pages.put("list", "/desk/announcements");
        pages.put("new", "/desk/announcements/new?again=" + sent);
        pages.put("one", one);
        pages.put("delete", one + "?ask=delete");
        pages.put("correction", one + "/correction");
        pages.put("calls", one + "/calls");
        return pages;
    }

    @Test
    @Order(3)
    void aForumsCountFollowsWhoRegistersInTheChatAndSoDoTheOpenQuestions() {
        browser.open(stage.url() + "/desk/forums/" + HASKOVO + "?lang=en");
        assertThat(browser.find(".big").getText()).isEqualTo("0");
        assertThat(browser.texts(".open"))
                .as("nothing is open, so nothing is counted")
                .isEmpty();
        browser.script("window.still = true");
        var olena = new DeskChat(stage, "olena");
        registers(olena);
        browser.until(any -> browser.find(".big").getText().equals("1"));
        olena.asks("/person");
        olena.says("Има ли паралелка с помощник-учител в училище в Свиленград за деца, които не говорят български?");
        browser.until(any -> browser.texts(".open").equals(List.of("1")));
        screen.picture("forum");
        assertThat(browser.script("return window.still")).isEqualTo(true);
        assertThat(browser.barriers()).isEmpty();
    }

    private static void registers(DeskChat person) {
        person.says("/start forum-" + HASKOVO);
        person.hears("Кой какво прави");
        person.taps("Запиши ме");
        person.hears("Съгласни ли сте?");
        person.taps("Давам съгласие");
        person.hears("Каква организация");
        person.taps("НПО");
        person.hears("От коя община");
        person.taps("Харманли");
        person.hears("вашата организация");
        person.says("Фондация Мост");
        person.hears("Как се казвате");
        person.says("Олена Ковал");
        person.hears("Да ви запиша ли така");
        person.taps("Запиши ме");
        person.hears("Записани сте, № 1");
    }

    @Test
    @Order(4)
    void withoutScriptsItIsSentAllTheSame() {
        var desk = stage.signedIn(maria);
        var page = desk.get("/desk/announcements/new", "Accept-Language", "en").body();
        var id = page.replaceAll("(?s)^.*name=\"id\" value=\"([a-z0-9]+)\".*$", "$1");
        var form = new String[] {"id", id, "text-bg", "Без скриптове.", "to", "municipality:ivaylovgrad"};
        var preview = desk.submits("/desk/announcements/new", form).body();
        var seen = preview.replaceAll("(?s)^.*name=\"seen\" value=\"([^\"]+)\".*$", "$1");
        desk.submits(
                "/desk/announcements/new",
                "id",
                id,
                "text-bg",
                "Без скриптове.",
                "to",
                "municipality:ivaylovgrad",
                "seen",
                seen,
                "go",
                "now");
        assertThat(stage.bean(Announcements.class).find(id)).isPresent();
    }

    /** Some proxies let nothing through that does not end. */
    @Test
    @Order(5)
    void whereNoConnectionCanBeKeptThePageLooksNowAndThen() {
        browser.beforeEachPage("""
                if (sessionStorage.deaf) window.EventSource = class extends EventTarget {
                  static CLOSED = 2;
                  readyState = 2;
                  constructor() { super(); setTimeout(() => this.dispatchEvent(new Event('error')), 10); }
                  close() {}
                };
                """);
        browser.script("sessionStorage.deaf = true");
        browser.open(stage.url() + "/desk/forums/" + DeskSeason.DIMITROVGRAD + "?lang=en");
        assertThat(browser.find(".big").getText()).isEqualTo("0");
        stage.bean(Registrations.class)
                .register(DeskSeason.DIMITROVGRAD, new ContactId("latecomer"), DeskSeason.person(0));
        browser.until(any -> browser.find(".big").getText().equals("1"));
        browser.script("sessionStorage.clear()");
    }

    @Test
    @Order(6)
    void whoIsSignedOutElsewhereIsToldAndLosesNothing() {
        browser.open(stage.url() + "/desk/announcements/new?lang=bg");
        browser.find("#text-bg").sendKeys("Недописано");
        var sessions = stage.bean(DeskSessions.class);
        sessions.of(maria.id()).forEach(session -> sessions.end(maria.id(), session.id()));
        browser.until(
                any -> browser.texts(".toast p").stream().anyMatch(text -> text.startsWith("Вече не сте влезли")));
        assertThat(browser.find("#text-bg").getAttribute("value")).isEqualTo("Недописано");
    }

    @Test
    @Order(7)
    void whoSignsInAgainElsewhereSendsWhatTheyHadWritten() {
        browser.script("Date.now = () => performance.timeOrigin + 3_600_000"); // they were away for an hour
        browser.find("input[name=to]").click();
        browser.find("#text-bg").submit();
        screen.says("Вече не сте влезли");
        assertThat(browser.find("#text-bg").getAttribute("value")).isEqualTo("Недописано");

        browser.offline(true);
        browser.find("#text-bg").submit();
        screen.says("Няма връзка");
        browser.offline(false);

        browser.inAnotherTab(() -> screen.signedIn(maria));
        browser.find("#text-bg").submit();
        browser.until(any -> !browser.all(".preview").isEmpty());
        assertThat(browser.find(".preview .phone").getText()).contains("Недописано");
    }

    @Test
    @Order(8)
    void whatIsWrittenIsNotLostByASlipOfTheFinger() {
        assertThat(browser.find("body").getAttribute("data-unsaved"))
                .as("a preview is nowhere else")
                .isNotNull();
        browser.open(stage.url() + "/desk/announcements/new?lang=bg");
        assertThat(leavingIsAsked()).as("nothing is written yet").isFalse();
        browser.find("#text-bg").sendKeys("Недописано");
        assertThat(leavingIsAsked()).isTrue();
        browser.find("form > .acts a").click();
        browser.until(any -> browser.address().endsWith("/desk/announcements"));
    }

    private static boolean leavingIsAsked() {
        return Boolean.FALSE.equals(
                browser.script("return dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
    }

    @Test
    @Order(9)
    void whoeverPressesTwiceMeansItOnce() {
        browser.open(stage.url() + "/desk/knowledge/drafts?lang=bg");
        browser.find("#question").sendKeys("Къде се паркира?");
        browser.find("#answer").sendKeys("Пред общината.");
        browser.find("#source").sendKeys("Община Хасково");
        browser.script("for (const twice of [1, 2]) document.querySelector('form[action$=drafts]').requestSubmit()");
        screen.says("Черновата е запазена.");
        assertThat(stage.bean(Drafts.class).open()).hasSize(1);
    }
}
