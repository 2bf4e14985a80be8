package org.pokana.console;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.pokana.audit.Audit;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.ContactId;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Who organizes, helps or looks on, and an end to it, which holds at once. New ones are invited in the chat. */
@DeskPage
class TeamController {

    private final Contacts contacts;
    private final Audit audit;

    TeamController(Contacts contacts, Audit audit) {
        this.contacts = contacts;
        this.audit = audit;
    }

    /** @param channels where they are reached */
    record Member(String id, String name, List<Role> roles, List<String> channels, boolean me) {}

    @GetMapping("/desk/team")
    String show(@ModelAttribute("me") Organizer me, Model model) {
        var members = new LinkedHashMap<String, Member>();
        for (Role role : Role.values()) {
            try (var people = contacts.withRole(role)) {
                people.map(contact -> member(contact, me)).forEach(member -> members.putIfAbsent(member.id(), member));
            }
        }
        model.addAttribute("members", members.values());
        return "desk/team";
    }

    private static Member member(Contact contact, Organizer me) {
        return new Member(
                contact.key(),
                Objects.requireNonNullElse(contact.profile().name(), "–"),
                contact.roles().stream().sorted(Comparator.naturalOrder()).toList(),
                contact.reaches().stream()
                        .map(reach -> reach.address().channel())
                        .distinct()
                        .toList(),
                contact.id().equals(me.id()));
    }

    /** Nobody takes their own away, so that an owner is left. */
    @PostMapping("/desk/team/{id}/{role}/end")
    String end(@ModelAttribute("me") Organizer me, @PathVariable String id, @PathVariable String role) {
        var taken = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (id.equals(me.id().value())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        if (contacts.withdraw(new ContactId(id), taken).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.note(me.id(), "took a role away", role + " " + id);
        return "redirect:/desk/team?done=role";
    }
}
