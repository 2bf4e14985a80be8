package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.console.Frame.Visit;
import org.pokana.console.Note.Way;
import org.pokana.contact.Responsible;
import org.pokana.followup.Album;
import org.pokana.followup.PrintSize;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The photos of a past forum that everybody may see, one by one; whatever else there is, is not there. */
@Controller
@RequestMapping("/forums/{id}/photos/{number}")
class AlbumPages {

    private static final String ROBOTS = "X-Robots-Tag";
    private static final String UNSEEN = "noindex";

    private final Forums forums;
    private final ForumCards cards;
    private final Album album;
    private final Frame frame;
    private final Responsible responsible;

    AlbumPages(Forums forums, ForumCards cards, Album album, Frame frame, Responsible responsible) {
        this.forums = forums;
        this.cards = cards;
        this.album = album;
        this.frame = frame;
        this.responsible = responsible;
    }

    @GetMapping
    String show(
            @PathVariable String id,
            @PathVariable String number,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader(ROBOTS, UNSEEN);
        var visit = new Visit(language, request, response, model);
        var open = album.of(id);
        return forums.find(id)
                .filter(forum -> open.contains(number(number)))
                .map(forum -> show(forum, open, open.indexOf(number(number)), visit))
                .orElseGet(() -> frame.notFound(
                        "public.photo-unknown",
                        new Way(frame.words(language).say("public.all-forums"), "/forums"),
                        visit));
    }

    /** Zero for what is no number; no photo has that. */
    private static int number(String number) {
        return number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 0;
    }

    private String show(Forum forum, List<Integer> open, int place, Visit visit) {
        int number = open.get(place);
        var card = cards.card(forum, visit.language());
        var takeOut = "take_me_out-" + forum.id() + "_" + number;
        visit.model()
                .addAttribute("forum", card)
                .addAttribute("number", number)
                .addAttribute("place", place + 1)
                .addAttribute("count", open.size())
                .addAttribute("before", at(open, place - 1))
                .addAttribute("after", at(open, place + 1))
                .addAttribute("takeOut", takeOut)
                .addAttribute("elsewhere", frame.elsewhere(takeOut, visit.language()))
                .addAttribute("reach", responsible.reach().orElse(null));
        var words = frame.words(visit.language());
        var title = words.say("public.photo-of", number, card.title());
        return frame.show(
                "public/photo",
                "forums/" + forum.id() + "/photos/" + number,
                title,
                words.say("public.album-lead"),
                visit);
    }

    private static @Nullable Integer at(List<Integer> open, int place) {
        return place < 0 || place >= open.size() ? null : open.get(place);
    }

    /** Asked for each time, as it may be taken back; sent again only if it changed. */
    @GetMapping("/{size}.jpg")
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @PathVariable String number,
            @PathVariable String size,
            HttpServletRequest request) {
        var print = size(size).flatMap(known -> album.print(id, number(number), known));
        if (print.isEmpty()) {
            return ResponseEntity.notFound()
                    .header(ROBOTS, UNSEEN)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        // Not what the file is known by: whoever knows that may see it as it came.
        var tag = "\"" + Integer.toHexString(Arrays.hashCode(print.get())) + "-" + print.get().length + "\"";
        var known = tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
        return (known ? ResponseEntity.status(304) : ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG))
                .eTag(tag)
                .header(ROBOTS, UNSEEN)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(known ? null : print.get());
    }

    private static Optional<PrintSize> size(String said) {
        return Arrays.stream(PrintSize.values())
                .filter(size -> size.said().equals(said))
                .findFirst();
    }
}
