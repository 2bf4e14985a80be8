package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.pokana.announcement.CallList;
import org.pokana.announcement.Dispatch;
import org.pokana.announcement.DispatchActs;
import org.pokana.announcement.Dispatches;
import org.pokana.console.InboxPages.Times;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All announcements, one of them with what became of it, and whom to call about it. */
@DeskPage
class AnnouncementPages {

    private static final int ON_A_PAGE = 20;
    private static final int CALLS_ON_A_PAGE = 100;
    private static final int MOST_PAGES = 10_000;

    private final Dispatches dispatches;
    private final DispatchActs acts;
    private final CallList calls;
    private final Contacts contacts;
    private final Words words;
    private final ZoneId zone;
    private final Clock clock;

    AnnouncementPages(
            Dispatches dispatches,
            DispatchActs acts,
            CallList calls,
            Contacts contacts,
            Words words,
            ConsoleSettings settings,
            Clock clock) {
        this.dispatches = dispatches;
        this.acts = acts;
        this.calls = calls;
        this.contacts = contacts;
        this.words = words;
        this.zone = settings.zone();
        this.clock = clock;
    }

    private void around(Model model, Locale language) {
        model.addAttribute("times", new Times(zone, clock.instant(), new PageWords(words, language)));
    }

    @GetMapping("/desk/announcements")
    String list(@RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        int shown = Math.max(0, Math.min(page, MOST_PAGES));
        // What ends while we look is found in both rather than in neither; looked for the other way round, it would be
        // gone.
        var open = shown == 0 ? dispatches.open() : List.<Dispatch>of();
        var through = dispatches.through(shown * ON_A_PAGE, ON_A_PAGE + 1).stream()
                .filter(one -> open.stream().noneMatch(other -> other.id().equals(one.id())))
                .toList();
        around(model, language);
        model.addAttribute("open", open);
        model.addAttribute("through", through.subList(0, Math.min(ON_A_PAGE, through.size())));
        model.addAttribute("page", shown);
        model.addAttribute("more", through.size() > ON_A_PAGE);
        return "desk/announcements";
    }

    /** @param ask what is to be confirmed: {@code delete} or {@code again} */
    @GetMapping("/desk/announcements/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ask,
            @RequestParam(defaultValue = "") String done,
            Locale language,
            Model model) {
        var dispatch = look(id, language, model);
        model.addAttribute("letters", dispatches.letters(id));
        model.addAttribute("by", name(dispatch));
        if (ask.equals("delete") && dispatch.can("delete")) {
            model.addAttribute("deletable", acts.deletable(id).orElse(null));
        }
        if (ask.equals("again") && dispatch.can("again")) {
            model.addAttribute("doubtful", acts.doubtful(id));
        }
        var leaves = dispatch.leaves();
        if (done.startsWith("announcement-") && leaves != null && dispatch.can("stop")) {
            model.addAttribute("undo", "/desk/announcements/" + id + "/stop");
            model.addAttribute(
                    "undoFor", Duration.between(clock.instant(), leaves).toSeconds());
        }
        return "desk/announcement";
    }

    /** Where it stands, asked for when that has changed. */
    @GetMapping("/desk/announcements/{id}/state")
    String state(@PathVariable String id, Locale language, Model model) {
        look(id, language, model);
        return "desk/announcement :: state";
    }

    private Dispatch look(String id, Locale language, Model model) {
        var dispatch = find(id);
        around(model, language);
        model.addAttribute("one", dispatch);
        model.addAttribute("echoes", dispatches.echoes(id));
        return dispatch;
    }

    private Dispatch find(String id) {
        return dispatches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Empty where nobody knows any more, or ever did. */
    private String name(Dispatch dispatch) {
        var by = dispatch.by();
        var known = by == null
                ? null
                : contacts.find(new ContactId(by))
                        .map(contact -> contact.profile().name())
                        .orElse(null);
        return known == null ? "" : known;
    }

    @GetMapping("/desk/announcements/{id}/calls")
    String calls(@PathVariable String id, @RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        var dispatch = find(id);
        var all = calls.of(id);
        int pages = (all.size() + CALLS_ON_A_PAGE - 1) / CALLS_ON_A_PAGE;
        int shown = Math.max(0, Math.min(page, pages - 1));
        around(model, language);
        model.addAttribute("one", dispatch);
        model.addAttribute("all", all.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "calls",
                all.stream()
                        .skip((long) shown * CALLS_ON_A_PAGE)
                        .limit(CALLS_ON_A_PAGE)
                        .toList());
        return "desk/announcement-calls";
    }
}
