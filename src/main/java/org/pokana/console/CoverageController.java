package org.pokana.console;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.RosterEntry;
import org.pokana.forum.Season;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One cell of the coverage board: who comes, and words to invite those who do not yet. */
@DeskPage
class CoverageController {

    private final Forums forums;
    private final Season season;
    private final Links links;
    private final Words words;
    private final Clock clock;

    CoverageController(Forums forums, Season season, Links links, Words words, Clock clock) {
        this.forums = forums;
        this.season = season;
        this.links = links;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/coverage/{municipality}/{group}")
    String show(
            @ModelAttribute("me") Organizer me,
            @PathVariable String municipality,
            @PathVariable String group,
            Locale language,
            Model model) {
        if (!Municipalities.DISTRICT.contains(municipality) || !Groups.KEYS.contains(group)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var people = season.look(forums.all()).in(municipality, group);
        model.addAttribute("municipality", municipality);
        model.addAttribute("group", group);
        model.addAttribute("count", people.size());
        model.addAttribute("people", me.may(Role.ORGANIZER) ? named(people) : List.of());
        model.addAttribute(
                "invitations", me.may(Role.ORGANIZER) ? invitations(municipality, group, language) : List.of());
        return "desk/coverage";
    }

    private static List<RosterEntry> named(List<RosterEntry> people) {
        return people.stream()
                .sorted(Comparator.comparing(
                        entry -> Objects.requireNonNullElse(entry.profile().name(), "")))
                .toList();
    }

    /** @param text to be copied and sent by whatever means */
    record Invitation(String forum, String title, String text) {}

    /** For each forum that still takes people, the one in their own municipality first. */
    private List<Invitation> invitations(String municipality, String group, Locale language) {
        var now = clock.instant();
        return forums.openForRegistration().stream()
                .filter(forum -> forum.isOpen(now))
                .sorted(Comparator.comparing(forum -> !forum.municipality().equals(municipality)))
                .limit(3)
                .map(forum -> new Invitation(
                        forum.id(), forum.title().in(language), text(forum, municipality, group, language)))
                .toList();
    }

    private String text(Forum forum, String municipality, String group, Locale language) {
        var page = new PageWords(words, language);
        return page.say(
                "console.invitation",
                page.say("forum.group." + group),
                page.say("forum.municipality." + municipality),
                forum.title().in(language),
                page.format("format.day", forum.startsAt()),
                page.format("console.format-hour", forum.startsAt()) + "–"
                        + page.format("console.format-hour", forum.endsAt()),
                forum.venue().name().in(language) + ", " + forum.city().in(language),
                links.page("go/" + forum.id()));
    }
}
