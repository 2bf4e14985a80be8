package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets no offer of a seat leave that is answered or over, or tells of a forum as it no longer is. */
@Component
class OfferVeto implements Veto {

    private static final Pattern OFFER = Pattern.compile(
            "(?<kind>offer|offer-half|offer-all):(?<forum>[^:]+):[^:]+:(?<number>\\d+)(:v(?<version>\\d+))?(\\+\\d+)?");

    private final Forums forums;
    private final Registrations registrations;
    private final Contacts contacts;
    private final Notices notices;
    private final Clock clock;

    OfferVeto(Forums forums, Registrations registrations, Contacts contacts, Notices notices, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.contacts = contacts;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Optional<Objection> against(Message message) {
        var offer = OFFER.matcher(message.id());
        if (!offer.matches()) {
            return Optional.empty();
        }
        var forum = forums.find(offer.group("forum")).filter(found -> !found.isCancelled());
        if (forum.isEmpty() || forum.get().hasStarted(clock.instant())) {
            return never("the forum changed");
        }
        var registration = registrations.find(forum.get().id(), new ContactId(message.contact()));
        return offer.group("kind").equals("offer-all")
                ? againstCall(message, forum.get(), registration)
                : againstOffer(message, offer, forum.get(), registration);
    }

    private Optional<Objection> againstCall(Message message, Forum forum, Optional<Registration> registration) {
        boolean waits = registration.filter(Registration::isWaiting).isPresent();
        return waits && forum.freeSeats() > 0 ? againstReading(message) : never("the seat is taken");
    }

    private Optional<Objection> againstOffer(
            Message message, Matcher offer, Forum forum, Optional<Registration> registration) {
        var open = registration
                .filter(Registration::isOffered)
                .filter(offered -> offered.waitSeq() == Long.parseLong(offer.group("number")));
        if (open.isEmpty()) {
            return never("answered, or over");
        }
        if (isStale(forum, message, offer.group("version"))) {
            notices.offers().madeAnew(forum, open.get());
            return never("said as the forum is now");
        }
        return againstReading(message);
    }

    private static boolean isStale(Forum forum, Message message, @Nullable String version) {
        return version == null
                ? forum.changedAt().isAfter(message.putAt())
                : forum.version() != Long.parseLong(version);
    }

    private Optional<Objection> againstReading(Message message) {
        var reachable = contacts.find(new ContactId(message.contact())).filter(person -> person.opens(message.to()));
        return reachable.isPresent() ? Optional.empty() : never("cannot be reached");
    }

    private static Optional<Objection> never(String reason) {
        return Optional.of(Objection.never(reason));
    }
}
