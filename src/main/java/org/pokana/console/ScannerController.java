package org.pokana.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Words;
import org.pokana.scanner.Scanner;
import org.pokana.scanner.Scanners;
import org.pokana.scanner.Scanning;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page that checks people in. It says nothing by itself: the end of its link, which browsers keep to themselves, is
 * changed once for a cookie, so that a program that previews links uses none up.
 */
@Controller
@RequestMapping("/scanner")
class ScannerController {

    static final String COOKIE = "pokana_scanner";
    private static final Duration KEPT = Duration.ofHours(14);
    private static final int LONGEST = 400;

    private final Scanners scanners;
    private final Scanning scanning;
    private final Words words;
    private final PageLanguage languages;

    ScannerController(Scanners scanners, Scanning scanning, Words words, PageLanguage languages) {
        this.scanners = scanners;
        this.scanning = scanning;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping
    String show(Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        languages.remember(request, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("words", new PageWords(words, language));
        return "public/scanner";
    }

    record Opening(@Nullable String token) {}

    @PostMapping(path = "/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> open(@RequestBody Opening opening, HttpServletRequest request) {
        fromOurPage(request);
        if (opening.token() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return scanners.open(opening.token())
                .map(session -> ResponseEntity.noContent()
                        .header(HttpHeaders.SET_COOKIE, cookie(session, request))
                        .<Void>build())
                .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE).build());
    }

    private static String cookie(String session, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, session)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path("/scanner")
                .maxAge(KEPT)
                .build()
                .toString();
    }

    record Page(String id, String forum, Scanning.Count count, List<Scanning.Person> people) {}

    @GetMapping("/people")
    ResponseEntity<Page> people(
            Locale language, @RequestParam(required = false) @Nullable String letters, HttpServletRequest request) {
        var scanner = needed(request);
        var forum = scanning.forum(scanner).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        var found = letters == null
                ? scanning.people(scanner)
                : scanning.find(scanner, letters.substring(0, Math.min(letters.length(), LONGEST)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Page(forum.id(), forum.title().in(language), scanning.count(scanner), found));
    }

    /** @param read what the code said, or a number */
    record Note(String read, boolean undo) {}

    @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Scanning.Noted> note(@RequestBody Note note, HttpServletRequest request) {
        fromOurPage(request);
        var scanner = needed(request);
        if (note.read() == null || note.read().length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(scanning.note(scanner, note.read(), note.undo()));
    }

    private Scanner needed(HttpServletRequest request) {
        return cookie(request)
                .flatMap(scanners::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The cookie is not sent from other sites' pages anyway; old browsers are told twice. */
    private static void fromOurPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
