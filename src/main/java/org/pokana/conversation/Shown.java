package org.pokana.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content;

/**
 * One of our messages with choices under it, kept for a while so that people may type what they could press.
 *
 * @param id the one it has in the outbox
 */
record Shown(String id, Instant at, List<Offer> offers) {

    /** A choice as the person read it. */
    record Offer(String pick, String label, Tone tone) {

        boolean isCommand() {
            return pick.startsWith("/");
        }

        boolean isDangerous() {
            return tone == Tone.DANGER;
        }
    }

    /** Empty when there is nothing to choose. */
    static Optional<Shown> of(String id, Content content, Instant at) {
        var text = Content.words(content);
        if (text.buttons().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Shown(
                id,
                at,
                text.buttons().stream()
                        .map(button -> new Offer(button.pick(), button.label(), button.tone()))
                        .toList()));
    }
}
