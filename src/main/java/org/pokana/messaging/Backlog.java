package org.pokana.messaging;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.pokana.kernel.Phrase;

/** Notices when messages wait in the outbox for longer than they ever should. */
final class Backlog implements Concern {

    /** From when each was due; an announcement to many people takes its time. */
    private static final Map<Lane, Duration> PATIENCE = Map.of(
            Lane.REPLY, Duration.ofMinutes(2),
            Lane.REMINDER, Duration.ofMinutes(15),
            Lane.ANNOUNCEMENT, Duration.ofHours(2));

    private final Waiting waiting;
    private final Clock clock;

    Backlog(Waiting waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public Optional<Phrase> trouble() {
        var now = clock.instant();
        boolean behind = PATIENCE.entrySet().stream()
                .anyMatch(lane -> waiting.isBehind(lane.getKey(), now.minus(lane.getValue())));
        return behind ? Optional.of(phrase("alarm.backlog")) : Optional.empty();
    }
}
