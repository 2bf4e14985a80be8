package org.pokana.channel.telegram;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody with a phone, in front of whatever server. */
abstract class ScenarioPerson {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A message as it stands on the screen. */
    record Shown(long id, boolean ours, String kind, String text, List<String> labels) {

        boolean has(String word) {
            return text.contains(word) || labels.contains(word);
        }
    }

    private final Map<Long, Shown> read = new HashMap<>();

    abstract long id();

    abstract void says(String text);

    /** A button of the newest message that has it. */
    abstract void taps(String label);

    /** A button of the oldest message that ever had it, even if it was edited away since. */
    abstract void tapsOld(String label);

    /** All that is on the screen now, in order. */
    abstract List<Shown> screen();

    final List<Shown> answers() {
        return screen().stream().filter(Shown::ours).toList();
    }

    /** A message that is new, or has changed since it was last waited for, with all these words or labels in it. */
    final Shown waitsFor(String... words) {
        var found = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> unread(words), Optional::isPresent)
                .orElseThrow();
        screen().stream().filter(shown -> shown.id() <= found.id()).forEach(shown -> read.put(shown.id(), shown));
        return found;
    }

    private Optional<Shown> unread(String... words) {
        return answers().stream()
                .filter(shown -> !shown.equals(read.get(shown.id())))
                .filter(shown -> Arrays.stream(words).allMatch(shown::has))
                .findFirst();
    }
}
