package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Incoming;

/** Takes updates in: taps are answered, everything is stored, and only then is the track moved on. */
final class Reception {

    private final String bot;
    private final Tracks tracks;
    private final Taps taps;
    private final Updates updates;
    private final Consumer<List<Incoming>> inbox;
    private final Clock clock;

    Reception(String bot, Tracks tracks, Taps taps, Updates updates, Consumer<List<Incoming>> inbox, Clock clock) {
        this.bot = bot;
        this.tracks = tracks;
        this.taps = taps;
        this.updates = updates;
        this.inbox = inbox;
        this.clock = clock;
    }

    void answerTaps(List<JsonNode> batch) {
        batch.forEach(taps::answer);
    }

    /** May be repeated with the same batch until it does not throw; ids come out the same each time. */
    void store(List<JsonNode> batch) {
        var track = tracks.find(bot);
        var incoming = new ArrayList<Incoming>();
        for (JsonNode update : batch) {
            long number = update.path("update_id").asLong();
            track = track.after(number, clock.instant());
            incoming.add(updates.read(track.id(number), update));
        }
        inbox.accept(incoming);
        tracks.save(track);
        CrashPoint.FOLLOWED.hit();
    }
}
