package org.pokana.helpdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A question for people: who asks it, who has it, and all that happened with it.
 *
 * @param topic what it seems to be about; null when nobody can tell
 * @param near the answers of the knowledge base that come nearest, by id
 * @param owner the one person who has it
 * @param guests who may answer without being of the team, as it was forwarded to them
 * @param shownTo who has its card in their chat
 * @param told how many of the events are on their way to those they concern
 * @param untold whether there is anything still to be told
 * @param version counts the changes
 * @param dueAt by when somebody should answer
 * @param overdueAt when others were told that nobody did
 * @param liveUntil until when asker and owner talk with each other and we are silent
 * @param draft what became of the answer as one for everybody
 */
@Document("questions")
@CompoundIndex(def = "{'state': 1, 'dueAt': 1}")
record Question(
        @Id String id,
        State state,
        List<Asker> askers,
        @Nullable String topic,
        List<String> near,
        @Nullable String owner,
        List<String> guests,
        List<String> shownTo,
        List<Event> events,
        int told,
        @Indexed boolean untold,
        long version,
        Instant at,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Indexed @Nullable Instant liveUntil,
        Instant changedAt,
        @Nullable Draft draft) {

    /** Where it stands; stored by name. */
    enum State {
        /** Nobody has it. */
        WAITING,
        /** Somebody has it, and has yet to answer. */
        TAKEN,
        ANSWERED,
        OVER
    }

    /**
     * Somebody who asks it.
     *
     * @param key of their asking it
     * @param before what was said just before, each line marked with who said it
     * @param done whether they need no more
     */
    record Asker(
            @Indexed String key, @Indexed String contact, String text, List<String> before, Instant at, boolean done) {

        /** Tells them from the others of one question, and fits on a button beside its id. */
        String mark() {
            return key.substring(0, Math.min(12, key.length()));
        }

        Asker thatIs(boolean done) {
            return new Asker(key, contact, text, before, at, done);
        }
    }

    /**
     * Something that happened with it.
     *
     * @param key tells it from the others
     * @param by who did it; null when it happened by itself or they are forgotten
     * @param to whom alone it concerns of those who ask; null for all
     */
    record Event(
            String key,
            Kind kind,
            @Nullable String by,
            @Nullable String to,
            String text,
            Instant at) {}

    /** What can happen; stored by name. */
    enum Kind {
        TAKEN,
        /** Nobody asked: one of the team began to talk with them. */
        OPENED,
        /** The text is the answer. */
        ANSWERED,
        /** Answered with an entry of the knowledge base, whose id is the text. */
        GIVEN,
        /** Somebody who asks says more. */
        SAID,
        FORWARDED,
        /** It was forwarded to somebody for whom it is not. */
        RETURNED,
        DECLINED,
        THANKED,
        FINISHED,
        /** Neither said anything for long. */
        FELL_SILENT,
        OVERDUE
    }

    /**
     * An answer as one for everybody.
     *
     * @param event by which it was given
     * @param review when somebody should look whether it still holds
     */
    record Draft(
            String question,
            String answer,
            String language,
            String source,
            String event,
            Instant at,
            LocalDate review) {}

    /** In the words of who asked first. */
    String text() {
        return askers.get(0).text();
    }

    String cause() {
        return "question:" + id;
    }

    /** A talk that one of the team began. */
    boolean wasOpened() {
        return events.stream().anyMatch(event -> event.kind() == Kind.OPENED);
    }

    boolean isOpen() {
        return state == State.WAITING || state == State.TAKEN;
    }

    boolean isLive(Instant now) {
        return liveUntil != null && now.isBefore(liveUntil);
    }

    boolean isOf(Contact person) {
        return person.key().equals(owner);
    }

    /** Whether it is for this person to answer, be it that somebody else has it just now. */
    boolean isFor(Contact person) {
        return person.may(Role.ORGANIZER) || guests.contains(person.key());
    }

    Optional<Asker> askedBy(String contact) {
        return askers.stream().filter(asker -> asker.contact().equals(contact)).findFirst();
    }

    /** The first answer in somebody's own words; of several who ask, one that was not for one alone. */
    Optional<Event> answer() {
        return events.stream()
                .filter(event -> event.kind() == Kind.ANSWERED)
                .filter(event -> event.to() == null || askers.size() == 1)
                .findFirst();
    }
}
