package org.pokana.console;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Composing;
import org.pokana.announcement.DispatchActs;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.Localized;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What Maria does with an announcement that was sent or waits for its time. */
@DeskPage
class AnnouncementActs {

    private final DispatchActs acts;
    private final Audit audit;

    AnnouncementActs(DispatchActs acts, Audit audit) {
        this.acts = acts;
        this.audit = audit;
    }

    @PostMapping("/desk/announcements/{id}/pause")
    String pause(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        return done(acts.pause(id), me, id, "paused an announcement");
    }

    private String done(boolean done, Organizer me, String id, String what) {
        if (done) {
            audit.note(me.id(), what, id);
        }
        return back(id, done ? what.replace(' ', '-') : "announcement-as-it-was");
    }

    private static String back(String id, String said) {
        return "redirect:/desk/announcements/" + id + "?done=" + said;
    }

    @PostMapping("/desk/announcements/{id}/resume")
    String resume(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        return done(acts.resume(id), me, id, "resumed an announcement");
    }

    @PostMapping("/desk/announcements/{id}/stop")
    String stop(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        return done(acts.stop(id), me, id, "stopped an announcement");
    }

    @PostMapping("/desk/announcements/{id}/again")
    String again(
            @ModelAttribute("me") Organizer me, @PathVariable String id, @RequestParam(defaultValue = "") String whom) {
        return done(acts.sendAgain(id, whom.equals("all")) > 0, me, id, "sent an announcement again");
    }

    @PostMapping("/desk/announcements/{id}/deletion")
    String delete(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        return done(acts.delete(id, me.contact()), me, id, "deleted an announcement");
    }

    @GetMapping("/desk/announcements/{id}/correction")
    String correction(@PathVariable String id, Locale language, Model model) {
        var words = acts.correction(id, null).map(DispatchActs.Correction::words);
        return words.isEmpty() ? back(id, "announcement-not-yet") : page(model, id, words.get(), null);
    }

    private static String page(Model model, String id, Map<String, String> form, @Nullable String fault) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        model.addAttribute("longest", Composing.LONGEST);
        return "desk/announcement-fix";
    }

    /** Shown first as it will read; done when just that is confirmed. */
    @PostMapping("/desk/announcements/{id}/correction")
    String correct(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Model model) {
        var form = new HashMap<String, String>();
        for (String language : AnnouncementForm.LANGUAGES) {
            form.put(language, EntryForm.lines(fields.getOrDefault("text-" + language, "")));
        }
        var fault = fault(form);
        var right = fault.isPresent() ? null : right(form);
        var correction = acts.correction(id, right);
        if (correction.isEmpty()) {
            return back(id, "announcement-not-yet");
        }
        if (right == null) {
            return page(model, id, form, fault.orElse(null));
        }
        if (!fields.getOrDefault("seen", "").equals(mark(right))) {
            model.addAttribute("correction", correction.get());
            model.addAttribute("seen", mark(right));
            return page(model, id, form, null);
        }
        return done(acts.correct(id, right) > 0, me, id, "corrected an announcement");
    }

    private static Optional<String> fault(Map<String, String> form) {
        if (form.getOrDefault("bg", "").isEmpty()) {
            return Optional.of("WORDS");
        }
        boolean fits =
                form.values().stream().allMatch(text -> text.codePointCount(0, text.length()) <= Composing.LONGEST);
        return fits ? Optional.empty() : Optional.of("LONG");
    }

    private static Localized right(Map<String, String> form) {
        var words = new HashMap<>(form);
        words.values().removeIf(String::isEmpty);
        return new Localized(words);
    }

    private static String mark(Localized right) {
        return Integer.toHexString(right.hashCode());
    }
}
