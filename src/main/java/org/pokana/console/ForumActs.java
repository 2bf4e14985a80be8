package org.pokana.console;

import java.time.Clock;
import java.util.Locale;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Revising;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Closes and opens the registration for a forum, and calls one off, for good, after showing what people will be told. */
@DeskPage
class ForumActs {

    private final Forums forums;
    private final Revising revising;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    ForumActs(Forums forums, Revising revising, Audit audit, Words words, Clock clock) {
        this.forums = forums;
        this.revising = revising;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/desk/forums/{id}/registration")
    String register(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "true") boolean open) {
        var forum = toCome(id);
        boolean is = forum.status() == Forum.Status.OPEN;
        if (is != open) {
            forums.open(id, open);
            audit.note(me.id(), open ? "opened registration" : "closed registration", id);
        }
        return "redirect:/desk/forums/" + id + "?done=registration-" + (open ? "open" : "closed");
    }

    private Forum toCome(String id) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (forum.isCancelled() || forum.isOver(clock.instant())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return forum;
    }

    @GetMapping("/desk/forums/{id}/cancellation")
    String preview(@PathVariable String id, Locale language, Model model) {
        var forum = toCome(id);
        var preview = revising.ofCancelling(forum);
        model.addAttribute("forum", forum);
        model.addAttribute("of", forum.title().in(language));
        model.addAttribute("told", preview.words() == null ? "" : words.say(preview.words(), language));
        model.addAttribute("people", preview.people());
        model.addAttribute("night", preview.night());
        return "desk/forum-cancel";
    }

    /** @param sure how it was confirmed: {@code now} or {@code morning} */
    @PostMapping("/desk/forums/{id}/cancellation")
    String cancel(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam(defaultValue = "0") long version) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (forum.isCancelled()) {
            return "redirect:/desk/forums/" + id + "?done=cancelled";
        }
        if (toCome(id).version() != version || !sure.matches("now|morning")) {
            return "redirect:/desk/forums/" + id + "/cancellation?done=look-again";
        }
        revising.cancel(id, sure.equals("now"), me.contact())
                .ifPresent(cancelled -> audit.note("cancelled:" + id, me.id(), "cancelled a forum", id));
        return "redirect:/desk/forums/" + id + "?done=cancelled";
    }
}
