package org.pokana.forum;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets no notice leave that tells of a forum as it no longer is, or of a seat that somebody has given up. */
@Component
class NoticeVeto implements Veto {

    private static final Pattern CHANGE =
            Pattern.compile("chg:(?<forum>[^:]+):(?<version>\\d+):[^:]+(:\\d+)?(\\+\\d+)?");
    private static final Pattern SEAT =
            Pattern.compile("seat:(?<forum>[^:]+):[^:]+:\\d+(:v(?<version>\\d+))?(:\\d+)?(\\+\\d+)?");

    private static final Pattern RELEASED = Pattern.compile("released:(?<forum>[^:]+):[^:]+:\\d+(:\\d+)?(\\+\\d+)?");

    private final Forums forums;
    private final Registrations registrations;
    private final Contacts contacts;
    private final Notices notices;

    NoticeVeto(Forums forums, Registrations registrations, Contacts contacts, Notices notices) {
        this.forums = forums;
        this.registrations = registrations;
        this.contacts = contacts;
        this.notices = notices;
    }

    @Override
    public Optional<Objection> against(Message message) {
        var change = CHANGE.matcher(message.id());
        if (change.matches()) {
            return againstChange(message, change);
        }
        var released = RELEASED.matcher(message.id());
        if (released.matches()) {
            return forums.find(released.group("forum"))
                            .flatMap(forum -> registration(forum, message))
                            .filter(Registration::isActive)
                            .isPresent()
                    ? never("registered again")
                    : againstReading(message);
        }
        var seat = SEAT.matcher(message.id());
        return seat.matches() ? againstSeat(message, seat) : Optional.empty();
    }

    private Optional<Objection> againstChange(Message message, Matcher change) {
        var forum = forums.find(change.group("forum"));
        if (forum.isEmpty() || forum.get().version() != Long.parseLong(change.group("version"))) {
            return never("changed again");
        }
        return registration(forum.get(), message).filter(Registration::isActive).isEmpty()
                ? never("not registered any more")
                : againstReading(message);
    }

    private Optional<Objection> againstSeat(Message message, Matcher seat) {
        var forum = forums.find(seat.group("forum")).filter(found -> !found.isCancelled());
        if (forum.isEmpty()) {
            return never("the forum changed");
        }
        var registration = registration(forum.get(), message).filter(Registration::isConfirmed);
        if (registration.isEmpty()) {
            return never("not registered any more");
        }
        if (isStale(forum.get(), message, seat.group("version"))) {
            notices.movedUpAnew(forum.get(), registration.get());
            return never("said as the forum is now");
        }
        return againstReading(message);
    }

    private static boolean isStale(Forum forum, Message message, @org.jspecify.annotations.Nullable String version) {
        return version == null
                ? forum.changedAt().isAfter(message.putAt())
                : forum.version() != Long.parseLong(version);
    }

    private Optional<Registration> registration(Forum forum, Message message) {
        return registrations.find(forum.id(), new ContactId(message.contact()));
    }

    private Optional<Objection> againstReading(Message message) {
        var reachable = contacts.find(new ContactId(message.contact())).filter(person -> person.opens(message.to()));
        return reachable.isPresent() ? Optional.empty() : never("cannot be reached");
    }

    private static Optional<Objection> never(String reason) {
        return Optional.of(Objection.never(reason));
    }
}
