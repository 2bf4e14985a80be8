package org.pokana.console;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Outreach;
import org.pokana.forum.Outreach.Invited;
import org.pokana.forum.RosterEntry;
import org.pokana.forum.Season;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One cell of the coverage board: who comes, and words to invite those who do not yet. */
@DeskPage
class CoverageController {

    private static final int MOST_OFFERED = 3;

    private final Forums forums;
    private final Season season;
    private final Outreach outreach;
    private final TeamNames names;
    private final Links links;
    private final Words words;
    private final Clock clock;

    CoverageController(
            Forums forums, Season season, Outreach outreach, TeamNames names, Links links, Words words, Clock clock) {
        this.forums = forums;
        this.season = season;
        this.outreach = outreach;
        this.names = names;
        this.links = links;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/coverage/{municipality}/{group}")
    String show(
            @ModelAttribute("me") Organizer me,
            @PathVariable String municipality,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String undone,
            Locale language,
            Model model) {
        check(municipality, group);
        var people = season.look(forums.all()).in(municipality, group);
        model.addAttribute("municipality", municipality);
        model.addAttribute("group", group);
        model.addAttribute("count", people.size());
        model.addAttribute("people", me.may(Role.ORGANIZER) ? named(people) : List.of());
        model.addAttribute(
                "invitations", me.may(Role.ORGANIZER) ? invitations(municipality, group, language) : List.of());
        if (me.may(Role.ORGANIZER) && undone.matches("[a-zA-Z0-9-]{1,64}")) {
            model.addAttribute("undo", page(municipality, group) + "/" + undone + "/mistake");
        }
        return "desk/coverage";
    }

    static void check(String municipality, String group) {
        if (!Municipalities.DISTRICT.contains(municipality) || !Groups.KEYS.contains(group)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    static String page(String municipality, String group) {
        return "/desk/coverage/" + municipality + "/" + group;
    }

    private static List<RosterEntry> named(List<RosterEntry> people) {
        return people.stream()
                .sorted(Comparator.comparing(
                        entry -> Objects.requireNonNullElse(entry.profile().name(), "")))
                .toList();
    }

    /**
     * @param text to be copied and sent by whatever means
     * @param invitedBy who said that they have sent it; null as long as nobody did
     * @param invitedAt in the forum's time
     * @param since how many registered from there after that, by whatever way they came
     */
    record Invitation(
            String forum,
            String title,
            String text,
            @Nullable String invitedBy,
            @Nullable ZonedDateTime invitedAt,
            long since) {}

    /** For each forum that still takes people, the one in their own municipality first. */
    private List<Invitation> invitations(String municipality, String group, Locale language) {
        var now = clock.instant();
        return forums.openForRegistration().stream()
                .filter(forum -> forum.isOpen(now))
                .sorted(Comparator.comparing(forum -> !forum.municipality().equals(municipality)))
                .limit(MOST_OFFERED)
                .map(forum -> invitation(forum, municipality, group, new PageWords(words, language)))
                .toList();
    }

    private Invitation invitation(Forum forum, String municipality, String group, PageWords page) {
        var invited = outreach.find(forum.id(), municipality, group);
        return new Invitation(
                forum.id(),
                forum.title().in(page.locale()),
                text(forum, municipality, group, page),
                invited.map(Invited::by)
                        .map(by -> names.of(new ContactId(by), page))
                        .or(() -> invited.map(nobodyKnown -> page.say("console.somebody-forgotten")))
                        .orElse(null),
                invited.map(at -> at.at().atZone(forum.zone())).orElse(null),
                invited.map(at -> since(at, forum)).orElse(0L));
    }

    private long since(Invited invited, Forum forum) {
        return season.look(List.of(forum)).in(invited.municipality(), invited.group()).stream()
                .filter(entry -> entry.registeredAt().isAfter(invited.at()))
                .count();
    }

    private String text(Forum forum, String municipality, String group, PageWords page) {
        var language = page.locale();
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
