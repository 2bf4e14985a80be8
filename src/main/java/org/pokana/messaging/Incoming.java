package org.pokana.messaging;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;

/**
 * Something that happened on a channel, the same whatever channel it came by.
 *
 * @param id natural and unique over all channels, such as {@code telegram:42:0:700001}, so what comes twice is heard once
 * @param text what was written; for a pressed button its label if known, else empty
 * @param pick the button pressed, if one was
 * @param tapped the receipt of the message whose button was pressed, when it may be replaced by the answer
 * @param language what the person's client speaks, if it says so
 * @param showing what was sent along, such as a photo, if it is of a kind that can be passed on
 * @param signature what the person is called on the channel, if it says so; known only until this was heard
 * @param repliesTo the receipt of the message this was written in reply to, if it was to one
 * @param room where many talk, if it happened there; then {@code BLOCKED_US} and {@code CAME_BACK} are about the room
 */
public record Incoming(
        String id,
        Address from,
        Kind kind,
        String text,
        @Nullable String pick,
        @Nullable String tapped,
        @Nullable Locale language,
        Instant at,
        @Nullable Showing showing,
        @Nullable Address room,
        @Nullable String signature,
        @Nullable String repliesTo) {

    public Incoming(
            String id,
            Address from,
            Kind kind,
            String text,
            @Nullable String pick,
            @Nullable String tapped,
            @Nullable Locale language,
            Instant at) {
        this(id, from, kind, text, pick, tapped, language, at, null, null, null, null);
    }

    /** With something sent along. */
    public Incoming with(@Nullable Showing sentAlong) {
        return new Incoming(id, from, kind, text, pick, tapped, language, at, sentAlong, room, signature, repliesTo);
    }

    /** Happened where many talk, rather than between the person and us. */
    public Incoming in(Address where) {
        return new Incoming(id, from, kind, text, pick, tapped, language, at, showing, where, signature, repliesTo);
    }

    /** By somebody who is called so. */
    public Incoming signed(@Nullable String name) {
        return new Incoming(id, from, kind, text, pick, tapped, language, at, showing, room, name, repliesTo);
    }

    /** Written in reply to the message with this receipt. */
    public Incoming replyingTo(@Nullable String receipt) {
        return new Incoming(id, from, kind, text, pick, tapped, language, at, showing, room, signature, receipt);
    }

    /** What happened; stored by name. */
    public enum Kind {
        SAID,
        PRESSED,
        /** Something else than words: a sticker, a photo, a voice message; the text is what stands under it. */
        SHOWED,
        BLOCKED_US,
        CAME_BACK,
        /** Kept for the record, answered by nobody. */
        OTHER
    }

    public static Incoming said(String id, Address from, String text, @Nullable Locale language, Instant at) {
        return new Incoming(id, from, Kind.SAID, text, null, null, language, at);
    }

    public static Incoming pressed(
            String id, Address from, String pick, @Nullable String tapped, @Nullable Locale language, Instant at) {
        return new Incoming(id, from, Kind.PRESSED, "", pick, tapped, language, at);
    }
}
