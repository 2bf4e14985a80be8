package org.pokana.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pokana.contact.Responsible;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** What people take to work and to the door. */
@Component
class ForParticipants {

    private final Printing printing;
    private final Passes passes;
    private final Responsible responsible;
    private final Words words;

    ForParticipants(Printing printing, Passes passes, Responsible responsible, Words words) {
        this.printing = printing;
        this.passes = passes;
        this.responsible = responsible;
        this.words = words;
    }

    /** Asks an employer to let somebody go to the forum. */
    byte[] letter(Forum forum, Registration registration, Locale language) {
        return letters(forum, List.of(registration), language);
    }

    /** One after another. */
    byte[] letters(Forum forum, List<Registration> registrations, Locale language) {
        return printing.print(
                "letter",
                language,
                Map.of(
                        "forum", Setting.of(forum, words, language),
                        "people", registrations.stream().map(Attendee::of).toList(),
                        "from", responsible.name().orElse(""),
                        "reach", responsible.reach().orElse("")));
    }

    /** A picture to be scanned at the door. */
    byte[] pass(Registration registration) {
        return QrCode.png(passes.link(registration), registration.number());
    }
}
