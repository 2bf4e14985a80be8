package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Incoming;

/** Takes in updates that arrive one by one, in any order, at several instances at once. */
final class WebhookReception {

    /** The track decides only after days of quiet, so it need not be written down for each update. */
    private static final Duration SAVED_EVERY = Duration.ofMinutes(1);

    private final String bot;
    private final Tracks tracks;
    private final Taps taps;
    private final Updates updates;
    private final Consumer<List<Incoming>> inbox;
    private final Clock clock;
    private @Nullable Track track;
    private @Nullable Track saved;

    WebhookReception(
            String bot, Tracks tracks, Taps taps, Updates updates, Consumer<List<Incoming>> inbox, Clock clock) {
        this.bot = bot;
        this.tracks = tracks;
        this.taps = taps;
        this.updates = updates;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Returns once the update is stored. */
    void receive(JsonNode update) {
        taps.answer(update);
        inbox.accept(List.of(updates.read(id(update.path("update_id").asLong()), update)));
        CrashPoint.FOLLOWED.hit();
    }

    private synchronized String id(long number) {
        var now = clock.instant();
        var current = track;
        if (current == null || current.isQuiet(now)) {
            current = tracks.find(bot); // another instance may have gone on meanwhile
        }
        var next = current.afterInAnyOrder(number, now);
        if (isWorthSaving(next)) {
            tracks.save(next);
            saved = next;
        }
        track = next;
        return next.id(number);
    }

    private boolean isWorthSaving(Track next) {
        return saved == null
                || saved.epoch() != next.epoch()
                || !next.at().isBefore(saved.at().plus(SAVED_EVERY));
    }
}
