package org.pokana.announcement;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.springframework.stereotype.Component;

/** Puts better words in the place of those that people already have; where a channel cannot, they get them anew. */
@Component
class Corrections {

    static final String CAUSE = "announcement-fix:";

    private final Announcements announcements;
    private final Contacts contacts;
    private final Letters letters;
    private final Outbox outbox;
    private final Clock clock;

    Corrections(Announcements announcements, Contacts contacts, Letters letters, Outbox outbox, Clock clock) {
        this.announcements = announcements;
        this.contacts = contacts;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    int reach(Announcement announcement) {
        return arrived(announcement).size();
    }

    /** Safe to repeat with the same words; says how many people they go to. */
    int correct(Announcement wrong, Localized texts) {
        var right = announcements.correct(wrong, texts);
        var posts = arrived(right).stream()
                .flatMap(message -> post(right, message).stream())
                .toList();
        outbox.put(posts);
        return posts.size();
    }

    private List<Message> arrived(Announcement announcement) {
        return outbox.of(announcement.cause(), List.of(Message.State.SENT));
    }

    private Optional<Post> post(Announcement right, Message message) {
        var id = "annfix:" + Integer.toHexString(right.texts().hashCode()) + ":" + message.id();
        return contacts.find(new ContactId(message.contact())).map(contact -> Post.of(
                        id,
                        contact.id(),
                        message.address(),
                        Lane.ANNOUNCEMENT,
                        letters.letter(Letter.of(right), contact.language()),
                        CAUSE + right.id(),
                        clock.instant())
                .amending(message.id()));
    }
}
