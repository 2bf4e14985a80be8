package org.pokana.console;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.organizer.Team;
import org.springframework.stereotype.Component;

/** Who is on the team, by their highest role, and who is invited to it. */
@Component
class TeamList {

    private final Contacts contacts;
    private final Team team;
    private final ZoneId zone;

    TeamList(Contacts contacts, Team team, ConsoleSettings settings) {
        this.contacts = contacts;
        this.team = team;
        this.zone = settings.zone();
    }

    /** @param channels where they are reached */
    record Member(String id, String name, List<Role> roles, List<String> channels, boolean me) {}

    record Invitation(String id, Role role, boolean mine, String by, ZonedDateTime until) {}

    Collection<Member> members(Organizer me, PageWords words) {
        var members = new LinkedHashMap<String, Member>();
        for (Role role : Role.values()) {
            try (var people = contacts.withRole(role)) {
                people.map(contact -> member(contact, me, words))
                        .forEach(member -> members.putIfAbsent(member.id(), member));
            }
        }
        return members.values();
    }

    private static Member member(Contact contact, Organizer me, PageWords words) {
        return new Member(
                contact.key(),
                TeamNames.of(contact, words),
                contact.roles().stream().sorted(Comparator.naturalOrder()).toList(),
                contact.reaches().stream()
                        .map(reach -> reach.address().channel())
                        .distinct()
                        .toList(),
                contact.id().equals(me.id()));
    }

    List<Invitation> invitations(Organizer me, PageWords words) {
        return team.invited().stream()
                .map(one -> new Invitation(
                        one.id(),
                        one.role(),
                        one.by().equals(me.id()),
                        contacts.find(one.by())
                                .map(by -> TeamNames.of(by, words))
                                .orElse("–"),
                        one.until().atZone(zone)))
                .toList();
    }
}
