package org.pokana.console;

import java.util.Locale;
import org.pokana.contact.Contact;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** What people who talk with us are called at the desk: by the name they gave, if they did. */
@Component
class PersonNames {

    private final Words words;

    PersonNames(Words words) {
        this.words = words;
    }

    String of(Contact person, Locale language) {
        var name = person.profile().name();
        return name == null ? new PageWords(words, language).say("console.contacts-nameless") : name;
    }
}
