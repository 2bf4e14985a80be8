package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.pokana.console.Note.Way;
import org.pokana.messaging.Words;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What people see when something is not there, not theirs, or our fault: in their language, with a way on. */
@Component
class ErrorPages implements ErrorViewResolver {

    private final Words words;
    private final PageLanguage languages;

    ErrorPages(Words words, PageLanguage languages) {
        this.words = words;
        this.languages = languages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> said) {
        var page = new PageWords(words, languages.resolveLocale(request));
        var kind = kind(status);
        var note = new Note(
                page.say("public.error-" + kind),
                page.say("public.error-" + kind + "-text"),
                List.of(),
                List.of(onward(page, String.valueOf(said.get("path")))));
        return new ModelAndView(
                "public/note", Map.of("words", page, "languages", words.offered(), "note", note), status);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "gone";
            case CONFLICT -> "meanwhile";
            case TOO_MANY_REQUESTS -> "often";
            default -> status.is5xxServerError() ? "ours" : "yours";
        };
    }

    private static Way onward(PageWords page, String path) {
        boolean desk = path.equals(DeskRoutes.DESK) || path.startsWith(DeskRoutes.DESK + "/");
        return desk ? new Way(page.say("console.to-desk"), DeskRoutes.DESK) : new Way(page.say("public.home"), "/");
    }
}
