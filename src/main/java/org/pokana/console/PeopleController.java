package org.pokana.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Organizing;
import org.pokana.forum.Roster;
import org.pokana.forum.RosterEntry;
import org.pokana.forum.RosterEntry.Standing;
import org.pokana.forum.WaitingLine;
import org.pokana.kernel.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of a forum's people, to look through; what can be done there is in {@link PeopleActs}. */
@DeskPage
class PeopleController {

    private static final int ON_A_PAGE = 50;
    private static final int GUEST_ID = 12;

    private final Forums forums;
    private final Roster roster;
    private final Organizing organizing;
    private final WaitingLine line;
    private final CallNumbers numbers;
    private final Ids ids;
    private final Clock clock;

    PeopleController(
            Forums forums,
            Roster roster,
            Organizing organizing,
            WaitingLine line,
            CallNumbers numbers,
            Ids ids,
            Clock clock) {
        this.forums = forums;
        this.roster = roster;
        this.organizing = organizing;
        this.line = line;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    /** How many stand how, for the list of choices. */
    public record Counts(Map<Standing, Integer> all) {

        public int of(Standing standing) {
            return all.getOrDefault(standing, 0);
        }

        public boolean isNobody() {
            return all.isEmpty();
        }
    }

    @GetMapping("/desk/forums/{id}/people")
    String list(
            @PathVariable String id,
            @ModelAttribute PeopleWish wish,
            @RequestParam(defaultValue = "") String undone,
            Locale language,
            Model model) {
        var forum = find(id);
        var found = roster.find(id, wish.wish());
        int all = found.entries().size();
        int page = Math.max(0, Math.min(wish.pageNumber(), (all - 1) / ON_A_PAGE));
        model.addAttribute("forum", forum);
        model.addAttribute("of", forum.title().in(language));
        model.addAttribute("zone", forum.zone());
        model.addAttribute("wish", wish);
        model.addAttribute("counts", new Counts(found.counts()));
        model.addAttribute("standings", Standing.values());
        model.addAttribute("municipalities", Municipalities.KEYS);
        model.addAttribute("groups", Groups.KEYS);
        model.addAttribute("all", all);
        model.addAttribute("page", page);
        model.addAttribute("pages", (all + ON_A_PAGE - 1) / ON_A_PAGE);
        var shown = found.entries().subList(Math.min(all, page * ON_A_PAGE), Math.min(all, (page + 1) * ON_A_PAGE));
        model.addAttribute("entries", shown);
        model.addAttribute(
                "numbers",
                numbers.of(id, shown.stream().map(RosterEntry::contact).toList()));
        waiting(model, forum, shown);
        canBeDone(model, forum);
        if (undone.matches("[a-zA-Z0-9-]{1,64}") && forum.canBeNoted(clock.instant())) {
            model.addAttribute("undo", "/desk/forums/" + id + "/people/" + undone + "/away" + wish.at(page));
        }
        return "desk/people";
    }

    private void waiting(Model model, Forum forum, List<RosterEntry> shown) {
        boolean waits = shown.stream().anyMatch(entry -> entry.standing() == Standing.WAITING);
        model.addAttribute("why", line.why(forum));
        model.addAttribute("line", waits ? line.of(forum) : Map.of());
    }

    private void canBeDone(Model model, Forum forum) {
        var now = clock.instant();
        model.addAttribute("ends", !forum.isCancelled() && !forum.isOver(now));
        model.addAttribute("notes", forum.canBeNoted(now));
        model.addAttribute("guest", organizing.takesGuests(forum) ? guestId() : "");
        model.addAttribute("full", forum.hasStarted(now) && forum.freeSeats() == 0);
    }

    private Forum find(String id) {
        return forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Known before the form is sent, so that sending it twice adds one guest. */
    private String guestId() {
        var id = ids.next();
        return id.substring(0, Math.min(GUEST_ID, id.length()));
    }
}
