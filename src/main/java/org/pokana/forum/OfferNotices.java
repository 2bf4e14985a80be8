package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.pokana.forum.Mailing.Mail;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.QuietHours;

/**
 * What those in line are written about free seats. The ids carry the ticket, so each offer is told once; {@link
 * OfferVeto} lets none leave that is answered by then.
 */
class OfferNotices {

    private final Mailing mailing;
    private final Clock clock;

    OfferNotices(Mailing mailing, Clock clock) {
        this.mailing = mailing;
        this.clock = clock;
    }

    /** A seat is kept for them; half way they are reminded of it once. */
    void made(Forum forum, Registration offered) {
        made(forum, offered, "");
    }

    /** The same in the place of one that has not left and tells of the forum as it was. */
    void madeAnew(Forum forum, Registration offered) {
        made(forum, offered, ":v" + forum.version());
    }

    private void made(Forum forum, Registration offered, String version) {
        var offer = offered.offer();
        if (offer == null) {
            return;
        }
        var now = clock.instant();
        send("offer", forum, offered, version, byDay(forum, now), offer.until());
        Hold.halfTime(forum, offer.made())
                .filter(half -> half.isAfter(now))
                .ifPresent(half -> send("offer-half", forum, offered, version, half, offer.until()));
    }

    /** Who is asked the day before cannot be let sleep. */
    private static Instant byDay(Forum forum, Instant now) {
        return Hold.isNear(forum, now)
                ? now
                : QuietHours.morningAfter(now, forum.zone()).orElse(now);
    }

    private void send(String kind, Forum forum, Registration offered, String version, Instant dueAt, Instant notAfter) {
        var id = id(kind, forum, offered, offered.waitSeq()) + version;
        mailing.send(
                offered.contactId(),
                new Mail(id, cause(forum), notAfter, language -> List.of(ask(kind, forum, notAfter))),
                dueAt);
    }

    private static Line ask(String kind, Forum forum, Instant until) {
        return Line.of(phrase(
                        kind.equals("offer") ? "forum.notice.offer" : "forum.notice.offer-half",
                        forum.title(),
                        until.atZone(forum.zone()),
                        Facts.when(forum),
                        Facts.place(forum)))
                .with(Facts.accept(forum), Facts.pass(forum), Choice.to("my"))
                .thatLasts();
    }

    /** They did not answer in time. */
    void over(Forum forum, Registration lapsed, boolean last) {
        Phrase said = phrase(last ? "forum.notice.offer-last" : "forum.notice.offer-over", forum.title());
        mailing.send(
                lapsed.contactId(),
                new Mail(
                        id("offer-over", forum, lapsed, lapsed.waitSeq()),
                        cause(forum),
                        forum.starts(),
                        language -> List.of(Line.of(said)
                                .with(
                                        last ? Choice.to("register", forum.id()) : Choice.to("my"),
                                        Choice.to("forum", forum.id()),
                                        Facts.menu())
                                .thatLasts())));
    }

    /** Everybody in line, once for each free seat. */
    void call(Forum forum, Registration waiting, long seat) {
        mailing.send(
                waiting.contactId(),
                new Mail(
                        id("offer-all", forum, waiting, seat),
                        cause(forum),
                        forum.starts(),
                        language -> List.of(Line.of(phrase(
                                        "forum.notice.offer-all", forum.title(), Facts.when(forum), Facts.place(forum)))
                                .with(Facts.accept(forum), Facts.leaveLine(forum), Choice.to("my"))
                                .thatLasts())));
    }

    /** A guest has a seat now and cannot be written to: somebody has to call them. */
    void toOrganizers(Forum forum, Registration guest) {
        mailing.sendOrganizers(
                forum,
                new Mail(
                        "guest-seat:%s:%d".formatted(forum.id(), guest.number()),
                        "guest-seat:" + forum.id(),
                        forum.starts(),
                        language ->
                                List.of(Line.of(phrase("forum.notice.guest-seat", Facts.label(forum), guest.number()))
                                        .with(Choice.to("guests", forum.id()), Facts.menu())
                                        .thatLasts())));
    }

    private static String id(String kind, Forum forum, Registration registration, long number) {
        return "%s:%s:%s:%d".formatted(kind, forum.id(), registration.contact(), number);
    }

    private static String cause(Forum forum) {
        return "seat:" + forum.id();
    }
}
