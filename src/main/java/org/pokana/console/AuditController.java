package org.pokana.console;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, the latest first. */
@DeskPage
class AuditController {

    private static final int ON_A_PAGE = 50;

    private final Audit audit;
    private final TeamNames names;
    private final ActObjects objects;
    private final Words words;
    private final ZoneId zone;

    AuditController(Audit audit, TeamNames names, ActObjects objects, Words words, ConsoleSettings settings) {
        this.audit = audit;
        this.names = names;
        this.objects = objects;
        this.words = words;
        this.zone = settings.zone();
    }

    /** @param who their name as it is now */
    record Act(
            ZonedDateTime at,
            String who,
            String what,
            String about,
            @Nullable String link) {}

    @GetMapping("/desk/audit")
    String show(
            @ModelAttribute("me") Organizer me,
            @RequestParam(name = "page", defaultValue = "0") int number,
            Locale language,
            Model model) {
        int shown = Math.max(0, Math.min(number, 100_000));
        var found = audit.latest(shown * ON_A_PAGE, ON_A_PAGE + 1);
        var known = new HashMap<String, String>();
        var page = new PageWords(words, language);
        var read = objects.reader(me.contact(), language, page);
        var acts = found.stream()
                .limit(ON_A_PAGE)
                .map(entry -> act(entry, page, known, read))
                .toList();
        model.addAttribute("acts", acts);
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > ON_A_PAGE);
        return "desk/audit";
    }

    private Act act(Audit.Entry entry, PageWords page, Map<String, String> known, ActObjects.Reader objects) {
        var who = known.computeIfAbsent(entry.who(), id -> name(id, page));
        var key = "console.act-" + entry.what().toLowerCase(Locale.ROOT).replace(' ', '-');
        var what = page.knows(key) ? page.say(key) : entry.what();
        var object = objects.of(entry);
        return new Act(entry.at().atZone(zone), who, what, object.words(), object.link());
    }

    private String name(String id, PageWords page) {
        return id.equals(Audit.SOMEBODY) ? page.say("console.somebody-forgotten") : names.of(new ContactId(id), page);
    }
}
