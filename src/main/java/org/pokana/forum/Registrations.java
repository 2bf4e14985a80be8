package org.pokana.forum;

import static org.pokana.forum.Registration.Status.CONFIRMED;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pokana.contact.Profile;
import org.pokana.forum.Shares.Obstacle;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Who registered for which forum. Everything here may be done twice, by several people at once and by several instances:
 * the forum's document decides who has a seat, and what a crash left half done is finished by the next who comes along.
 */
@Component
public class Registrations extends Roll {

    private final MongoOperations store;
    private final Forums forums;
    private final Book book;
    private final Promotion promotion;
    private final Handover handover;
    private final Admission admission;
    private final Notices notices;
    private final Clock clock;

    @Autowired
    public Registrations(MongoOperations store, Forums forums, Notices notices, Clock clock) {
        this(store, forums, notices, Counter.of(store, forums, notices, clock), clock);
    }

    private Registrations(MongoOperations store, Forums forums, Notices notices, Counter counter, Clock clock) {
        super(store, counter);
        this.store = store;
        this.forums = forums;
        this.book = counter.book();
        this.promotion = counter.promotion();
        this.handover = counter.handover();
        this.admission = new Admission(counter, clock);
        this.notices = notices;
        this.clock = clock;
    }

    /** A seat, or a place on the waiting list. Call only after the person consented. */
    public Seating register(String forumId, ContactId who, Profile profile) {
        return admission.register(forumId, who, profile);
    }

    /** Gives up a seat, one that is offered, or a place in line; the next is offered it at once. What was given up, if anything. */
    public Optional<Registration> release(String forumId, ContactId who) {
        handover.settled(forumId, who);
        var before = book.cancel(forumId, who);
        promotion.clear(forumId, who);
        promotion.promote(forumId, null);
        return before.filter(Registration::isActive);
    }

    /** The seat kept for somebody becomes theirs; empty if they are not registered. */
    Optional<Seating> accept(String forumId, ContactId who) {
        return admission.accept(forumId, who);
    }

    /** Offers free seats to those waiting, the first in line first. */
    public void promote(String forumId) {
        promotion.promote(forumId, null);
    }

    /** To be called often: passes on what nobody answered for in time. Who answers or asks meanwhile need not wait for it. */
    public void passOn() {
        forums.upcoming(clock.instant()).forEach(forum -> promotion.promote(forum.id(), null));
    }

    /** More seats or fewer; nobody loses theirs, and what gets free is offered. */
    Optional<Forum> capacity(String forumId, int seats) {
        forums.capacity(forumId, seats);
        promotion.promote(forumId, null);
        return forums.find(forumId);
    }

    /** Other rules for who gets the seats; nobody loses theirs, and whom a free one suits by now is offered it. */
    Optional<Forum> allot(String forumId, UnaryOperator<Allotment> change) {
        forums.allot(forumId, change);
        promotion.promote(forumId, null);
        return forums.find(forumId);
    }

    /** Why somebody like this would have to wait for a seat; empty if they would get one. */
    Optional<Obstacle> obstacle(Forum forum, Profile profile) {
        var shares = shares(forum);
        // In the last hours whoever asks for a free seat is faster than the line.
        boolean line = forum.desk().line() && !(forum.freeSeats() > 0 && Hold.isLastHours(forum, clock.instant()));
        if (!shares.areRuled()) {
            return forum.freeSeats() == 0 || line ? Optional.of(Obstacle.FULL) : Optional.empty();
        }
        boolean othersFirst = line && book.firstInLine(shares).isPresent();
        return shares.against(profile).or(() -> othersFirst ? Optional.of(Obstacle.FULL) : Optional.empty());
    }

    /** Which of the free seats are kept for whom, in words; empty if none is. */
    public Optional<Phrase> kept(Forum forum) {
        var shares = shares(forum);
        return shares.kept().isEmpty() ? Optional.empty() : Optional.of(ShareWords.kept(shares));
    }

    /** Who has the seats by now, as far as it matters. */
    Shares shares(Forum forum) {
        return book.shares(forum);
    }

    /**
     * Tells everybody concerned by the latest change of a forum; safe to repeat, and repeated by {@link #tellOfChanges}
     * if a crash came between. How many hold or await a seat.
     */
    public int tellOfChange(Forum forum) {
        var concerned = of(forum.id()).stream()
                .filter(registration -> !registration.isGuest())
                .toList();
        if (forum.told().version() < forum.version()) {
            if (!forum.isAsTold()) {
                notices.changed(forum, concerned);
            }
            forums.told(forum);
        }
        return concerned.size();
    }

    /** To be called often: tells of what could wait for the morning, and of what a crash kept back. */
    public void tellOfChanges() {
        var now = clock.instant();
        forums.changed().stream()
                .filter(forum -> !Night.canWait(now, forum, forum.starts()))
                .forEach(this::tellOfChange);
    }

    /** To be called now and then: finishes whatever a crash left half done. */
    public void repair() {
        var repair = new Repair(book, promotion, handover, clock);
        forums.upcoming(clock.instant()).forEach(repair::settle);
    }

    /** The person said that they will come; false if they have no seat. */
    public boolean coming(String forumId, ContactId who) {
        return changed(
                forumId, who, Update.update("coming", true), where("status").is(CONFIRMED));
    }

    /** Corrects what was given with a registration; false if there is none. */
    public boolean correct(String forumId, ContactId who, Profile profile) {
        return changed(
                forumId, who, Update.update("profile", profile), where("status").in(Registration.ACTIVE));
    }

    private boolean changed(String forumId, ContactId who, Update update, Criteria condition) {
        var registration = where("_id").is(Registration.id(forumId, who)).andOperator(condition);
        return store.updateFirst(query(registration), update, Registration.class)
                        .getMatchedCount()
                == 1;
    }

    /** Also one that was cancelled. */
    public Optional<Registration> find(String forumId, ContactId who) {
        return book.find(forumId, who).flatMap(known -> isOver(known) ? passedOn(known) : Optional.of(known));
    }

    /** Looked at by the clock, as the next {@link #passOn} may be a moment away. */
    private boolean isOver(Registration known) {
        return known.hasLapsed()
                || known.isOffered()
                        && forums.find(known.forum())
                                .filter(forum -> known.isOfferOver(forum, clock.instant()))
                                .isPresent();
    }

    private Optional<Registration> passedOn(Registration known) {
        promotion.promote(known.forum(), null);
        return book.find(known.forum(), known.contactId());
    }

    /** Everything a person holds or waits for. */
    public List<Registration> of(ContactId who) {
        var held = query(where("contact").is(who.value()).and("status").in(Registration.ACTIVE));
        return store.find(held, Registration.class).stream()
                .flatMap(known -> (isOver(known) ? passedOn(known) : Optional.of(known)).stream())
                .filter(Registration::isActive)
                .toList();
    }

    /** Gives up what is held or awaited and removes all trace of it. */
    void erase(String forumId, ContactId who) {
        do {
            release(forumId, who);
        } while (!book.remove(forumId, who) && book.find(forumId, who).isPresent());
    }
}
