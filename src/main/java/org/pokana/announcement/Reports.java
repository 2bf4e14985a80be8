package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Reads from the outbox what became of an announcement. */
@Component
class Reports {

    private static final int EXCERPT = 40;

    private final Outbox outbox;
    private final Contacts contacts;
    private final Responses responses;
    private final Receipts receipts;

    Reports(Outbox outbox, Contacts contacts, Responses responses, Receipts receipts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.responses = responses;
        this.receipts = receipts;
    }

    /** Meant for when nothing is under way any more; until then, what waits counts as unsent. */
    Report of(Announcement announcement) {
        var counts = outbox.count(announcement.cause());
        int delivered = counts.getOrDefault(Message.State.SENT, 0);
        int uncertain = counts.getOrDefault(Message.State.UNCERTAIN, 0);
        var blocked = new HashSet<String>();
        var failed = new HashSet<String>();
        for (var message : outbox.of(
                announcement.cause(), List.of(Message.State.FAILED, Message.State.SUPERSEDED, Message.State.EXPIRED))) {
            if (blockedUs(message)) {
                blocked.add(message.contact());
            } else if (message.state() == Message.State.FAILED) {
                failed.add(message.contact());
            }
        }
        // Everybody else never had a message, or had it called off.
        int unsent = announcement.total() - delivered - uncertain - blocked.size() - failed.size();
        return new Report(delivered, blocked.size(), failed.size(), uncertain, Math.max(0, unsent));
    }

    /** What failed for another reason than a block, and what nobody knows of; a person may lack several parts. */
    record Missed(List<Message> failed, List<Message> uncertain) {

        static final Missed NOBODY = new Missed(List.of(), List.of());

        boolean isEmpty() {
            return failed.isEmpty() && uncertain.isEmpty();
        }

        /** @param all also those who perhaps have it, and may get it twice: that is the organizer's decision */
        List<Message> again(boolean all) {
            return all ? Stream.concat(failed.stream(), uncertain.stream()).toList() : failed;
        }

        static int people(List<Message> messages) {
            return (int) messages.stream().map(Message::contact).distinct().count();
        }
    }

    Missed missed(Announcement announcement) {
        var failed = outbox.of(announcement.cause(), List.of(Message.State.FAILED)).stream()
                .filter(message -> !blockedUs(message))
                .toList();
        return new Missed(failed, outbox.of(announcement.cause(), List.of(Message.State.UNCERTAIN)));
    }

    private boolean blockedUs(Message message) {
        return contacts.at(message.address()).stream()
                .flatMap(contact -> contact.reaches().stream())
                .filter(reach -> reach.at().equals(message.to()))
                .anyMatch(reach -> !reach.open());
    }

    static Line line(Announcement announcement, Report report) {
        return Line.of(phrase(
                        announcement.state() == State.STOPPED ? "announcement.stopped" : "announcement.done",
                        excerpt(announcement),
                        numbers("announcement.report", report)))
                .with(further(announcement, report))
                .with(Choice.to("announcements"), Choice.to("announce"));
    }

    /** What can be done with it now. */
    static List<Choice> ways(Announcement announcement) {
        var id = announcement.id();
        var stop = Choice.to("announcement_stop", id).as(Tone.DANGER);
        var report = announcement.report();
        return switch (announcement.state()) {
            case SCHEDULED -> List.of(stop);
            case RUNNING -> List.of(Choice.to("announcement_pause", id), stop);
            case PAUSED -> List.of(Choice.to("announcement_resume", id).as(Tone.GOOD), stop);
            case STOPPED, DONE -> report == null ? List.of() : further(announcement, report);
        };
    }

    /** What an organizer may want to do once it is over. */
    static List<Choice> further(Announcement announcement, Report report) {
        var id = announcement.id();
        var choices = new ArrayList<Choice>();
        if (report.failed() + report.uncertain() > 0) {
            choices.add(Choice.to("announcement_again", id));
        }
        if (announcement.terms().receipt()) {
            choices.add(Choice.to("announcement_silent", id));
        }
        if (report.delivered() > 0) {
            choices.add(Choice.to("announcement_rest", id));
            choices.add(Choice.to("announcement_fix", id));
            choices.add(Choice.to("announcement_delete", id).as(Choice.Tone.DANGER));
        }
        return announcement.withdrawal() == null ? choices : List.of();
    }

    /** How many did something about it; nothing where that can no longer be known. */
    Phrase withResponses(Announcement announcement, Phrase numbers) {
        var read = announcement.terms().receipt()
                ? phrase("announcement.with-receipts", numbers, receipts.count(announcement.id()))
                : numbers;
        return outbox.arrivals(announcement.cause()).isEmpty()
                ? read
                : phrase(
                        "announcement.with-answers",
                        read,
                        responses.answered(announcement.id()).size());
    }

    static Phrase brief(Announcement announcement, Report report) {
        return numbers(
                announcement.state() == State.STOPPED ? "announcement.brief-stopped" : "announcement.brief", report);
    }

    private static Phrase numbers(String phrase, Report report) {
        return phrase(
                phrase,
                report.total(),
                report.delivered(),
                report.blocked(),
                report.failed(),
                report.uncertain(),
                report.unsent());
    }

    /** The beginning of one of them, or its id if it is not among them. */
    static Phrase excerpt(List<Announcement> among, String id) {
        return among.stream()
                .filter(one -> one.id().equals(id))
                .map(Reports::excerpt)
                .findFirst()
                .orElse(verbatim(id));
    }

    /** Its beginning, by which the organizer knows it again. */
    static Phrase excerpt(Announcement announcement) {
        var text = announcement.texts().in(Locale.forLanguageTag("bg")).strip().replaceAll("\\s+", " ");
        if (text.isEmpty() && !announcement.items().isEmpty()) {
            return Enclosures.name(announcement.items());
        }
        if (text.length() <= EXCERPT) {
            return verbatim(text);
        }
        int end = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
        return verbatim(text.substring(0, end) + "…");
    }
}
