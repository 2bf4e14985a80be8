package org.pokana.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.messaging.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The language of a page: the one just chosen, else the one chosen before, else what the browser asks for. */
@Component
class PageLanguage {

    private static final String CHOICE = "lang";
    private static final String COOKIE = "pokana_language";
    private static final Duration KEPT = Duration.ofDays(180);

    private final Words words;

    PageLanguage(Words words) {
        this.words = words;
    }

    Locale of(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
        var chosen = spoken(request.getParameter(CHOICE));
        chosen.ifPresent(language -> remember(language, request, response));
        return chosen.or(() -> chosenBefore(request)).orElseGet(() -> asked(request));
    }

    private Optional<Locale> spoken(@org.jspecify.annotations.Nullable String tag) {
        return Optional.ofNullable(tag).filter(words.languages()::contains).map(Locale::forLanguageTag);
    }

    private static void remember(Locale language, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, language.toLanguageTag())
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Optional<Locale> chosenBefore(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(tag -> spoken(tag).stream())
                .findFirst();
    }

    private Locale asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> spoken(locale.getLanguage()).stream())
                .findFirst()
                .orElseGet(() -> words.spoken(null));
    }
}
