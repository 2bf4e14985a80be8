package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pokana.contact.Contacts;
import org.pokana.forum.Mailing.Mail;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/**
 * Messages people must get although they asked nothing: that a seat became theirs, that their forum changed. Each is
 * queued under an id of its own, so that telling again tells nobody twice.
 */
@Component
public class Notices {

    private final Mailing mailing;
    private final OfferNotices offers;

    public Notices(Outbox outbox, Contacts contacts, Words words, Clock clock) {
        mailing = new Mailing(outbox, contacts, words, clock);
        offers = new OfferNotices(mailing, clock);
    }

    /** What those in line are told. */
    OfferNotices offers() {
        return offers;
    }

    /** To somebody from the waiting list who has a seat now. */
    void movedUp(Forum forum, Registration registration) {
        movedUp(forum, registration, seatId(forum, registration));
    }

    /** The same in the place of one that has not left and tells of the forum as it was. */
    void movedUpAnew(Forum forum, Registration registration) {
        movedUp(forum, registration, seatId(forum, registration) + ":v" + forum.version());
    }

    private static String seatId(Forum forum, Registration registration) {
        return "seat:%s:%s:%d".formatted(forum.id(), registration.contact(), registration.waitSeq());
    }

    private void movedUp(Forum forum, Registration registration, String id) {
        mailing.send(
                registration.contactId(),
                new Mail(
                        id,
                        "seat:" + forum.id(),
                        forum.starts(),
                        language -> seated("forum.notice.seat", forum, registration, language)));
    }

    private static List<Line> seated(String phrase, Forum forum, Registration registration, Locale language) {
        return List.of(
                Line.of(phrase(phrase, forum.title(), registration.number(), forum.startsAt(), Facts.place(forum)))
                        .with(
                                Choice.to("my"),
                                registration.isConfirmed() ? Facts.giveUp(forum) : Facts.leaveLine(forum))
                        .thatLasts(),
                Facts.calendar(forum, language));
    }

    /** To somebody who took a colleague's seat and may have got no answer. */
    void tookOver(Forum forum, Registration taker) {
        var id = "took-over:%s:%s:%d".formatted(forum.id(), taker.contact(), taker.joins());
        mailing.send(
                taker.contactId(),
                new Mail(
                        id,
                        "seat:" + forum.id(),
                        forum.starts(),
                        language -> seated("forum.notice.took-over", forum, taker, language)));
    }

    /** To somebody whom an organizer let in at the door. */
    void admitted(Forum forum, Registration registration) {
        var id = "admitted:%s:%s:%d".formatted(forum.id(), registration.contact(), registration.joins());
        mailing.send(
                registration.contactId(),
                new Mail(
                        id,
                        "seat:" + forum.id(),
                        forum.ends(),
                        language ->
                                List.of(Line.of(phrase("forum.notice.admitted", forum.title(), registration.number()))
                                        .with(Choice.to("agenda", forum.id()), Choice.to("my"))
                                        .thatLasts())));
    }

    /** To somebody whose registration an organizer ended. */
    void released(Forum forum, Registration registration) {
        var id = "released:%s:%s:%d".formatted(forum.id(), registration.contact(), registration.joins());
        mailing.send(
                registration.contactId(),
                new Mail(
                        id,
                        "seat:" + forum.id(),
                        forum.ends(),
                        language -> List.of(Line.of(released(forum))
                                .with(Choice.to("forum", forum.id()), Facts.all(), Facts.menu())
                                .thatLasts())));
    }

    static Phrase released(Forum forum) {
        return phrase("forum.notice.released", forum.title(), Facts.when(forum));
    }

    /** To somebody whose colleague took their seat. */
    void handedOver(Forum forum, Registration giver) {
        var id = "handed-over:%s:%s:%d".formatted(forum.id(), giver.contact(), giver.joins());
        mailing.send(
                giver.contactId(),
                new Mail(
                        id,
                        "seat:" + forum.id(),
                        forum.ends(),
                        language ->
                                List.of(Line.of(phrase("forum.notice.handed-over", forum.title(), Facts.when(forum)))
                                        .with(Choice.to("my"), Facts.all())
                                        .thatLasts())));
    }

    /** To somebody who was registered twice, where the registration was that went into the other. */
    void united(Forum forum, Registration twice) {
        var id = "united:%s:%s:%d".formatted(forum.id(), twice.contact(), twice.joins());
        mailing.send(
                twice.contactId(),
                new Mail(
                        id,
                        "seat:" + forum.id(),
                        forum.ends(),
                        language -> List.of(Line.of(phrase("forum.notice.united", forum.title(), Facts.when(forum)))
                                .with(Choice.to("my"), Choice.to("forum", forum.id()), Facts.menu())
                                .thatLasts())));
    }

    /** By numbers rather than by names; which are in the list of the forum. */
    void toOrganizers(Forum forum, Registration giver, Registration taker) {
        var organisation = taker.profile().organisation();
        mailing.sendOrganizers(
                forum,
                new Mail(
                        "delegated:%s:%d:%d".formatted(forum.id(), giver.number(), taker.number()),
                        "delegated:" + forum.id(),
                        forum.ends(),
                        language -> List.of(Line.of(phrase(
                                        "forum.notice.delegated",
                                        Facts.label(forum),
                                        giver.number(),
                                        taker.number(),
                                        organisation == null ? "–" : organisation))
                                .with(Choice.to("forum_numbers"), Facts.menu())
                                .thatLasts())));
    }

    /** To everybody who knows the forum as it was: what was and what is. */
    void changed(Forum forum, List<Registration> concerned) {
        var told = forum.told();
        mailing.callOff(cause(forum, told.version()), "changed again");
        concerned.stream()
                .filter(registration -> registration.registeredAt().isBefore(forum.changedAt()))
                .forEach(registration -> mailing.send(
                        registration.contactId(),
                        new Mail(
                                "chg:%s:%d:%s".formatted(forum.id(), forum.version(), registration.contact()),
                                cause(forum, forum.version()),
                                latest(forum.starts(), told.starts()),
                                language -> change(forum, registration, language))));
    }

    private static String cause(Forum forum, long version) {
        return "change:" + forum.id() + ":" + version;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Line> change(Forum forum, Registration registration, Locale language) {
        var told = forum.told();
        if (forum.isCancelled()) {
            return List.of(
                    Line.of(ChangeWords.cancelled(forum))
                            .with(understood(forum), Choice.to("forums"), Facts.menu())
                            .thatLasts(),
                    Facts.calendar(forum, language));
        }
        var lines = new ArrayList<Line>();
        lines.add(Line.of(ChangeWords.of(forum, registration))
                .with(registration.isOffered() ? List.of(Facts.accept(forum)) : List.of())
                .with(understood(forum), notAnyMore(forum, registration), Choice.to("forum", forum.id()))
                .with(forum.hasOtherAgenda() ? List.of(Choice.to("agenda", forum.id())) : List.of())
                .thatLasts());
        if (!forum.venue().equals(told.venue()) && forum.venue().onMap()) {
            lines.add(Facts.map(forum));
        }
        if (registration.isConfirmed()) {
            lines.add(Facts.calendar(forum, language));
        }
        return lines;
    }

    private static Choice understood(Forum forum) {
        return Choice.to("understood", forum.id(), String.valueOf(forum.version()))
                .as(Tone.GOOD);
    }

    private static Choice notAnyMore(Forum forum, Registration own) {
        return Facts.cannotCome(phrase("forum.notice.not-any-more"), forum, own);
    }
}
