package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pokana.console.Note.Fact;
import org.pokana.console.Note.Way;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.pokana.paper.Certificates;
import org.pokana.paper.Passes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where the codes on paper lead: a certificate, somebody's seat, and the poster of a forum. */
@Controller
class PaperPages {

    private static final String PAGE = "public/note";

    private final Certificates certificates;
    private final Passes passes;
    private final Forums forums;
    private final Links links;
    private final Words words;
    private final PageLanguage languages;

    PaperPages(
            Certificates certificates, Passes passes, Forums forums, Links links, Words words, PageLanguage languages) {
        this.certificates = certificates;
        this.passes = passes;
        this.forums = forums;
        this.links = links;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping("/" + Certificates.PAGE + "{token}")
    String certificate(
            @PathVariable String token,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var page = new PageWords(words, language);
        var note = certificates
                .verify(token)
                .map(valid -> valid(valid, page))
                .orElseGet(() -> unknown("public.certificate-unknown", response, page));
        return show(note, page, request, response, model);
    }

    private static Note valid(Certificates.Verified valid, PageWords page) {
        var facts = new ArrayList<Fact>();
        if (valid.name() != null) {
            facts.add(new Fact(page.say("public.fact-name"), valid.name()));
        }
        facts.addAll(facts(valid.forum(), page));
        facts.add(new Fact(page.say("public.fact-number"), valid.number()));
        var text = page.say(valid.name() == null ? "public.certificate-nameless" : "public.certificate-text");
        return new Note(page.say("public.certificate-valid"), text, facts, List.of(home(page)));
    }

    /** Says nothing about the person: whoever photographs a code learns no name. */
    @GetMapping("/" + Passes.PAGE + "{token}")
    String pass(
            @PathVariable String token,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var page = new PageWords(words, language);
        var note = passes.find(token)
                .filter(registration -> registration.isConfirmed())
                .flatMap(registration -> forums.find(registration.forum()).map(forum -> {
                    var facts = new ArrayList<>(facts(forum, page));
                    facts.add(new Fact(page.say("public.fact-number"), String.valueOf(registration.number())));
                    return new Note(
                            page.say("public.pass-title"), page.say("public.pass-text"), facts, List.of(home(page)));
                }))
                .orElseGet(() -> unknown("public.pass-unknown", response, page));
        return show(note, page, request, response, model);
    }

    /** People go on where they talk with us already; where there is only the page, at once. */
    @GetMapping("/go/{forum}")
    String go(
            @PathVariable String forum,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var page = new PageWords(words, language);
        var start = "poster-" + forum;
        var found = forums.find(forum).orElse(null);
        if (found == null) {
            return show(unknown("public.go-unknown", response, page), page, request, response, model);
        }
        var elsewhere = links.elsewhere(start);
        if (elsewhere.isEmpty()) {
            return "redirect:/?start=" + start;
        }
        var ways = new ArrayList<Way>();
        elsewhere.forEach(link -> ways.add(new Way(page.say("public.go-" + link.channel()), link.link())));
        ways.add(new Way(page.say("public.go-here"), "/?start=" + start));
        var note = new Note(found.title().in(language), page.say("public.go-text"), facts(found, page), ways);
        return show(note, page, request, response, model);
    }

    private static List<Fact> facts(Forum forum, PageWords page) {
        var language = Locale.forLanguageTag(page.language());
        return List.of(
                new Fact(page.say("public.fact-forum"), forum.title().in(language)),
                new Fact(page.say("public.fact-day"), page.format("format.day", forum.startsAt())),
                new Fact(
                        page.say("public.fact-place"),
                        forum.venue().name().in(language) + ", " + forum.city().in(language)));
    }

    private static Note unknown(String text, HttpServletResponse response, PageWords page) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return new Note(page.say("public.unknown"), page.say(text), List.of(), List.of(home(page)));
    }

    private static Way home(PageWords page) {
        return new Way(page.say("public.home"), "/");
    }

    private String show(
            Note note, PageWords page, HttpServletRequest request, HttpServletResponse response, Model model) {
        languages.remember(request, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("words", page);
        model.addAttribute("languages", List.of("bg", "en"));
        model.addAttribute("note", note);
        return PAGE;
    }
}
