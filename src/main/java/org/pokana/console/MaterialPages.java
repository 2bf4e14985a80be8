package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.followup.Album;
import org.pokana.followup.Album.Standing;
import org.pokana.followup.Shelf;
import org.pokana.followup.Shelf.Added;
import org.pokana.followup.Shelf.Thing;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.messaging.KeptFiles;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The files, links and photos that people take along from a forum. */
@DeskPage
class MaterialPages {

    private final Forums forums;
    private final Shelf shelf;
    private final Album album;
    private final Audit audit;

    MaterialPages(Forums forums, Shelf shelf, Album album, Audit audit) {
        this.forums = forums;
        this.shelf = shelf;
        this.album = album;
        this.audit = audit;
    }

    @GetMapping("/desk/forums/{id}/materials")
    String list(@PathVariable String id, Locale language, Model model) {
        var forum = find(id);
        var things = shelf.of(id);
        model.addAttribute("forum", forum);
        model.addAttribute("of", forum.title().in(language));
        model.addAttribute(
                "things",
                things.stream().filter(thing -> !thing.sort().equals("photo")).toList());
        var photos =
                things.stream().filter(thing -> thing.sort().equals("photo")).toList();
        model.addAttribute("photos", photos);
        var standings = album.standings(id);
        model.addAttribute(
                "standings",
                photos.stream().map(Thing::number).collect(Collectors.toMap(number -> number, number -> standings
                        .getOrDefault(number, Standing.LOST)
                        .name())));
        model.addAttribute("open", !album.of(id).isEmpty());
        var refused = shelf.refused(id);
        model.addAttribute("refused", refused.size());
        model.addAttribute("refusedNumbers", shelf.listed(refused));
        model.addAttribute("largest", KeptFiles.LARGEST);
        return "desk/materials";
    }

    private Forum find(String id) {
        return forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Files or a link, or both. Those that cannot be taken keep no others back. */
    @PostMapping("/desk/forums/{id}/materials")
    String add(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String link,
            HttpServletRequest request)
            throws IOException {
        var forum = find(id);
        if (TooMuch.isIn(request)) {
            return back(id, said(Added.TOO_BIG), 0);
        }
        int added = 0;
        Added trouble = null;
        var some = files == null ? List.<MultipartFile>of() : files;
        for (MultipartFile file : some.stream().limit(Shelf.MOST).toList()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (name.isEmpty() && file.isEmpty()) {
                continue; // an empty field of a form is a file without name and bytes
            }
            var became = shelf.add(forum, name, file.getBytes(), me.contact());
            added += became == Added.ADDED ? 1 : 0;
            trouble = became == Added.ADDED ? trouble : became;
        }
        if (!link.isBlank()) {
            var became = shelf.add(forum, link, me.contact());
            added += became == Added.ADDED ? 1 : 0;
            trouble = became == Added.ADDED ? trouble : became;
        }
        if (added > 0) {
            audit.note(me.id(), "added materials", id + " " + added);
        }
        return back(id, trouble == null ? added == 0 ? "material-none" : "material-added" : said(trouble), added);
    }

    private static String said(Added trouble) {
        return "material-" + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String back(String id, String done, int about) {
        return "redirect:/desk/forums/" + id + "/materials?done=" + done + "&about=" + about;
    }

    @PostMapping("/desk/forums/{id}/materials/{sort}/{number}/removal")
    String remove(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @PathVariable String sort,
            @PathVariable String number) {
        boolean now = shelf.remove(find(id), sort, number(number));
        if (now) {
            audit.note(me.id(), "removed a material", id + " " + sort + " " + number);
        }
        return back(id, now ? "material-removed" : "material-gone", 0);
    }

    private static int number(String number) {
        if (!number.matches("\\d{1,6}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Integer.parseInt(number);
    }

    /** Not for photos, whoever asks: see {@link AlbumActs}. */
    @PostMapping("/desk/forums/{id}/materials/{sort}/{number}/showing")
    String show(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @PathVariable String sort,
            @PathVariable String number,
            @RequestParam(defaultValue = "true") boolean open) {
        if (!shelf.show(find(id), sort, number(number), open)) {
            return back(id, "material-gone", 0);
        }
        audit.note(me.id(), open ? "showed a material" : "hid a material", id + " " + sort + " " + number);
        return back(id, open ? "material-shown" : "material-hidden", 0);
    }
}
