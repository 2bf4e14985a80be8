package org.pokana.console;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Forums;
import org.pokana.forum.Organizing;
import org.pokana.forum.Registration;
import org.pokana.forum.Roster;
import org.pokana.kernel.ContactId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is done with the people on a forum's list: they are checked in, which can be taken back, and guests are added. */
@DeskPage
class PeopleActs {

    private final Forums forums;
    private final Roster roster;
    private final Arrivals arrivals;
    private final Organizing organizing;
    private final Audit audit;
    private final Clock clock;

    PeopleActs(Forums forums, Roster roster, Arrivals arrivals, Organizing organizing, Audit audit, Clock clock) {
        this.forums = forums;
        this.roster = roster;
        this.arrivals = arrivals;
        this.organizing = organizing;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/desk/forums/{id}/people/{who}/here")
    String here(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @PathVariable String who,
            @ModelAttribute PeopleWish wish) {
        noted(id);
        var there = arrivals.checkIn(id, new ContactId(who), me.id());
        return back(me, wish, there, "checked in", id, who);
    }

    @PostMapping("/desk/forums/{id}/people/{who}/away")
    String away(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @PathVariable String who,
            @ModelAttribute PeopleWish wish) {
        noted(id);
        return back(me, wish, arrivals.undo(id, new ContactId(who)), "took a check-in back", id, "");
    }

    private void noted(String id) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!forum.canBeNoted(clock.instant())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    /** To the part of the list that was looked at. */
    private String back(
            Organizer me, PeopleWish wish, Optional<Registration> noted, String what, String id, String undone) {
        roster.freshen(id);
        noted.ifPresent(registration -> audit.note(me.id(), what, id + " " + registration.number()));
        var said = noted.isPresent() ? what.replace(' ', '-') : "no-seat";
        var number =
                noted.map(registration -> String.valueOf(registration.number())).orElse("");
        return "redirect:/desk/forums/" + id + "/people"
                + wish.saying(Map.of("done", said, "about", number, "undone", undone));
    }

    @PostMapping("/desk/forums/{id}/guests")
    String addGuest(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam String guest,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean beyond) {
        if (!guest.matches("[a-z0-9]{1,12}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var added = organizing.addGuest(id, guest, name, organisation, phone, beyond);
        roster.freshen(id);
        if (added == Organizing.Added.SEATED || added == Organizing.Added.WAITS) {
            audit.note("guest:" + id + ":" + guest, me.id(), "added a guest", id);
        }
        return "redirect:/desk/forums/" + id + "/people?done=guest-"
                + added.name().toLowerCase(Locale.ROOT);
    }
}
