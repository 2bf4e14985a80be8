package org.pokana.console;

import java.util.Comparator;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** What those who work at the desk are called there: their name as it is now. */
@Component
class TeamNames {

    private static final int SHOWN = 4;

    private final Contacts contacts;

    TeamNames(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Whoever is forgotten was nobody of whom we know. */
    String of(ContactId who, PageWords words) {
        return contacts.find(who)
                .map(contact -> of(contact, words))
                .orElseGet(() -> words.say("console.somebody-forgotten"));
    }

    /** Where no name is known, what they do, and enough of the id to tell them from others. */
    static String of(Contact contact, PageWords words) {
        var name = contact.profile().name();
        if (name != null) {
            return name;
        }
        var id = contact.id().value();
        var does = contact.roles().stream()
                .min(Comparator.naturalOrder())
                .map(role -> words.say("console.role-" + role))
                .orElseGet(() -> words.say("console.contacts-nameless"));
        return does + " " + id.substring(0, Math.min(SHOWN, id.length()));
    }
}
