package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskKit;
import org.pokana.desk.DeskLinks;
import org.pokana.faq.Drafts;
import org.pokana.faq.Editing;
import org.pokana.helpdesk.TeamQuestions;

/** Maria looks after questions and answers at the desk, with a big screen and with a phone, in both languages. */
@Tag("browser")
class DeskAnswersBrowserTests {

    /** Where pictures of the pages go, if that is wanted: {@code -Ddesk.pictures=<folder>}. */
    private static final String PICTURES = System.getProperty("desk.pictures", "");

    private static DeskStage stage;
    private static Browser browser;
    private static DeskChat olena;
    private static String entry;
    private static String question;
    private static String draft;

    @BeforeAll
    static void open() {
        stage = DeskStage.open(FewAnswers.and(DeskChat.PATIENT));
        Contact maria = new DeskChat(stage, "maria").contact();
        stage.bean(Contacts.class).grant(maria.id(), Role.OWNER);
        olena = new DeskChat(stage, "olena");
        olena.asks("Къде ще се проведе форумът?");
        olena.asks("/person");
        olena.says(
                "Има ли паралелка с помощник-учител в училище в Свиленград за деца, които още не говорят български?");
        olena.hears("Предадох въпроса ви");
        question = stage.bean(TeamQuestions.class)
                .open(maria, Locale.ENGLISH)
                .get(0)
                .id();
        entry = stage.bean(Editing.class).all().get(0).entry().id();
        draft = stage.bean(Drafts.class)
                .propose(
                        "Има ли детски кът?",
                        "Да, в съседната зала.",
                        Locale.forLanguageTag("bg"),
                        "Екипът",
                        maria.id(),
                        null);
        browser = new Browser();
        browser.size(1280, 900);
        browser.open(stage.url() + DeskKit.link(stage.bean(DeskLinks.class), maria) + "?lang=bg");
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
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            browser.picture(Path.of(PICTURES, name + ".png"));
        }
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("knowledge", "/desk/knowledge");
        pages.put("entry", "/desk/knowledge/entries/" + entry);
        pages.put("entry-edit", "/desk/knowledge/entries/" + entry + "/edit");
        pages.put("drafts", "/desk/knowledge/drafts");
        pages.put("draft", "/desk/knowledge/drafts/" + draft);
        pages.put("try", "/desk/knowledge/try?q=kade+e+forumat");
        pages.put("import", "/desk/knowledge/import");
        pages.put("questions", "/desk/questions");
        pages.put("question", "/desk/questions/" + question);
        pages.put("closed", "/desk/questions/closed");
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
    void aQuestionIsTriedWithoutAReload() {
        browser.open(stage.url() + "/desk/knowledge/try?lang=en");
        browser.script("window.still = true");
        browser.find("#q").sendKeys("parking", Keys.ENTER);
        browser.until(any -> !browser.all("#tried meter").isEmpty());
        assertThat(browser.script("return window.still")).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aChangeIsSavedAndUndoneByThePress() {
        browser.open(stage.url() + "/desk/knowledge/entries/" + entry + "/edit?lang=bg");
        var label = browser.find("#label-bg");
        label.clear();
        label.sendKeys("Съвсем друго");
        label.submit();
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.startsWith("Записано.")));
        assertThat(browser.find("h1").getText()).isEqualTo("Съвсем друго");
        picture("saved");
        browser.find(".toast form button").click();
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.startsWith("Възстановен")));
        assertThat(browser.find("h1").getText()).isNotEqualTo("Съвсем друго");
    }

    @Test
    void anAnswerTypedAtTheDeskIsReadInTheChat() {
        browser.open(stage.url() + "/desk/questions/" + question + "?lang=bg");
        browser.find("#text").sendKeys("Да, в „Иван Вазов“.");
        browser.find("#text").submit();
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.startsWith("Отговорът тръгна")));
        picture("answered");
        assertThat(browser.barriers()).isEmpty();
        olena.hears("Да, в „Иван Вазов“.");
    }
}
