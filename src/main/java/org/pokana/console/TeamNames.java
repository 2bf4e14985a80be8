package org.pokana.console;

import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** What those who work at the desk are called there: their name as it is now. */
@Component
class TeamNames {

    private static final int SHOWN = 8;

    private final Contacts contacts;

    TeamNames(Contacts contacts) {
        this.contacts = contacts;
    }

    /** A part of the id where no name is known; whoever is forgotten was nobody of whom we know. */
    String of(ContactId who, PageWords words) {
        return contacts.find(who)
                .map(contact -> contact.profile().name() == null
                        ? who.value().substring(0, Math.min(SHOWN, who.value().length())) + "…"
                        : contact.profile().name())
                .orElseGet(() -> words.say("console.somebody-forgotten"));
    }
}
