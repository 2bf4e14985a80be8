package org.pokana.followup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.followup.FollowUp.Occasion;
import org.pokana.forum.Forum;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;

/** What somebody may be written after a forum; each of them once. */
enum Letter {
    /** How was it? */
    ASK(Occasion.SOON),
    /** You were missed. */
    MISSED(Occasion.NEXT_DAY),
    /** Did you put it to use? */
    OUTCOME(Occasion.QUARTER_LATER),
    /** May you be in the photos? */
    PHOTOS(Occasion.SOON);

    private static final Pattern ID = Pattern.compile("after:(?<letter>[a-z]+):(?<forum>[^:]+):[^:+]+");

    private final Occasion occasion;

    Letter(Occasion occasion) {
        this.occasion = occasion;
    }

    Occasion occasion() {
        return occasion;
    }

    String id(Forum forum, ContactId person) {
        return cause(forum) + ":" + person;
    }

    String cause(Forum forum) {
        return "after:" + name().toLowerCase(Locale.ROOT) + ":" + forum.id();
    }

    /** A message as one of these. */
    record Written(Letter letter, String forum, ContactId person) {}

    /** Empty for messages of others. */
    static Optional<Written> read(Message message) {
        var id = ID.matcher(message.id());
        return id.matches()
                ? Arrays.stream(values())
                        .filter(letter -> letter.name().toLowerCase(Locale.ROOT).equals(id.group("letter")))
                        .map(letter -> new Written(letter, id.group("forum"), new ContactId(message.contact())))
                        .findFirst()
                : Optional.empty();
    }
}
