package org.pokana.announcement;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets no announcement leave that was stopped, that the person does not want or that would be too much today. */
@Component
class AnnouncementVeto implements Veto {

    /** What was claimed while it was being paused looks again in a while. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Announcements announcements;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Budget budget;
    private final AnnouncementSettings settings;
    private final Clock clock;

    AnnouncementVeto(
            Announcements announcements,
            Contacts contacts,
            Outbox outbox,
            Budget budget,
            AnnouncementSettings settings,
            Clock clock) {
        this.announcements = announcements;
        this.outbox = outbox;
        this.contacts = contacts;
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Objection> against(Message message) {
        if (message.cause().startsWith(Corrections.CAUSE)) {
            return againstReading(message);
        }
        var id = Announcement.idIn(message.cause());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var announcement = announcements.find(id.get());
        if (announcement.isEmpty() || announcement.get().state() == State.STOPPED) {
            return Optional.of(Objection.never("stopped"));
        }
        if (hasBegun(message)) {
            return againstReading(message);
        }
        if (announcement.get().state() == State.PAUSED) {
            return Optional.of(Objection.notBefore(clock.instant().plus(PAUSE), "paused"));
        }
        if (message.cause().equals(announcement.get().boardCause())) {
            return againstHour(announcement.get());
        }
        return againstReading(message)
                .or(() -> againstHour(announcement.get()))
                .or(() -> budget(message, announcement.get()));
    }

    /** Somebody has half of it already, which is worse than all of it at night. */
    private boolean hasBegun(Message message) {
        return message.continues()
                .flatMap(outbox::find)
                .filter(before -> before.state() == Message.State.SENT)
                .isPresent();
    }

    private Optional<Objection> againstReading(Message message) {
        var person = contacts.find(new ContactId(message.contact()));
        if (person.isEmpty() || person.get().announcementsOff()) {
            return Optional.of(Objection.never("wants no announcements"));
        }
        return person.get().opens(message.to()) ? Optional.empty() : Optional.of(Objection.never("cannot be reached"));
    }

    private Optional<Objection> againstHour(Announcement announcement) {
        if (announcement.terms().atNight()) {
            return Optional.empty();
        }
        return QuietHours.morningAfter(clock.instant(), settings.zone())
                .map(morning -> Objection.notBefore(morning, "quiet hours"));
    }

    private Optional<Objection> budget(Message message, Announcement announcement) {
        return announcement.terms().urgent() != null
                ? Optional.empty()
                : budget.freeAgain(message).map(then -> Objection.notBefore(then, "had enough for now"));
    }
}
