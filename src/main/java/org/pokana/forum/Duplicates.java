package org.pokana.forum;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pokana.contact.Profile;
import org.pokana.conversation.Spelling;
import org.pokana.forum.Seating.Seated;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * One person who is registered twice, such as in two chats, or as a guest and then by phone. Of two registrations one
 * stays, with the better of both; a seat too many goes on. The seat moves as when a colleague takes it, so that a crash in
 * between is finished in the same way; everything here may be done twice.
 */
@Component
class Duplicates {

    private final Registrations registrations;
    private final Arrivals arrivals;
    private final Forums forums;
    private final Book book;
    private final SeatLinks links;
    private final Handover handover;
    private final Notices notices;

    Duplicates(MongoOperations store, Registrations registrations, Forums forums, Notices notices, Clock clock) {
        var counter = Counter.of(store, forums, notices, clock);
        this.registrations = registrations;
        this.arrivals = new Arrivals(store, clock);
        this.forums = forums;
        this.book = counter.book();
        this.links = new SeatLinks(store, clock);
        this.handover = counter.handover();
        this.notices = notices;
    }

    /** Two registrations that may be one person's; {@code once} is the one to stay. */
    record Pair(Registration once, Registration twice) {}

    /** Who can be written to stays rather than a guest, who has a seat rather than who waits, who came first before others. */
    private static final Comparator<Registration> STAYS = Comparator.comparing(Registration::isGuest)
            .thenComparing(registration -> !registration.isConfirmed())
            .thenComparing(registration -> !registration.isOffered())
            .thenComparing(Registration::registeredAt)
            .thenComparing(Registration::contact);

    List<Pair> likely(String forumId) {
        var all = registrations.of(forumId).stream().sorted(STAYS).toList();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (areLikelyOne(all.get(i).profile(), all.get(j).profile())) {
                    pairs.add(new Pair(all.get(i), all.get(j)));
                }
            }
        }
        return pairs;
    }

    /** The same names in any order and spelling; within one organisation also if one leaves a name out. */
    private static boolean areLikelyOne(Profile one, Profile other) {
        var names = names(one);
        var others = names(other);
        if (names.isEmpty() || others.isEmpty()) {
            return false;
        }
        boolean within =
                Math.min(names.size(), others.size()) > 1 && (names.containsAll(others) || others.containsAll(names));
        return names.equals(others) || within && sameOrganisation(one, other);
    }

    private static Set<String> names(Profile profile) {
        var name = Objects.requireNonNullElse(profile.name(), "");
        return name.isBlank()
                ? Set.of()
                : new HashSet<>(Arrays.asList(Spelling.fold(name).split(" ")));
    }

    private static boolean sameOrganisation(Profile one, Profile other) {
        return one.organisation() != null
                && other.organisation() != null
                && Spelling.fold(one.organisation()).equals(Spelling.fold(other.organisation()));
    }

    /** What stays, with what the other had; empty if either is not registered any more. */
    Optional<Registration> merge(String forumId, ContactId once, ContactId twice) {
        var spare = handover.settled(forumId, twice).filter(Registration::isActive);
        var kept = handover.settled(forumId, once).filter(Registration::isActive);
        if (spare.isEmpty() || kept.isEmpty() || once.equals(twice)) {
            return Optional.empty();
        }
        boolean had = kept.get().isConfirmed();
        if (spare.get().isConfirmed()) {
            links.unite(spare.get(), once).ifPresent(handover::finish);
        } else {
            book.moveAhead(kept.get(), spare.get().waitSeq());
            registrations.release(forumId, twice);
        }
        spare.filter(Registration::hasArrived).ifPresent(there -> arrivals.carryOver(there, once));
        registrations.promote(forumId);
        var now = book.find(forumId, once);
        now.filter(registration -> registration.isConfirmed() && !had)
                .ifPresent(seated -> forums.find(forumId).ifPresent(forum -> notices.movedUp(forum, seated)));
        return now.filter(Registration::isActive);
    }

    /** Whether it can be taken back without anybody noticing: there is a seat for the other, and nobody waits for it. */
    boolean isHarmless(String forumId, Registration spare) {
        var forum = forums.find(forumId);
        return spare.number() > 0
                && !spare.hasArrived()
                && forum.filter(there ->
                                registrations.obstacle(there, spare.profile()).isEmpty())
                        .isPresent();
    }

    /** They are two people after all; empty if there is no seat for the other any more. */
    Optional<Registration> takeBack(String forumId, long number) {
        var spare = arrivals.numbered(forumId, number).orElse(null);
        if (spare == null || spare.isActive()) {
            return Optional.ofNullable(spare).filter(Registration::isConfirmed);
        }
        if (!isMerged(spare) || !isHarmless(forumId, spare)) {
            return Optional.empty();
        }
        return registrations.register(forumId, spare.contactId(), spare.profile()) instanceof Seated seated
                ? Optional.of(seated.registration())
                : Optional.empty();
    }

    private static boolean isMerged(Registration registration) {
        return registration.link() != null && registration.link().unites();
    }
}
