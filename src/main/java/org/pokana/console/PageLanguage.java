package org.pokana.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: the one just chosen, else the one chosen before, else what the browser asks for. */
@Component("localeResolver")
class PageLanguage implements LocaleResolver {

    private static final String CHOICE = "lang";
    private static final String COOKIE = "pokana_language";
    private static final Duration KEPT = Duration.ofDays(180);

    private final Words words;

    PageLanguage(Words words) {
        this.words = words;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).or(() -> chosenBefore(request)).orElseGet(() -> asked(request));
    }

    /** Those who organize write in every language, also in one that people cannot choose just now. */
    private boolean speaks(HttpServletRequest request, String tag) {
        boolean atTheDesk = request.getRequestURI().startsWith(DeskRoutes.DESK);
        return atTheDesk ? words.languages().contains(tag) : words.offered().contains(tag);
    }

    /** Nothing but a page's own switch changes its language. */
    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        throw new UnsupportedOperationException("the language of a page is chosen by its reader");
    }

    /** Remembers the language if it was chosen by this request. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
        chosen(request).ifPresent(language -> {
            var cookie = ResponseCookie.from(COOKIE, language.toLanguageTag())
                    .httpOnly(true)
                    .sameSite("Lax")
                    .secure(request.isSecure())
                    .path("/")
                    .maxAge(KEPT)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        });
    }

    private Optional<Locale> chosen(HttpServletRequest request) {
        return spoken(request, request.getParameter(CHOICE));
    }

    private Optional<Locale> chosenBefore(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(tag -> spoken(request, tag).stream())
                .findFirst();
    }

    private Locale asked(HttpServletRequest request) {
        // without the header, the server's own language would be reported
        boolean asks = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        List<Locale> wanted = asks ? Collections.list(request.getLocales()) : List.of();
        return wanted.stream()
                .flatMap(locale -> spoken(request, locale.getLanguage()).stream())
                .findFirst()
                .orElseGet(() -> words.spoken(null));
    }

    private Optional<Locale> spoken(HttpServletRequest request, @Nullable String tag) {
        return Optional.ofNullable(tag).filter(known -> speaks(request, known)).map(Locale::forLanguageTag);
    }
}
