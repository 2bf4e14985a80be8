package org.pokana.messaging;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.messaging.Chats.Side;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.Message.State;

/**
 * One thing that was said in a chat, by them or by us.
 *
 * @param where with whom
 * @param buttons what could be pressed under it
 * @param pick the button that was pressed, if it was one
 * @param receipt of our message, or of the one whose button was pressed
 * @param instead the receipt of the earlier message whose place it took
 * @param standing what became of ours; null for theirs
 * @param lane null for theirs
 * @param cause what ours belongs to; empty for theirs
 */
public record Spoken(
        String id,
        Instant at,
        Side side,
        Form form,
        Address where,
        String text,
        List<Button> buttons,
        @Nullable String pick,
        @Nullable String receipt,
        @Nullable String instead,
        @Nullable State standing,
        @Nullable Lane lane,
        String cause) {

    /** What it is besides its words. */
    public enum Form {
        WORDS,
        PRESSED,
        SHOWED,
        BLOCKED_US,
        CAME_BACK,
        FILE,
        PLACE,
        WITHDRAWAL
    }

    public boolean isTheirs() {
        return side == Side.THEIRS;
    }

    static Spoken theirs(Document received) {
        return new Spoken(
                received.getString("_id"),
                received.getDate("at").toInstant(),
                Side.THEIRS,
                form(Kind.valueOf(received.getString("kind"))),
                Address.parse(received.getString("from")),
                Objects.requireNonNullElse(received.getString("text"), ""),
                List.of(),
                received.getString("pick"),
                received.getString("tapped"),
                null,
                null,
                null,
                "");
    }

    private static Form form(Kind kind) {
        return switch (kind) {
            case PRESSED -> Form.PRESSED;
            case SHOWED -> Form.SHOWED;
            case BLOCKED_US -> Form.BLOCKED_US;
            case CAME_BACK -> Form.CAME_BACK;
            case SAID, OTHER -> Form.WORDS;
        };
    }

    /** @param message without the bytes of a file */
    static Spoken ours(Document message) {
        var content = content(message.get("content", Document.class));
        Date at = Objects.requireNonNullElse(message.getDate("settledAt"), message.getDate("putAt"));
        return new Spoken(
                message.getString("_id"),
                at.toInstant(),
                Side.OURS,
                form(content),
                Address.parse(message.getString("to")),
                Transcript.text(content),
                Content.words(content).buttons(),
                null,
                message.getString("receipt"),
                message.getString("replaces"),
                State.valueOf(message.getString("state")),
                Lane.valueOf(message.getString("lane")),
                message.getString("cause"));
    }

    private static Content content(Document form) {
        if ("document".equals(form.getString("kind"))) {
            form.put("bytes", new Binary(new byte[0]));
        }
        return ContentForm.content(form);
    }

    private static Form form(Content content) {
        if (content instanceof Content.Document || content instanceof Content.Media) {
            return Form.FILE;
        }
        if (content instanceof Content.Place) {
            return Form.PLACE;
        }
        return content instanceof Content.Withdrawal ? Form.WITHDRAWAL : Form.WORDS;
    }
}
