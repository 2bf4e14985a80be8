package org.pokana.room;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Aside;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.RoomEar;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** What the bot says in a group: only what everybody may read, and without buttons, which anybody could press. */
@Component
class TalkInRoom implements RoomEar {

    private final Rooms rooms;
    private final Contacts contacts;
    private final Aside aside;
    private final Outbox outbox;
    private final Words words;
    private final Clock clock;

    TalkInRoom(Rooms rooms, Contacts contacts, Aside aside, Outbox outbox, Words words, Clock clock) {
        this.rooms = rooms;
        this.contacts = contacts;
        this.aside = aside;
        this.outbox = outbox;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void hear(Incoming incoming) {
        var room = java.util.Objects.requireNonNull(incoming.room());
        switch (incoming.kind()) {
            case CAME_BACK -> {
                rooms.enter(room, words.spoken(incoming.language()));
                say(incoming, List.of(line("hello")));
            }
            case BLOCKED_US -> {
                rooms.leave(room);
                outbox.callOff(resident(room).value(), List.of(Lane.values()), "removed from the group");
            }
            case SAID -> say(incoming, answer(incoming, room));
            default -> {}
        }
    }

    private List<Line> answer(Incoming incoming, Address room) {
        var text = incoming.text().strip();
        return switch (text.split("\\s", 2)[0]) {
            case "/link" -> List.of(link(incoming, room, true));
            case "/unlink" -> List.of(link(incoming, room, false));
            case "", "/start", "/help" -> List.of(line("hello"));
            default -> text.startsWith("/") ? List.of(line("in-private")) : answered(text, room, language(incoming));
        };
    }

    private Line link(Incoming incoming, Address room, boolean linked) {
        boolean may = contacts.at(incoming.from())
                .filter(person -> person.may(Role.ORGANIZER))
                .isPresent();
        if (!may) {
            return line("organizers-only");
        }
        rooms.link(room, language(incoming), linked);
        return line(linked ? "linked" : "unlinked");
    }

    private List<Line> answered(String text, Address room, Locale language) {
        var lines = aside.answer(text, nobody(language), room);
        return lines.isEmpty() ? List.of(line("not-understood")) : lines;
    }

    /** Whoever asks in a group is asked for nothing and gets what anybody would. */
    private Contact nobody(Locale language) {
        return new Contact(
                "nobody", List.of(), language, Profile.UNKNOWN, List.of(), false, false, Set.of(), clock.instant());
    }

    private Locale language(Incoming incoming) {
        return words.spoken(rooms.find(java.util.Objects.requireNonNull(incoming.room()))
                .map(Room::language)
                .orElse(incoming.language()));
    }

    private static Line line(String name) {
        return Line.of(phrase("room." + name));
    }

    /** Ids follow from what was heard, so hearing it twice says it once. */
    private void say(Incoming incoming, List<Line> lines) {
        var room = java.util.Objects.requireNonNull(incoming.room());
        var posts = new ArrayList<Post>();
        for (Line line : lines) {
            posts.add(Post.of(
                    "room:" + incoming.id() + ":" + posts.size(),
                    resident(room),
                    room,
                    Lane.REPLY,
                    words.content(new Line(line.phrase(), List.of(), true, line.attachment()), language(incoming)),
                    "room:" + room,
                    clock.instant()));
        }
        outbox.put(posts);
    }

    /** Messages belong to somebody; these to the room itself. */
    private static ContactId resident(Address room) {
        return new ContactId("room:" + room);
    }
}
