package org.pokana.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets no reminder leave that is no longer true or no longer wanted. */
@Component
class ReminderVeto implements Veto {

    private final Forums forums;
    private final Registrations registrations;
    private final Contacts contacts;
    private final Rules rules;
    private final Writing writing;
    private final Outbox outbox;
    private final Clock clock;

    ReminderVeto(
            Forums forums,
            Registrations registrations,
            Contacts contacts,
            Rules rules,
            Writing writing,
            Outbox outbox,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.contacts = contacts;
        this.rules = rules;
        this.writing = writing;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Optional<Objection> against(Message message) {
        return RungReminder.read(message).flatMap(rung -> against(rung, clock.instant()));
    }

    private Optional<Objection> against(RungReminder rung, Instant now) {
        var forum = forums.find(rung.forum()).filter(found -> !found.isCancelled());
        if (forum.isEmpty() || forum.get().version() != rung.version()) {
            return never("the forum changed");
        }
        if (forum.get().hasStarted(now)) {
            return never("the forum has begun");
        }
        if (!rules.of(forum.get()).contains(rung.rule())) {
            return never("the rule is gone");
        }
        var person = new ContactId(rung.message().contact());
        var registration = registrations.find(rung.forum(), person).filter(Registration::isConfirmed);
        if (registration.isEmpty()) {
            return never("not registered any more");
        }
        var reader = contacts.find(person).filter(known -> !known.remindersOff());
        if (reader.isEmpty()) {
            return never("wants no reminders");
        }
        if (!reader.get().opens(rung.message().to())) {
            return never("cannot be reached");
        }
        return untimely(rung, forum.get(), registration.get(), now);
    }

    private Optional<Objection> untimely(RungReminder rung, Forum forum, Registration registration, Instant now) {
        if (overtaken(rung, forum, now)) {
            return never("a later reminder says it");
        }
        var allowed = Rules.considerate(now, forum);
        if (allowed.isAfter(now)) {
            return Optional.of(Objection.notBefore(allowed, "quiet hours"));
        }
        var today = now.atZone(forum.zone()).toLocalDate();
        if (today.equals(day(rung.message().putAt(), forum))) {
            return Optional.empty();
        }
        // "Tomorrow" was true yesterday: the same reminder goes in the words of today.
        writing.write(rung.idOn(today), forum, registration).ifPresent(post -> outbox.put(List.of(post)));
        return never("said in the words of another day");
    }

    private boolean overtaken(RungReminder rung, Forum forum, Instant now) {
        var own = rung.rule().dueAt(forum.startsAt());
        return rules.of(forum).stream()
                .filter(rule -> rule.dueAt(forum.startsAt()).isAfter(own))
                .anyMatch(rule -> !Rules.dueAt(rule, forum).isAfter(now));
    }

    private static LocalDate day(Instant moment, Forum forum) {
        return moment.atZone(forum.zone()).toLocalDate();
    }

    private static Optional<Objection> never(String reason) {
        return Optional.of(Objection.never(reason));
    }
}
