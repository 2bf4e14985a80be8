package org.pokana.reminder;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets nobody be asked twice who has answered meanwhile, whose forum has changed, or at night. */
@Component
class NudgeVeto implements Veto {

    private final Forums forums;
    private final Registrations registrations;
    private final Contacts contacts;
    private final Clock clock;

    NudgeVeto(Forums forums, Registrations registrations, Contacts contacts, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public Optional<Objection> against(Message message) {
        return Nudge.read(message).flatMap(nudge -> against(nudge, message));
    }

    private Optional<Objection> against(Nudge nudge, Message message) {
        var now = clock.instant();
        var forum = forums.find(nudge.forum()).filter(found -> !found.isCancelled());
        if (forum.isEmpty() || forum.get().version() != nudge.version()) {
            return never("the forum changed");
        }
        boolean untimely = QuietHours.morningAfter(now, forum.get().zone()).isPresent()
                || !now.atZone(forum.get().zone()).toLocalDate().equals(Nudge.dayBefore(forum.get()));
        if (untimely) {
            return never("it is too late to ask");
        }
        var person = new ContactId(message.contact());
        if (registrations.find(nudge.forum(), person).filter(Unanswered::is).isEmpty()) {
            return never("answered meanwhile");
        }
        boolean wanted = contacts.find(person)
                .filter(known -> !known.remindersOff() && known.opens(message.to()))
                .isPresent();
        return wanted ? Optional.empty() : never("wants no reminders or cannot be reached");
    }

    private static Optional<Objection> never(String reason) {
        return Optional.of(Objection.never(reason));
    }
}
