package org.pokana.console;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Founding;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Organizing;
import org.pokana.forum.Sketch;
import org.pokana.forum.Sketches;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A new forum: written in as many sittings as it takes, seen by the team alone, and opened once all of it is there. */
@DeskPage
class SketchPages {

    private final Sketches sketches;
    private final Founding founding;
    private final PhoneCards cards;
    private final Audit audit;

    SketchPages(Sketches sketches, Founding founding, PhoneCards cards, Audit audit) {
        this.sketches = sketches;
        this.founding = founding;
        this.cards = cards;
        this.audit = audit;
    }

    /** The id is known before anything is saved, so that saving twice makes one. */
    @GetMapping("/desk/forums/new/{id}")
    String form(@PathVariable String id, Locale language, Model model) {
        return page(model, sketches.find(named(id)).orElseGet(() -> sketches.empty(id)), null, language);
    }

    private static String named(String id) {
        if (!id.matches("[a-z0-9]{1,40}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return id;
    }

    private String page(Model model, Sketch sketch, @Nullable String fault, Locale language) {
        live(model, sketch, language);
        model.addAttribute("form", sketch);
        model.addAttribute("fault", fault);
        model.addAttribute("most", Organizing.MOST_SEATS);
        model.addAttribute("groups", Groups.KEYS);
        model.addAttribute("municipalities", Municipalities.DISTRICT);
        return "desk/forum-new";
    }

    private void live(Model model, Sketch sketch, Locale language) {
        var read = founding.read(sketch);
        model.addAttribute(
                "liveFault", read.fault() == null ? null : read.fault().name());
        model.addAttribute("card", read.forum() == null ? null : cards.of(read.forum(), language));
    }

    @PostMapping("/desk/forums/new/{id}/card")
    String card(@PathVariable String id, @RequestParam Map<String, String> fields, Locale language, Model model) {
        live(model, new Sketch(named(id), fields, 0, sketches.empty(id).at()), language);
        return "desk/forum-fields :: live";
    }

    @PostMapping("/desk/forums/new/{id}")
    String save(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String act,
            @RequestParam Map<String, String> fields,
            Locale language,
            Model model) {
        var opened = founding.opened(named(id));
        if (opened.isPresent()) {
            return "redirect:/desk/forums/" + opened.get().id() + "?done=opened";
        }
        var saved = sketches.save(named(id), seen, fields).orElse(null);
        if (saved == null) {
            var now = sketches.find(id).orElseGet(() -> sketches.empty(id));
            model.addAttribute("theirs", TooLate.ofForum(fields, now.fields()));
            return page(model, now, "MEANWHILE", language);
        }
        if (!act.equals("open")) {
            return "redirect:/desk/forums/new/" + id + "?done=sketch";
        }
        var fault = founding.read(saved).fault();
        if (fault != null) {
            return page(model, saved, fault.name(), language);
        }
        var forum = founding.open(saved).orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        audit.note("opened:" + forum.id(), me.id(), "opened a new forum", forum.id());
        return "redirect:/desk/forums/" + forum.id() + "?done=opened";
    }

    @PostMapping("/desk/forums/new/{id}/discarding")
    String discard(@PathVariable String id) {
        sketches.discard(named(id));
        return "redirect:/desk/forums?done=discarded";
    }
}
