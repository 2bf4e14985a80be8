package org.pokana.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Allotment;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Sharing;
import org.pokana.messaging.Words;
import org.pokana.reminder.ForumReminders;
import org.pokana.reminder.ReminderRule;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who the seats of a forum are for and when people are reminded of it; said in plain words before it is saved. */
@DeskPage
class ForumRules {

    private final Forums forums;
    private final Sharing sharing;
    private final ForumReminders reminders;
    private final Audit audit;
    private final Words words;

    ForumRules(Forums forums, Sharing sharing, ForumReminders reminders, Audit audit, Words words) {
        this.forums = forums;
        this.sharing = sharing;
        this.reminders = reminders;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/desk/forums/{id}/rules")
    String form(@PathVariable String id, Locale language, Model model) {
        var forum = toCome(id);
        return page(model, forum, begun(forum, language), null, language);
    }

    private Forum toCome(String id) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!sharing.canBeChanged(forum)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return forum;
    }

    private ForumRulesForm begun(Forum forum, Locale language) {
        return ForumRulesForm.of(forum, sharing, reminders, new PageWords(words, language));
    }

    private String page(Model model, Forum forum, ForumRulesForm form, @Nullable String fault, Locale language) {
        live(model, forum, form);
        model.addAttribute("of", forum.title().in(language));
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        model.addAttribute("groups", Groups.KEYS);
        return "desk/forum-rules";
    }

    /** What it comes to, as one writes. */
    @PostMapping("/desk/forums/{id}/rules/words")
    String words(@PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        live(model, toCome(id), new ForumRulesForm(fields));
        return "desk/forum-rules :: live";
    }

    /** @param fault the end of its phrase {@code console.fault-…} */
    private record Read(@Nullable String fault, @Nullable Allotment shares, List<ReminderRule> rules) {}

    private Read read(Forum forum, ForumRulesForm form) {
        var shares = sharing.read(forum, form.shares());
        var rules = form.isUsual() ? Optional.of(reminders.usual()) : reminders.read(forum, form.reminders());
        var fault = shares.fault() != null ? shares.fault().name() : rules.isEmpty() ? "REMINDERS" : null;
        return new Read(fault, shares.allotment(), rules.orElse(List.of()));
    }

    private void live(Model model, Forum forum, ForumRulesForm form) {
        var read = read(forum, form);
        var shares = read.shares();
        model.addAttribute("forum", forum);
        model.addAttribute("liveFault", read.fault());
        if (read.fault() == null && shares != null) {
            model.addAttribute("shares", sharing.rules(forum, shares));
            model.addAttribute("rings", reminders.lines(forum, read.rules()));
        }
    }

    /** @param act {@code look} only shows what it comes to */
    @PostMapping("/desk/forums/{id}/rules")
    String save(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam Map<String, String> fields,
            Locale language,
            Model model) {
        var forum = toCome(id);
        var form = new ForumRulesForm(fields);
        if (!form.isOf(forum)) {
            return tooLate(model, forum, form, language);
        }
        var read = read(forum, form);
        var shares = read.shares();
        if (read.fault() != null || shares == null || act.equals("look")) {
            return page(model, forum, form, read.fault(), language);
        }
        share(me, forum, form, shares);
        remind(me, forum, form, read.rules());
        return saved(forum);
    }

    /** Nothing that was written is lost; what is sent twice is saved already. */
    private String tooLate(Model model, Forum forum, ForumRulesForm form, Locale language) {
        var now = begun(forum, language);
        var page = new PageWords(words, language);
        var left = form.said(forum, reminders, page).left(now, page);
        model.addAttribute("theirs", left);
        return left.isEmpty() ? saved(forum) : page(model, forum, now, "MEANWHILE", language);
    }

    private static String saved(Forum forum) {
        return "redirect:/desk/forums/" + forum.id() + "?done=rules";
    }

    private void share(Organizer me, Forum forum, ForumRulesForm form, Allotment shares) {
        if (!form.shares().equals(sharing.now(forum))) {
            sharing.share(forum, shares);
            audit.note(me.id(), "shared the seats out", forum.id());
        }
    }

    private void remind(Organizer me, Forum forum, ForumRulesForm form, List<ReminderRule> rules) {
        if (form.isUsual() && reminders.areUsual(forum)) {
            return;
        }
        var before = forum.reminders();
        if (form.isUsual()) {
            reminders.followUsual(forum);
        } else {
            reminders.follow(forum, rules);
        }
        forums.find(forum.id())
                .filter(after -> !after.reminders().equals(before))
                .ifPresent(after -> audit.note(me.id(), "changed the reminders", forum.id()));
    }
}
