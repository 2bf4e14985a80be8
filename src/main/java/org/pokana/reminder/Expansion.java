package org.pokana.reminder;

import java.util.List;
import java.util.Optional;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.reminder.Wave.State;
import org.springframework.stereotype.Component;

/** Turns a claimed wave into one message per registered person, batch by batch. */
@Component
class Expansion {

    static final int BATCH = 50;

    private final Forums forums;
    private final Registrations registrations;
    private final Waves waves;
    private final Writing writing;
    private final Outbox outbox;

    Expansion(Forums forums, Registrations registrations, Waves waves, Writing writing, Outbox outbox) {
        this.forums = forums;
        this.registrations = registrations;
        this.waves = waves;
        this.writing = writing;
        this.outbox = outbox;
    }

    /** Goes on behind the wave's cursor. A batch that was put but not noted is put again, and nobody gets it twice. */
    void expand(Wave wave) {
        var cursor = wave.cursor();
        while (true) {
            var forum = forums.find(wave.forum());
            if (forum.isEmpty() || forum.get().version() != wave.version()) {
                waves.settle(wave, State.SUPERSEDED);
                return;
            }
            var batch = registrations.confirmedAfter(wave.forum(), cursor, BATCH);
            if (batch.isEmpty()) {
                waves.done(wave);
                return;
            }
            outbox.put(posts(wave, forum.get(), batch));
            CrashPoint.RUNG.hit();
            cursor = batch.get(batch.size() - 1).id();
            if (!waves.advance(wave, cursor)) {
                return; // it changed hands
            }
        }
    }

    private List<Post> posts(Wave wave, Forum forum, List<Registration> batch) {
        return batch.stream()
                .filter(registration -> wasThere(registration, wave))
                .map(registration -> writing.write(RungReminder.id(wave, registration.contact()), forum, registration))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who registered after the hour of the reminder knows what it would say. */
    private static boolean wasThere(Registration registration, Wave wave) {
        return !registration.changedAt().isAfter(wave.dueAt());
    }
}
