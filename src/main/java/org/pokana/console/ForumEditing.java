package org.pokana.console;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Description;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
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
    private final PhoneCards cards;
    private final Words words;

    ForumEditing(Forums forums, Revising revising, Organizing organizing, Audit audit, PhoneCards cards, Words words) {
        this.forums = forums;
        this.revising = revising;
        this.organizing = organizing;
        this.audit = audit;
        this.cards = cards;
        this.words = words;
    }

    @GetMapping("/desk/forums/{id}/edit")
    String form(@PathVariable String id, Locale language, Model model) {
        var forum = find(id);
        return page(model, forum, ForumForm.of(forum, language), null, language);
    }

    private Forum find(String id) {
        return forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Model model, Forum forum, ForumForm form, @Nullable String fault, Locale language) {
        live(model, forum, form, language);
        model.addAttribute("forum", forum);
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        model.addAttribute("most", Organizing.MOST_SEATS);
        model.addAttribute("groups", Groups.KEYS);
        return PAGE;
    }

    /** The card as it would be, and what people would be told; what cannot be read yet is said instead. */
    @PostMapping("/desk/forums/{id}/card")
    String card(@PathVariable String id, @RequestParam Map<String, String> fields, Locale language, Model model) {
        live(model, find(id), new ForumForm(fields), language);
        return "desk/forum-fields :: live";
    }

    private void live(Model model, Forum forum, ForumForm form, Locale language) {
        var read = form.plan(language)
                .map(written -> revising.read(forum, written))
                .orElse(NO_MOMENT);
        var fault = fault(forum, form, read);
        var plan = read.plan();
        model.addAttribute("liveFault", fault);
        if (fault != null || plan == null) {
            return;
        }
        var described = described(forum, form);
        model.addAttribute("card", cards.of(plan.isOf(forum) ? described : plan.in(described), language));
        var preview = revising.preview(described, plan);
        model.addAttribute("liveTold", preview.words() == null ? null : words.say(preview.words(), language));
        model.addAttribute("livePeople", preview.people());
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
            return tooLate(model, forum, form, language);
        }
        var read = form.plan(language)
                .map(written -> revising.read(forum, written))
                .orElse(NO_MOMENT);
        var fault = fault(forum, form, read);
        var plan = read.plan();
        if (fault != null || plan == null) {
            return page(model, forum, form, fault, language);
        }
        var preview = revising.preview(described(forum, form), plan);
        var told = preview.words() == null ? null : words.say(preview.words(), language);
        if (told != null && !form.isSure(told)) {
            model.addAttribute("told", told);
            model.addAttribute("seen", ForumForm.mark(told));
            model.addAttribute("people", preview.people());
            model.addAttribute("night", preview.night());
            return page(model, forum, form, null, language);
        }
        save(me, forum, form, plan);
        return saved(forum);
    }

    private String tooLate(Model model, Forum forum, ForumForm form, Locale language) {
        var now = ForumForm.of(forum, language);
        if (form.isSaidBy(now)) {
            return saved(forum);
        }
        model.addAttribute("theirs", TooLate.ofForum(form.fields(), now.fields()));
        return page(model, forum, now, "MEANWHILE", language);
    }

    private static String saved(Forum forum) {
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
        return form.fault();
    }

    /** In the words it will have by then. */
    private static Forum described(Forum forum, ForumForm form) {
        return form.description().orElseThrow().in(forum, form.seats().orElseThrow());
    }

    private void save(Organizer me, Forum forum, ForumForm form, Plan plan) {
        form.description().filter(words -> !words.equals(Description.of(forum))).ifPresent(words -> {
            forums.describe(forum.id(), words);
            audit.note(me.id(), "described a forum anew", forum.id());
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
