package org.pokana.organizer;

import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.desk.DeskLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes sure at the start that there is an owner, or a way to become one. */
@Component
class FirstOwner implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstOwner.class);

    private final NamedOwners named;
    private final Contacts contacts;
    private final Invitations invitations;
    private final DeskLinks desk;
    private final OrganizerSettings settings;

    FirstOwner(
            NamedOwners named, Contacts contacts, Invitations invitations, DeskLinks desk, OrganizerSettings settings) {
        this.named = named;
        this.contacts = contacts;
        this.invitations = invitations;
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        named.addresses().stream()
                .flatMap(address -> contacts.at(address).stream())
                .filter(contact -> !contact.roles().contains(Role.OWNER))
                .forEach(contact -> contacts.grant(contact.id(), Role.OWNER));

        if (!named.addresses().isEmpty() || somebodyOrganizes()) {
            invitations.withdrawFirstOwners();
            desk.withdrawFirst();
            return;
        }
        // The only secrets that belong into the log: nobody else is there to be given them.
        log.info(
                "Nobody organizes yet: whoever opens this link first, within 24 hours, becomes the owner: {}",
                settings.link("organizer-" + invitations.forTheFirstOwner()));
        log.info("After that, this link opens the organizers' desk for the owner, once: {}", desk.forTheFirstOwner());
    }

    private boolean somebodyOrganizes() {
        return has(Role.OWNER) || has(Role.ORGANIZER);
    }

    private boolean has(Role role) {
        try (var people = contacts.withRole(role)) {
            return people.findAny().isPresent();
        }
    }
}
