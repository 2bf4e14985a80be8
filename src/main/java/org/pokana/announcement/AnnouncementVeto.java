package org.pokana.announcement;

import java.time.Clock;
import java.util.Optional;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets no announcement leave that was stopped or that the person does not want. */
@Component
class AnnouncementVeto implements Veto {

    private final Announcements announcements;
    private final Contacts contacts;
    private final AnnouncementSettings settings;
    private final Clock clock;

    AnnouncementVeto(Announcements announcements, Contacts contacts, AnnouncementSettings settings, Clock clock) {
        this.announcements = announcements;
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Objection> against(Message message) {
        var id = Announcement.ofCause(message.cause());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var announcement = announcements.find(id.get());
        if (announcement.isEmpty() || announcement.get().state() == State.STOPPED) {
            return Optional.of(Objection.never("stopped"));
        }
        boolean onBoard = message.cause().equals(announcement.get().boardCause());
        if (!onBoard && !isWanted(message)) {
            return Optional.of(Objection.never("wants no announcements"));
        }
        if (announcement.get().atNight()) {
            return Optional.empty();
        }
        return QuietHours.morningAfter(clock.instant(), settings.zone())
                .map(morning -> Objection.notBefore(morning, "quiet hours"));
    }

    private boolean isWanted(Message message) {
        return contacts.find(new ContactId(message.contact()))
                .filter(person -> !person.announcementsOff())
                .isPresent();
    }
}
