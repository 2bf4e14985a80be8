package org.pokana.followup;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.forum.Forum;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Tells the organizers what somebody wants of them, and that person what became of it; by day, and each thing once. */
@Component
class Team {

    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Clock clock;

    Team(Contacts contacts, Outbox outbox, Words words, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.clock = clock;
    }

    List<Contact> members() {
        try (var owners = contacts.withRole(Role.OWNER);
                var organizers = contacts.withRole(Role.ORGANIZER)) {
            return Stream.concat(owners, organizers).distinct().toList();
        }
    }

    void tell(Forum forum, String id, Line line) {
        members().forEach(member -> put(forum, member, id + ":" + member.id(), id, line));
    }

    void answer(Forum forum, ContactId person, String id, Line line) {
        contacts.find(person).ifPresent(contact -> put(forum, contact, id, id, line));
    }

    private void put(Forum forum, Contact reader, String id, String cause, Line line) {
        reader.address()
                .map(to -> Post.of(
                        id,
                        reader.id(),
                        to,
                        Lane.REMINDER,
                        words.content(line, reader.language()),
                        cause,
                        FollowUp.considerate(clock.instant(), forum)))
                .ifPresent(post -> outbox.put(List.of(post)));
    }
}
