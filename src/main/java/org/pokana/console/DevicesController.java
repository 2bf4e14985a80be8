package org.pokana.console;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.desk.DeskSession;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.PersonName;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody is called at the desk, where they are signed in, and how to end that. */
@DeskPage
class DevicesController {

    private final DeskSessions sessions;
    private final Contacts contacts;
    private final Audit audit;
    private final ZoneId zone;

    DevicesController(DeskSessions sessions, Contacts contacts, Audit audit, ConsoleSettings settings) {
        this.sessions = sessions;
        this.contacts = contacts;
        this.audit = audit;
        this.zone = settings.zone();
    }

    /** @param mine whether it is the one the page is shown in */
    record Shown(String id, String device, boolean mine, ZonedDateTime since, ZonedDateTime lastSeen) {}

    @GetMapping("/desk/devices")
    String show(@ModelAttribute("me") Organizer me, Model model) {
        return page(me, me.contact().profile().name(), false, model);
    }

    /** @param name as it is, or as it was written and cannot be */
    private String page(Organizer me, @Nullable String name, boolean fault, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("fault", fault);
        model.addAttribute("longest", PersonName.LONGEST);
        model.addAttribute(
                "devices",
                sessions.of(me.id()).stream().map(session -> shown(session, me)).toList());
        return "desk/devices";
    }

    private Shown shown(DeskSession session, Organizer me) {
        return new Shown(
                session.id(),
                session.device(),
                session.id().equals(me.session()),
                session.since().atZone(zone),
                session.lastSeen().atZone(zone));
    }

    /** Who has none is called by what they do, which others do, too. */
    @PostMapping("/desk/devices/name")
    String name(@ModelAttribute("me") Organizer me, @RequestParam(defaultValue = "") String name, Model model) {
        var called = PersonName.of(name).orElse(null);
        if (called == null) {
            return page(me, name, true, model);
        }
        var known = me.contact().profile();
        if (!called.equals(known.name())) {
            contacts.learn(me.id(), new Profile(known.group(), known.municipality(), known.organisation(), called));
            audit.note(me.id(), "changed their own name", "");
        }
        return "redirect:/desk/devices?done=name";
    }

    @PostMapping("/desk/devices/{session}/end")
    String end(@ModelAttribute("me") Organizer me, @PathVariable String session) {
        sessions.end(me.id(), session);
        return "redirect:/desk/devices?done=device";
    }

    @PostMapping("/desk/devices/others/end")
    String endOthers(@ModelAttribute("me") Organizer me) {
        sessions.endOthers(me);
        return "redirect:/desk/devices?done=devices";
    }
}
