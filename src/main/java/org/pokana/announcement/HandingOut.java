package org.pokana.announcement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries confirmed announcements on, part by part, until everybody's is in the outbox and the report is given. */
@Component
public class HandingOut {

    private static final Logger log = LoggerFactory.getLogger(HandingOut.class);

    private final HandOuts handOuts;
    private final Announcements announcements;
    private final Contacts contacts;
    private final Boards boards;
    private final Letters letters;
    private final Resting resting;
    private final Progressing progressing;
    private final Timekeeper timekeeper;
    private final Outbox outbox;
    private final Clock clock;

    HandingOut(
            HandOuts handOuts,
            Announcements announcements,
            Contacts contacts,
            Boards boards,
            Letters letters,
            Resting resting,
            Progressing progressing,
            Timekeeper timekeeper,
            Outbox outbox,
            Clock clock) {
        this.handOuts = handOuts;
        this.announcements = announcements;
        this.contacts = contacts;
        this.boards = boards;
        this.letters = letters;
        this.resting = resting;
        this.progressing = progressing;
        this.timekeeper = timekeeper;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One tick: any instance, any number of times, also at once. */
    public void handOut() {
        handOuts.unsettled().forEach(this::handOutSafely);
    }

    /** The trouble of one announcement must not hold up the others. */
    private void handOutSafely(Announcement seen) {
        try {
            handOuts.claim(seen).ifPresent(this::handOut);
        } catch (RuntimeException e) {
            log.error("announcement {} does not get on and is tried again", seen.id(), e);
        }
    }

    private void handOut(Announcement claimed) {
        if (claimed.state() == State.SCHEDULED) {
            timekeeper.depart(claimed);
            handOuts.release(claimed);
            return;
        }
        var current = Optional.of(claimed);
        while (current.isPresent() && goesOn(current.get())) {
            outbox.put(posts(current.get())); // putting a part again after a crash reaches nobody twice
            CrashPoint.HANDED_OUT.hit();
            current = handOuts.handedOut(current.get());
        }
        if (claimed.state() == State.STOPPED) {
            announcements.callOff(claimed); // also what was put while it was being stopped
        } else if (claimed.state() == State.PAUSED) {
            announcements.hold(claimed);
        } else {
            current = current.map(resting::restIfAsked);
        }
        current.ifPresent(progressing::tell);
        handOuts.release(claimed);
    }

    private static boolean goesOn(Announcement announcement) {
        return announcement.state() == State.RUNNING && !announcement.isHandedOut();
    }

    /** Hands it to these people, too; whoever has it does not get it again. */
    void handTo(Announcement announcement, List<ContactId> people) {
        outbox.put(posts(announcement, people));
    }

    private List<Post> posts(Announcement announcement) {
        var letters = posts(announcement, handOuts.recipients(announcement));
        return Stream.concat(letters.stream(), notices(announcement).stream()).toList();
    }

    private List<Post> posts(Announcement announcement, List<ContactId> people) {
        return people.stream()
                .map(contacts::find)
                .flatMap(Optional::stream)
                .filter(Audiences::takesNews)
                .flatMap(contact -> post(announcement, contact).stream())
                .toList();
    }

    private Optional<Post> post(Announcement announcement, Contact contact) {
        var content = letters.letter(Letter.of(announcement), contact.language());
        var latest = announcement.terms().notAfter();
        return contact.address()
                .map(to -> Post.of(
                        id(announcement.id(), contact.id()),
                        contact.id(),
                        to,
                        Lane.ANNOUNCEMENT,
                        content,
                        announcement.cause(),
                        latest(announcement.dueAt(), clock.instant())))
                .map(post -> latest == null ? post : post.notAfter(latest));
    }

    /** In groups, where nobody in particular reads: no reason given, and no button to stop them. */
    private List<Post> notices(Announcement announcement) {
        boolean toAll = announcement.audience().equals(Audience.EVERYBODY)
                && announcement.terms().narrowing().equals(Narrowing.NONE);
        if (!toAll) {
            return List.of();
        }
        return boards.all().stream()
                .map(board -> Post.of(
                        id(announcement.id(), new ContactId("board:" + board.at())),
                        new ContactId("room:" + board.at()),
                        board.at(),
                        Lane.ANNOUNCEMENT,
                        letters.notice(announcement, board.language()),
                        announcement.boardCause(),
                        latest(announcement.dueAt(), clock.instant())))
                .toList();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static String id(String announcement, ContactId contact) {
        return "ann:" + announcement + ":" + contact;
    }
}
