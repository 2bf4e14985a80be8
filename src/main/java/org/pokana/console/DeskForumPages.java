package org.pokana.console;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.pokana.change.Tallies;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Season;
import org.pokana.forum.Sharing;
import org.pokana.forum.Sketch;
import org.pokana.forum.Sketches;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Links;
import org.pokana.paper.Papers;
import org.pokana.reminder.ForumReminders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** All forums, and one of them with its numbers, which follow what happens. */
@DeskPage
class DeskForumPages {

    private final Forums forums;
    private final Season season;
    private final Sketches sketches;
    private final Tallies tallies;
    private final CallNumbers numbers;
    private final Sharing sharing;
    private final ForumReminders reminders;
    private final Links links;
    private final Ids ids;
    private final ZoneId zone;
    private final Clock clock;

    DeskForumPages(
            Forums forums,
            Season season,
            Sketches sketches,
            Tallies tallies,
            CallNumbers numbers,
            Sharing sharing,
            ForumReminders reminders,
            Links links,
            Ids ids,
            ConsoleSettings settings,
            Clock clock) {
        this.forums = forums;
        this.season = season;
        this.sketches = sketches;
        this.tallies = tallies;
        this.numbers = numbers;
        this.sharing = sharing;
        this.reminders = reminders;
        this.links = links;
        this.ids = ids;
        this.zone = settings.zone();
        this.clock = clock;
    }

    @GetMapping("/desk/forums")
    String list(@ModelAttribute("me") Organizer me, Locale language, Model model) {
        var all = forums.all();
        var glance = season.look(all);
        var now = clock.instant();
        var shown = all.stream()
                .map(forum -> ForumGlance.of(forum, glance.of(forum.id()), now, language))
                .toList();
        model.addAttribute(
                "toCome", shown.stream().filter(ForumGlance::isToCome).toList());
        model.addAttribute(
                "past", shown.stream().filter(forum -> !forum.isToCome()).toList());
        boolean writes = me.may(Role.ORGANIZER);
        model.addAttribute(
                "sketches",
                writes
                        ? sketches.all().stream()
                                .map(each -> named(each, language))
                                .toList()
                        : List.of());
        model.addAttribute("fresh", ids.next().toLowerCase(Locale.ROOT));
        return "desk/forums";
    }

    /** @param title as far as there is one */
    record Named(String id, String title, ZonedDateTime saved) {}

    private Named named(Sketch sketch, Locale language) {
        var own = sketch.get("title-" + language.getLanguage()).strip();
        var title = own.isEmpty() ? sketch.get("title-bg").strip() : own;
        return new Named(
                sketch.id(),
                title.isEmpty() ? sketch.get("title-en").strip() : title,
                sketch.at().atZone(zone));
    }

    /** Whom nobody has heard of since the forum was changed. */
    @GetMapping("/desk/forums/{id}/understood")
    String understood(@PathVariable String id, Locale language, Model model) {
        var forum = look(id, language, model);
        if (!tallies.counts(forum)) {
            return "redirect:/desk/forums/" + id;
        }
        var missing = tallies.of(forum).missing();
        model.addAttribute("numbers", numbers.of(missing));
        model.addAttribute(
                "missing",
                missing.stream()
                        .sorted(Comparator.comparing(Registration::isWaiting)
                                .thenComparing(Registration::number)
                                .thenComparing(Registration::waitSeq))
                        .toList());
        return "desk/understood";
    }

    @GetMapping("/desk/forums/{id}")
    String show(@PathVariable String id, Locale language, Model model) {
        var forum = look(id, language, model);
        model.addAttribute("agenda", forum.agenda());
        model.addAttribute("language", language);
        model.addAttribute("papers", Papers.KINDS);
        model.addAttribute("link", links.page("go/" + forum.id()));
        door(forum, model);
        model.addAttribute("shares", sharing.rules(forum));
        model.addAttribute("rings", reminders.lines(forum));
        model.addAttribute("ruled", sharing.canBeChanged(forum));
        return "desk/forum";
    }

    /** From when on people are checked in; nothing where nobody is any more. */
    private void door(Forum forum, Model model) {
        var now = clock.instant();
        boolean noted = forum.canBeNoted(now);
        boolean ahead = !forum.isCancelled() && now.isBefore(forum.doorOpens());
        model.addAttribute("noted", noted);
        model.addAttribute("door", noted || ahead ? forum.doorOpens().atZone(forum.zone()) : null);
    }

    /** Asked for again and again by the page. */
    @GetMapping("/desk/forums/{id}/numbers")
    String numbers(@PathVariable String id, Locale language, Model model) {
        look(id, language, model);
        return "desk/forum :: numbers";
    }

    private Forum look(String id, Locale language, Model model) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var numbers = season.look(List.of(forum)).of(id);
        model.addAttribute("forum", ForumGlance.of(forum, numbers, clock.instant(), language));
        boolean asked = tallies.counts(forum) && !forum.isOver(clock.instant());
        model.addAttribute("understood", asked ? tallies.of(forum) : null);
        return forum;
    }
}
