package org.pokana.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Choice.Tone;

/** What is being said, already in the reader's language. */
public sealed interface Content {

    /**
     * @param lasting stays as it is when one of its buttons is pressed
     * @param moments the parts of the text that say when something is
     * @param copy what can be copied with one tap
     */
    record Text(
            String text,
            List<Button> buttons,
            boolean lasting,
            List<Moment> moments,
            @Nullable Copy copy) implements Content {

        public static final Text NONE = new Text("", List.of(), false);

        public Text(String text, List<Button> buttons, boolean lasting) {
            this(text, buttons, lasting, List.of(), null);
        }

        public boolean saysNothing() {
            return text.isBlank() && buttons.isEmpty();
        }
    }

    /** A part of a text, counted in UTF-16 units, and the moment it speaks of. */
    record Moment(int from, int length, Instant at) {}

    /** Something to copy, and what the button says that does it. */
    record Copy(String text, String label) {}

    /** A small file; {@code type} is its media type, the caption may be empty. */
    record Document(String name, String type, byte[] bytes, String caption) implements Content {}

    record Place(String title, String address, double latitude, double longitude) implements Content {}

    /**
     * What somebody sent us to pass on, with words below it; the bytes are in {@link KeptFiles}.
     *
     * @param items one, or several of a kind that are shown side by side
     * @param words what stands under it; empty when that is said by another message
     */
    record Media(List<Item> items, Text words) implements Content {}

    /** Other words under a message that carries media; only ever put in the place of such a message. */
    record Caption(Text words) implements Content {}

    /** Takes back the message that its post amends; nothing by itself. */
    record Withdrawal() implements Content {}

    /** @param pick what comes back when pressed; never shown, never translated */
    record Button(String pick, String label, Tone tone) {

        /** Telegram carries 64 bytes, of which the channel needs two for itself. */
        public static final int LONGEST_PICK = 62;

        public Button {
            if (pick.getBytes(StandardCharsets.UTF_8).length > LONGEST_PICK) {
                throw new IllegalArgumentException("pick '" + pick + "' is longer than " + LONGEST_PICK + " bytes");
            }
        }
    }

    static Text text(String text, Button... buttons) {
        return new Text(text, List.of(buttons), false);
    }

    /** The words of any content, with what can be pressed under them; empty where there are none. */
    static Text words(Content content) {
        if (content instanceof Text text) {
            return text;
        }
        if (content instanceof Media media) {
            return media.words();
        }
        if (content instanceof Caption caption) {
            return caption.words();
        }
        return content instanceof Document document ? text(document.caption()) : Text.NONE;
    }
}
