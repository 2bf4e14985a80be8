package org.pokana.console;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, the latest first. */
@DeskPage
class AuditController {

    private static final int ON_A_PAGE = 50;

    private final Audit audit;
    private final Contacts contacts;
    private final Words words;
    private final ZoneId zone;

    AuditController(Audit audit, Contacts contacts, Words words, ConsoleSettings settings) {
        this.audit = audit;
        this.contacts = contacts;
        this.words = words;
        this.zone = settings.zone();
    }

    /** @param who their name as it is now; a part of their id where none is known */
    record Act(
            ZonedDateTime at,
            String who,
            String what,
            @Nullable String about) {}

    @GetMapping("/desk/audit")
    String show(@RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        int shown = Math.max(0, Math.min(page, 100_000));
        var found = audit.latest(shown * ON_A_PAGE, ON_A_PAGE + 1);
        var names = new HashMap<String, String>();
        var acts = found.stream()
                .limit(ON_A_PAGE)
                .map(entry -> act(entry, language, names))
                .toList();
        model.addAttribute("acts", acts);
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > ON_A_PAGE);
        return "desk/audit";
    }

    private Act act(Audit.Entry entry, Locale language, Map<String, String> names) {
        var page = new PageWords(words, language);
        var who = names.computeIfAbsent(entry.who(), id -> name(id, page));
        var key = "console.act-" + entry.what().toLowerCase(Locale.ROOT).replace(' ', '-');
        var what = page.knows(key) ? page.say(key) : entry.what();
        return new Act(entry.at().atZone(zone), who, what, about(entry, page));
    }

    private @Nullable String about(Audit.Entry entry, PageWords page) {
        var about = entry.about();
        return about != null && Looks.ABOUT_PEOPLE.contains(entry.what()) ? name(about, page) : about;
    }

    private String name(String id, PageWords page) {
        if (id.equals(Audit.SOMEBODY)) {
            return page.say("console.somebody-forgotten");
        }
        var contact = contacts.find(new ContactId(id)).orElse(null);
        var name = contact == null ? null : contact.profile().name();
        return name == null ? id.substring(0, Math.min(8, id.length())) + "…" : name;
    }
}
