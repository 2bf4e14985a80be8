package org.pokana.console;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.pokana.desk.DeskSession;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.DeskSessions.Organizer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody is signed in, and how to end it. */
@DeskPage
class DevicesController {

    private final DeskSessions sessions;
    private final ZoneId zone;

    DevicesController(DeskSessions sessions, ConsoleSettings settings) {
        this.sessions = sessions;
        this.zone = settings.zone();
    }

    /** @param mine whether it is the one the page is shown in */
    record Shown(String id, String device, boolean mine, ZonedDateTime since, ZonedDateTime lastSeen) {}

    @GetMapping("/desk/devices")
    String show(@ModelAttribute("me") Organizer me, Model model) {
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
