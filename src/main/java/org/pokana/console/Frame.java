package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.pokana.console.Note.Way;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around every public page: its words, the languages, and how it looks where its address is passed on. */
@Component
class Frame {

    private final Words words;
    private final PageLanguage languages;
    private final Links links;

    Frame(Words words, PageLanguage languages, Links links) {
        this.words = words;
        this.languages = languages;
        this.links = links;
    }

    /** One visit to a page. */
    record Visit(Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {}

    PageWords words(Locale language) {
        return new PageWords(words, language);
    }

    /** @param path of the page, without the first slash */
    String show(String template, String path, String title, String description, Visit visit) {
        visit.response()
                .setHeader(
                        HttpHeaders.CACHE_CONTROL,
                        CacheControl.noCache().cachePrivate().getHeaderValue());
        var full = path.isEmpty() ? title : words(visit.language()).say("public.title-of", title);
        visit.model().addAttribute("preview", new Preview(full, description, links.page(path)));
        visit.model().addAttribute("picture", links.page("public/share.png"));
        return around(template, visit);
    }

    /** @param back where those go on who came by a wrong address */
    String notFound(String text, Way back, Visit visit) {
        var page = words(visit.language());
        visit.response().setStatus(HttpStatus.NOT_FOUND.value());
        visit.response().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var home = new Way(page.say("public.home"), "/");
        visit.model()
                .addAttribute(
                        "note", new Note(page.say("public.unknown"), page.say(text), List.of(), List.of(back, home)));
        return around("public/note", visit);
    }

    private String around(String template, Visit visit) {
        languages.remember(visit.request(), visit.response());
        visit.model().addAttribute("words", words(visit.language()));
        visit.model().addAttribute("languages", words.offered());
        return template;
    }

    /** Where people can go on talking, besides here. */
    List<Way> elsewhere(String start, Locale language) {
        return links.elsewhere(start).stream()
                .map(link -> new Way(words(language).say("public.go-" + link.channel()), link.link()))
                .toList();
    }
}
