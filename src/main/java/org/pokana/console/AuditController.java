package org.pokana.console;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, the latest first. */
@DeskPage
class AuditController {

    private static final int ON_A_PAGE = 50;
    private static final String ID = "[a-z0-9]{20,40}";

    private final Audit audit;
    private final TeamNames names;
    private final Forums forums;
    private final Words words;
    private final ZoneId zone;

    AuditController(Audit audit, TeamNames names, Forums forums, Words words, ConsoleSettings settings) {
        this.audit = audit;
        this.names = names;
        this.forums = forums;
        this.words = words;
        this.zone = settings.zone();
    }

    /** @param who their name as it is now */
    record Act(
            ZonedDateTime at,
            String who,
            String what,
            @Nullable String about,
            @Nullable String link) {}

    @GetMapping("/desk/audit")
    String show(@RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        int shown = Math.max(0, Math.min(page, 100_000));
        var found = audit.latest(shown * ON_A_PAGE, ON_A_PAGE + 1);
        var known = new HashMap<String, String>();
        var held = forums.all().stream()
                .collect(Collectors.toMap(Forum::id, forum -> forum.title().in(language)));
        var acts = found.stream()
                .limit(ON_A_PAGE)
                .map(entry -> act(entry, language, known, held))
                .toList();
        model.addAttribute("acts", acts);
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > ON_A_PAGE);
        return "desk/audit";
    }

    /** @param held the titles of all forums */
    private Act act(Audit.Entry entry, Locale language, Map<String, String> known, Map<String, String> held) {
        var page = new PageWords(words, language);
        var who = known.computeIfAbsent(entry.who(), id -> name(id, page));
        var key = "console.act-" + entry.what().toLowerCase(Locale.ROOT).replace(' ', '-');
        var what = page.knows(key) ? page.say(key) : entry.what();
        return new Act(entry.at().atZone(zone), who, what, about(entry, page, held), link(entry, held));
    }

    private @Nullable String about(Audit.Entry entry, PageWords page, Map<String, String> held) {
        var about = entry.about();
        if (about == null) {
            return null;
        }
        if (Looks.ABOUT_PEOPLE.contains(entry.what())) {
            return name(about, page);
        }
        var words = about.split(" ", 2);
        var forum = held.get(words[0]);
        return forum == null ? about : words.length == 1 ? forum : forum + ": " + words[1];
    }

    /** Where it is shown, if it still is anywhere. */
    private static @Nullable String link(Audit.Entry entry, Map<String, String> held) {
        var about = String.valueOf(entry.about()).split(" ", 2)[0];
        if (held.containsKey(about)) {
            return "/desk/forums/" + about;
        }
        if (entry.what().matches(".*(an answer|an example)")
                && String.valueOf(entry.about()).contains(" v")) {
            return "/desk/knowledge/entries/" + about;
        }
        if (!about.matches(ID)) {
            return null;
        }
        if (entry.what().matches(".*(question|a talk)")) {
            return "/desk/questions/" + about;
        }
        return entry.what().contains("announcement") ? "/desk/announcements/" + about : null;
    }

    private String name(String id, PageWords page) {
        return id.equals(Audit.SOMEBODY) ? page.say("console.somebody-forgotten") : names.of(new ContactId(id), page);
    }
}
