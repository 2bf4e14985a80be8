package org.pokana.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pokana.messaging.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The chat for other sites: a script that adds a button to them, and the page it opens. */
@Controller
class WidgetController {

    static final String PAGE = "/widget";
    static final String SCRIPT = "/widget.js";

    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final List<String> SAID = List.of("open", "title", "close", "elsewhere");

    /** Its address cannot change, as it stands in others' pages. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

    private final WidgetSites sites;
    private final Words words;
    private final String script;

    WidgetController(WidgetSites sites, Words words) {
        this.sites = sites;
        this.words = words;
        this.script = script(words);
    }

    private static String script(Words words) {
        var said = words.languages().stream().collect(Collectors.toMap(tag -> tag, tag -> said(words, tag)));
        try {
            return new ClassPathResource("widget/launcher.js")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("'WORDS'", JsonMapper.shared().writeValueAsString(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> said(Words words, String tag) {
        var page = new PageWords(words, Locale.forLanguageTag(tag));
        return SAID.stream().collect(Collectors.toMap(key -> key, key -> page.say("public.widget-" + key)));
    }

    @GetMapping(SCRIPT)
    ResponseEntity<String> script() {
        neededByNobody();
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.maxAge(ASKED_AGAIN_AFTER).cachePublic())
                .body(script);
    }

    /** Sets no cookie by itself: the script says the language each time. */
    @GetMapping(PAGE)
    String show(Locale language, Model model, HttpServletResponse response) {
        neededByNobody();
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("words", new PageWords(words, language));
        return "public/widget";
    }

    private void neededByNobody() {
        if (sites.none()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
