package org.pokana.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.pokana.organizer.Team;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who organizes, helps or looks on: they are invited, get another role or none, and that holds at once. */
@DeskPage
class TeamController {

    private static final String PAGE = "/desk/team";

    private final Team team;
    private final TeamList list;
    private final Links links;
    private final Words words;

    TeamController(Team team, TeamList list, Links links, Words words) {
        this.team = team;
        this.list = list;
        this.links = links;
        this.words = words;
    }

    @GetMapping(PAGE)
    String show(@ModelAttribute("me") Organizer me, Locale language, Model model) {
        var page = new PageWords(words, language);
        model.addAttribute("members", list.members(me, page));
        model.addAttribute("invitations", list.invitations(me, page));
        model.addAttribute("roles", Role.values());
        return "desk/team";
    }

    /** The link is on the page that answers, and on no other. */
    @PostMapping("/desk/invitations")
    String invite(
            @ModelAttribute("me") Organizer me,
            @RequestParam(defaultValue = "") String role,
            Locale language,
            Model model) {
        var start = team.invite(me.id(), role(role));
        model.addAttribute("invited", role);
        model.addAttribute("onPage", links.onPage(start));
        model.addAttribute("elsewhere", links.elsewhere(start));
        return show(me, language, model);
    }

    @PostMapping("/desk/invitations/{id}/end")
    String callBack(@ModelAttribute("me") Organizer me, @PathVariable String id) {
        return back(team.callBack(me.id(), id) ? "invitation" : "no-invitation");
    }

    @PostMapping("/desk/team/{id}/role")
    String change(
            @ModelAttribute("me") Organizer me, @PathVariable String id, @RequestParam(defaultValue = "") String role) {
        return back(team.change(me.id(), another(id, me), role(role)), "role-changed");
    }

    @PostMapping("/desk/team/{id}/{role}/end")
    String end(@ModelAttribute("me") Organizer me, @PathVariable String id, @PathVariable String role) {
        return back(team.end(me.id(), another(id, me), role(role)), "role");
    }

    private static Role role(String named) {
        return Arrays.stream(Role.values())
                .filter(each -> each.name().equals(named))
                .findFirst()
                .orElseThrow(TeamController::unknown);
    }

    /** Nobody changes or takes their own, so that an owner is left. */
    private static ContactId another(String id, Organizer me) {
        if (id.equals(me.id().value())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return new ContactId(id);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String back(Optional<Contact> member, String done) {
        if (member.isEmpty()) {
            throw unknown();
        }
        return back(done);
    }

    private static String back(String done) {
        return "redirect:" + PAGE + "?done=" + done;
    }
}
