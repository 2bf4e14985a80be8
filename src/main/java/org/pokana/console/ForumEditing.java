package org.pokana.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
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
import org.pokana.forum.Revising.Written;
import org.pokana.kernel.Localized;
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
    private static final int LONGEST_TITLE = 160;

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
        return page(model, forum, written(forum, language), null);
    }

    private Forum find(String id) {
        return forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What the form begins with. */
    private static Map<String, String> written(Forum forum, Locale language) {
        var form = new HashMap<String, String>();
        var venue = forum.venue();
        for (String tag : new String[] {"bg", "en"}) {
            form.put("title-" + tag, forum.title().words().getOrDefault(tag, ""));
            form.put("place-" + tag, venue.name().words().getOrDefault(tag, ""));
            var address = venue.address();
            form.put("address-" + tag, address == null ? "" : address.words().getOrDefault(tag, ""));
        }
        form.put("day", forum.startsAt().toLocalDate().toString());
        form.put("from", forum.startsAt().toLocalTime().toString());
        form.put("to", forum.endsAt().toLocalTime().toString());
        form.put("agenda", Revising.lines(forum, language));
        form.put("capacity", String.valueOf(forum.capacity()));
        form.put("version", String.valueOf(forum.version()));
        return form;
    }

    private static String page(Model model, Forum forum, Map<String, String> form, @Nullable String fault) {
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
            @RequestParam Map<String, String> form,
            Locale language,
            Model model) {
        var forum = find(id);
        if (!said(form, "version").equals(String.valueOf(forum.version()))) {
            return page(model, forum, written(forum, language), "MEANWHILE");
        }
        var read = read(forum, form, language);
        var plan = read.plan();
        var title = title(form);
        int seats = seats(form);
        var fault = read.fault() != null
                ? read.fault().name()
                : title == null ? "TITLE" : seats == 0 ? "SEATS" : forum.isCancelled() ? "CANCELLED" : null;
        if (fault != null || plan == null || title == null) {
            return page(model, forum, form, fault);
        }
        var preview = revising.preview(forum, plan);
        if (preview.words() != null && !form.containsKey("sure")) {
            model.addAttribute("told", words.say(preview.words(), language));
            model.addAttribute("people", preview.people());
            model.addAttribute("night", preview.night());
            return page(model, forum, form, null);
        }
        save(me, forum, new Wanted(title, seats, plan), !"morning".equals(form.get("sure")));
        return "redirect:/desk/forums/" + forum.id() + "?done=forum";
    }

    private record Wanted(Localized title, int seats, Plan plan) {}

    private void save(Organizer me, Forum forum, Wanted wanted, boolean atOnce) {
        if (!wanted.title().equals(forum.title())) {
            forums.rename(forum.id(), wanted.title());
            audit.note(me.id(), "renamed a forum", forum.id());
        }
        if (wanted.seats() != forum.capacity()) {
            organizing.capacity(forum.id(), wanted.seats());
            audit.note(me.id(), "changed the seats", forum.id() + " " + forum.capacity() + " → " + wanted.seats());
        }
        revising.revise(forum.id(), wanted.plan(), atOnce, me.contact())
                .filter(changed -> changed.version() > forum.version())
                .ifPresent(changed -> audit.note(me.id(), "changed a forum", forum.id() + " v" + changed.version()));
    }

    private Revising.Read read(Forum forum, Map<String, String> form, Locale language) {
        try {
            return revising.read(
                    forum,
                    new Written(
                            LocalDate.parse(said(form, "day")),
                            LocalTime.parse(said(form, "from")),
                            LocalTime.parse(said(form, "to")),
                            Map.of("bg", said(form, "place-bg"), "en", said(form, "place-en")),
                            Map.of("bg", said(form, "address-bg"), "en", said(form, "address-en")),
                            said(form, "agenda").replace("\r\n", "\n"),
                            language));
        } catch (DateTimeException noSuchMoment) {
            return new Revising.Read(Revising.Fault.HOURS, null);
        }
    }

    private static String said(Map<String, String> form, String field) {
        return form.getOrDefault(field, "");
    }

    private static @Nullable Localized title(Map<String, String> form) {
        var title = new HashMap<String, String>();
        for (String tag : new String[] {"bg", "en"}) {
            var line = said(form, "title-" + tag)
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
            if (line.length() > LONGEST_TITLE) {
                return null;
            }
            if (!line.isEmpty()) {
                title.put(tag, line);
            }
        }
        return title.isEmpty() ? null : new Localized(title);
    }

    /** Zero for what is no number of seats. */
    private static int seats(Map<String, String> form) {
        var seats = said(form, "capacity").strip();
        int count = seats.matches("\\d{1,5}") ? Integer.parseInt(seats) : 0;
        return count <= Organizing.MOST_SEATS ? count : 0;
    }
}
