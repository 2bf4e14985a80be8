package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.console.Frame.Visit;
import org.pokana.console.Note.Way;
import org.pokana.followup.Album;
import org.pokana.followup.Takeaways;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.messaging.Links;
import org.pokana.paper.QrCode;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** All forums, those to come and those that were, and a page for each that can be passed on and printed. */
@Controller
@RequestMapping("/forums")
class ForumPages {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Forums forums;
    private final ForumCards cards;
    private final Takeaways takeaways;
    private final Album album;
    private final Frame frame;
    private final Links links;

    ForumPages(Forums forums, ForumCards cards, Takeaways takeaways, Album album, Frame frame, Links links) {
        this.forums = forums;
        this.cards = cards;
        this.takeaways = takeaways;
        this.album = album;
        this.frame = frame;
        this.links = links;
    }

    @GetMapping
    String index(Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        var words = frame.words(language);
        var past = cards.past(language);
        model.addAttribute("forums", cards.in(language));
        model.addAttribute("past", past);
        var ids = past.stream().map(ForumCard::id).collect(Collectors.toSet());
        model.addAttribute("withMaterials", withMaterials(ids));
        model.addAttribute("albums", album.of(ids));
        model.addAttribute("calendar", subscription(language));
        return frame.show(
                "public/forums",
                "forums",
                words.say("public.forums-title"),
                words.say("public.forums-lead"),
                new Visit(language, request, response, model));
    }

    private Set<String> withMaterials(Set<String> past) {
        return past.stream().filter(takeaways::from).collect(Collectors.toSet());
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable String id,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var visit = new Visit(language, request, response, model);
        var words = frame.words(language);
        return forums.find(id)
                .map(forum -> show(forum, words, visit))
                .orElseGet(() ->
                        frame.notFound("public.go-unknown", new Way(words.say("public.all-forums"), "/forums"), visit));
    }

    private String show(Forum forum, PageWords words, Visit visit) {
        var card = cards.card(forum, visit.language());
        visit.model()
                .addAttribute("forum", card)
                .addAttribute("details", ForumDetails.of(forum, words))
                .addAttribute("materials", card.state() == ForumCard.State.OVER && takeaways.from(forum.id()))
                .addAttribute("shown", card.state() == ForumCard.State.OVER ? takeaways.shown(forum.id()) : List.of())
                .addAttribute("album", album.of(forum.id()))
                .addAttribute("address", links.page("forums/" + forum.id()))
                .addAttribute("calendar", subscription(visit.language()));
        var description = words.say(
                "public.forum-preview",
                words.format("format.day", card.starts()),
                words.say("public.where", card.town(), card.venue()),
                card.summary());
        return frame.show("public/forum", "forums/" + forum.id(), card.title(), description, visit);
    }

    /** Opens the calendar of the phone, which then asks for changes by itself. */
    private String subscription(Locale language) {
        return links.page("calendar.ics?lang=" + language.toLanguageTag()).replaceFirst("^https?:", "webcal:");
    }

    /** The same code as on the poster: before the forum to its card, on the day to the door. */
    @GetMapping("/{id}/qr.svg")
    ResponseEntity<byte[]> code(@PathVariable String id) {
        return forums.find(id)
                .map(forum -> ResponseEntity.ok()
                        .contentType(SVG)
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .body(QrCode.svg(links.page("go/" + forum.id())).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
