package org.pokana.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.springframework.data.convert.ValueConverter;

/**
 * A message to be sent.
 *
 * @param id natural, such as {@code rem:haskovo-2027-02:3:day:8fk2}; putting the same id twice sends once
 * @param cause what it belongs to, such as {@code forum:haskovo-2027-02} or {@code announcement:7hq1}: by this it is
 *     found, counted and called off
 * @param dueAt not before this
 * @param notAfter dropped when it could not leave by then
 * @param replaces the receipt of an earlier message to edit, where the channel can
 * @param amends the outbox id of an earlier message to edit, where the channel can
 */
public record Post(
        String id,
        ContactId contact,
        Address to,
        Lane lane,
        @ValueConverter(ContentForm.class) Content content,
        String cause,
        Instant dueAt,
        @Nullable Instant notAfter,
        @Nullable String replaces,
        @Nullable String amends) {

    public static Post of(
            String id, ContactId contact, Address to, Lane lane, Content content, String cause, Instant dueAt) {
        return new Post(id, contact, to, lane, content, cause, dueAt, null, null, null);
    }

    public Post notAfter(Instant latest) {
        return new Post(id, contact, to, lane, content, cause, dueAt, latest, replaces, amends);
    }

    /** Edits the message with this receipt if it can still be edited. */
    public Post replacing(String receipt) {
        return new Post(id, contact, to, lane, content, cause, dueAt, notAfter, receipt, amends);
    }

    /** Edits the message put under this id once it was sent; where that cannot be, it is sent anew. */
    public Post amending(String earlier) {
        return new Post(id, contact, to, lane, content, cause, dueAt, notAfter, replaces, earlier);
    }

    /** A further part of the same message; it changes the same part of an earlier one, if that has as many. */
    Post continued(int part) {
        var earlier = amends == null ? null : amends + "+" + part;
        return new Post(id + "+" + part, contact, to, lane, content, cause, dueAt, notAfter, null, earlier);
    }
}
