package org.pokana.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.pokana.contact.Contact;
import org.pokana.desk.DeskKit;
import org.pokana.desk.DeskLinks;

/** A browser in which somebody is signed in at the desk, and what everybody expects of every page in it. */
final class DeskScreen implements AutoCloseable {

    /** Where pictures of the pages go, if that is wanted: {@code -Ddesk.pictures=<folder>}. */
    private static final String PICTURES = System.getProperty("desk.pictures", "");

    private static final int HEIGHT = 900;
    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;

    final Browser browser = new Browser();
    private final DeskStage stage;

    DeskScreen(DeskStage stage) {
        this.stage = stage;
        browser.size(DESKTOP, HEIGHT);
    }

    /** As the page that their link leads to offers it. */
    DeskScreen signedIn(Contact who) {
        opens(DeskKit.link(stage.bean(DeskLinks.class), who), "bg");
        browser.keys(Keys.ENTER); // the only button has the focus
        browser.until(any -> browser.address().endsWith("/desk"));
        return this;
    }

    void opens(String path, String language) {
        browser.open(stage.url() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
    }

    /** Waits until the page says what was just done. */
    void says(String beginning) {
        browser.until(any -> browser.texts(".toast p").stream().anyMatch(text -> text.startsWith(beginning)));
    }

    /** What is wrong with pages for anybody, with a big screen and a phone, in both languages, by day and by night. */
    List<String> wrongWith(Map<String, String> pages) {
        var wrong = new ArrayList<String>();
        for (int width : new int[] {DESKTOP, PHONE}) {
            browser.size(width, HEIGHT);
            for (String language : List.of("bg", "en")) {
                browser.prefers(language.equals("bg") ? "light" : "dark");
                pages.forEach((name, path) -> {
                    browser.complaints();
                    opens(path, language);
                    wrongHere(name + "-" + language + "-" + width).forEach(wrong::add);
                });
            }
        }
        browser.prefers("light");
        browser.size(DESKTOP, HEIGHT);
        return wrong;
    }

    /** What is wrong with the page that is open. */
    List<String> wrongHere(String name) {
        picture(name);
        var wrong = new ArrayList<>(browser.barriers());
        wrong.addAll(browser.complaints());
        if (!Boolean.TRUE.equals(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))) {
            wrong.add("wider than the screen");
        }
        return wrong.stream().map(one -> name + ": " + one).toList();
    }

    void picture(String name) {
        if (PICTURES.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Path.of(PICTURES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.picture(Path.of(PICTURES, name + ".png"));
    }

    @Override
    public void close() {
        browser.close();
        stage.close();
    }
}
