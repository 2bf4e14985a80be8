package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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
import org.pokana.faq.Drafts;
import org.pokana.faq.Editing;
import org.pokana.helpdesk.TeamQuestions;

/** Maria looks after questions and answers at the desk, with a big screen and with a phone, in both languages. */
@Tag("browser")
class DeskAnswersBrowserTests {

    private static DeskStage stage;
    private static DeskScreen screen;
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
        screen = new DeskScreen(stage).signedIn(maria);
        browser = screen.browser;
    }

    @AfterAll
    static void close() {
        screen.close();
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
        assertThat(screen.wrongWith(pages())).isEmpty();
    }

    @Test
    void aQuestionIsTriedWithoutAReload() {
        screen.opens("/desk/knowledge/try", "en");
        browser.script("window.still = true");
        browser.find("#q").sendKeys("parking", Keys.ENTER);
        browser.until(any -> !browser.all("#tried meter").isEmpty());
        assertThat(browser.script("return window.still")).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aChangeIsSavedAndUndoneByThePress() {
        screen.opens("/desk/knowledge/entries/" + entry + "/edit", "bg");
        var label = browser.find("#label-bg");
        label.clear();
        label.sendKeys("Съвсем друго");
        label.submit();
        screen.says("Записано.");
        assertThat(browser.find("h1").getText()).isEqualTo("Съвсем друго");
        screen.picture("saved");
        browser.find(".toast form button").click();
        screen.says("Възстановен");
        assertThat(browser.find("h1").getText()).isNotEqualTo("Съвсем друго");
    }

    @Test
    void anAnswerTypedAtTheDeskIsReadInTheChat() {
        screen.opens("/desk/questions/" + question, "bg");
        browser.find("#text").sendKeys("Да, в „Иван Вазов“.");
        browser.find("#text").submit();
        screen.says("Отговорът тръгна");
        screen.picture("answered");
        assertThat(browser.barriers()).isEmpty();
        olena.hears("Да, в „Иван Вазов“.");
    }
}
