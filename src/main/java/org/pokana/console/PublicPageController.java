package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page everybody sees: what this is, the next forums, and the chat. */
@Controller
class PublicPageController {

    private final Words words;
    private final PageLanguage languages;
    private final ForumCards forums;
    private final Links links;

    PublicPageController(Words words, PageLanguage languages, ForumCards forums, Links links) {
        this.words = words;
        this.languages = languages;
        this.forums = forums;
        this.links = links;
    }

    @GetMapping("/")
    String show(Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        languages.remember(request, response);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        model.addAttribute("words", new PageWords(words, language));
        model.addAttribute("languages", List.of("bg", "en"));
        model.addAttribute("forums", forums.in(language));
        model.addAttribute("calendar", subscription(language));
        return "public/index";
    }

    /** Opens the calendar of the phone, which then asks for changes by itself. */
    private String subscription(Locale language) {
        return links.page("calendar.ics?lang=" + language.toLanguageTag()).replaceFirst("^https?:", "webcal:");
    }
}
