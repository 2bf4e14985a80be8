package org.pokana.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Organizing;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.forum.Roster;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is done with several people of a list at once: it is said of each what became of it. */
@DeskPage
class PeopleTogether {

    private static final int MOST = 200;

    private final Forums forums;
    private final Registrations registrations;
    private final Arrivals arrivals;
    private final Organizing organizing;
    private final Roster roster;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    PeopleTogether(
            Forums forums,
            Registrations registrations,
            Arrivals arrivals,
            Organizing organizing,
            Roster roster,
            Audit audit,
            Words words,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.arrivals = arrivals;
        this.organizing = organizing;
        this.roster = roster;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** @param became the end of its phrase {@code console.became-…}; empty before anything was done */
    record Done(String contact, String name, String became, boolean good) {}

    /**
     * @param act {@code here}, {@code away} or {@code release}
     * @param sure whether it was confirmed; asked only where it cannot be taken back
     */
    @PostMapping("/desk/forums/{id}/people/together")
    String act(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") List<String> who,
            @RequestParam(defaultValue = "false") boolean sure,
            @ModelAttribute PeopleWish wish,
            Locale language,
            Model model) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var people = who.stream()
                .filter(each -> each.matches("[a-zA-Z0-9-]{1,64}"))
                .distinct()
                .limit(MOST)
                .map(ContactId::new)
                .toList();
        if (people.isEmpty()) {
            return "redirect:/desk/forums/" + id + "/people" + wish.saying(Map.of("done", "nobody-picked"));
        }
        checkTime(forum, act);
        boolean asks = act.equals("release") && !sure;
        var done = people.stream()
                .flatMap(each -> registrations.find(id, each).stream())
                .map(each -> asks ? done(each, "", true) : act(me, forum, each, act))
                .toList();
        roster.freshen(id);
        model.addAttribute("forum", forum);
        model.addAttribute("of", forum.title().in(language));
        var list = "/desk/forums/" + id + "/people";
        model.addAttribute("list", list + wish.at(wish.pageNumber()));
        model.addAttribute("again", list + "/together" + wish.at(wish.pageNumber()));
        model.addAttribute("act", act);
        model.addAttribute("asks", asks);
        model.addAttribute("people", done);
        model.addAttribute("told", words.say(organizing.ofReleasing(forum), language));
        model.addAttribute("undoes", undoable(act, done));
        return "desk/people-together";
    }

    private void checkTime(Forum forum, String act) {
        var now = clock.instant();
        boolean fits =
                switch (act) {
                    case "here", "away" -> forum.canBeNoted(now);
                    case "release" -> !forum.isCancelled() && !forum.isOver(now);
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        if (!fits) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    private Done act(Organizer me, Forum forum, Registration each, String act) {
        return switch (act) {
            case "here" -> here(me, forum, each);
            case "away" -> away(me, forum, each);
            default -> release(me, forum, each);
        };
    }

    private Done here(Organizer me, Forum forum, Registration each) {
        if (each.isConfirmed() && each.hasArrived()) {
            return done(each, "here-already", true);
        }
        boolean there = arrivals.checkIn(forum.id(), each.contactId(), me.id()).isPresent();
        return noted(me, each, there, "checked in", "here");
    }

    private Done away(Organizer me, Forum forum, Registration each) {
        if (!each.hasArrived()) {
            return done(each, "not-here", true);
        }
        boolean expected = arrivals.undo(forum.id(), each.contactId()).isPresent();
        return noted(me, each, expected, "took a check-in back", "away");
    }

    private Done noted(Organizer me, Registration each, boolean worked, String what, String became) {
        if (worked) {
            audit.note(me.id(), what, each.forum() + " " + each.number());
        }
        return done(each, worked ? became : "no-seat", worked);
    }

    private Done release(Organizer me, Forum forum, Registration each) {
        var released = organizing.release(forum.id(), each.contactId());
        if (released == Organizing.Released.RELEASED) {
            var about = forum.id() + " " + (each.number() == 0 ? "w" + each.waitSeq() : each.number());
            audit.note(me.id(), "released a seat", about);
        }
        return done(
                each,
                released.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                released == Organizing.Released.RELEASED);
    }

    private static Done done(Registration each, String became, boolean good) {
        return new Done(
                each.contact(), Objects.requireNonNullElse(each.profile().name(), "–"), became, good);
    }

    /** Whom to check out again if it was a mistake; not those who were in before. */
    private static List<String> undoable(String act, List<Done> done) {
        var undoable = new ArrayList<String>();
        done.stream()
                .filter(each -> act.equals("here") && each.became().equals("here"))
                .forEach(each -> undoable.add(each.contact()));
        return undoable;
    }
}
