package org.pokana.console;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Organizing;
import org.pokana.forum.Plan;
import org.pokana.forum.Revising;
import org.pokana.forum.Revising.Fault;
import org.pokana.forum.Revising.Read;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Changes a forum: what is written is shown as people will be told it, and done only when that is confirmed. */
@DeskPage
class ForumEditing {

    private static final String PAGE = "desk/forum-edit";
    private static final Read NO_MOMENT = new Read(Fault.HOURS, null);

    private final Forums forums;
    private final Revising revising;
    private final Organizing organizing;
    private final Audit audit;
    private final Words words;

    ForumEditing(Forums forums, Revising revising, Organizing organizing, Audit audit, Words words) {
        this.forums = forums;
        this.revising = revising;
        this.organizing = organizing;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/desk/forums/{id}/edit")
    String form(@PathVariable String id, Locale language, Model model) {
        var forum = find(id);
        return page(model, forum, ForumForm.of(forum, language), null);
    }

    private Forum find(String id) {
        return forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(Model model, Forum forum, ForumForm form, @Nullable String fault) {
        model.addAttribute("forum", forum);
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        model.addAttribute("most", Organizing.MOST_SEATS);
        return PAGE;
    }

    @PostMapping("/desk/forums/{id}/edit")
    String save(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Locale language,
            Model model) {
        var forum = find(id);
        var form = new ForumForm(fields);
        if (!form.isOf(forum)) {
            return page(model, forum, ForumForm.of(forum, language), "MEANWHILE");
        }
        var read = form.plan(language)
                .map(written -> revising.read(forum, written))
                .orElse(NO_MOMENT);
        var fault = fault(forum, form, read);
        var plan = read.plan();
        if (fault != null || plan == null) {
            return page(model, forum, form, fault);
        }
        var preview = revising.preview(forum, plan);
        var told = preview.words() == null ? null : words.say(preview.words(), language);
        if (told != null && !form.isSure(told)) {
            model.addAttribute("told", told);
            model.addAttribute("seen", ForumForm.mark(told));
            model.addAttribute("people", preview.people());
            model.addAttribute("night", preview.night());
            return page(model, forum, form, null);
        }
        save(me, forum, form, plan);
        return "redirect:/desk/forums/" + forum.id() + "?done=forum";
    }

    /** The end of its phrase {@code console.fault-…}. */
    private static @Nullable String fault(Forum forum, ForumForm form, Read read) {
        if (forum.isCancelled()) {
            return "CANCELLED";
        }
        if (read.fault() != null) {
            return read.fault().name();
        }
        return form.title().isEmpty() ? "TITLE" : form.seats().isEmpty() ? "SEATS" : null;
    }

    private void save(Organizer me, Forum forum, ForumForm form, Plan plan) {
        form.title().filter(title -> !title.equals(forum.title())).ifPresent(title -> {
            forums.rename(forum.id(), title);
            audit.note(me.id(), "renamed a forum", forum.id());
        });
        form.seats().filter(seats -> seats != forum.capacity()).ifPresent(seats -> {
            organizing.capacity(forum.id(), seats);
            audit.note(me.id(), "changed the seats", forum.id() + " " + forum.capacity() + " → " + seats);
        });
        revising.revise(forum.id(), plan, form.isAtOnce(), me.contact())
                .filter(changed -> changed.version() > forum.version())
                .ifPresent(changed -> audit.note(me.id(), "changed a forum", forum.id() + " v" + changed.version()));
    }
}
