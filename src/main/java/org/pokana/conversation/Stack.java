package org.pokana.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The talks that are open with a person, the one being held on top; the oldest goes when there are too many. */
final class Stack {

    private static final int MOST = 3;

    private final List<OpenTalk> talks;
    private final Instant now;

    Stack(List<OpenTalk> talks, Instant now) {
        this.talks = new ArrayList<>(talks);
        this.now = now;
    }

    /** The one being held. */
    @Nullable
    OpenTalk held() {
        return talks.isEmpty() ? null : talks.get(talks.size() - 1);
    }

    boolean isStale(OpenTalk talk) {
        return talk.isStale(now);
    }

    void push(OpenTalk talk) {
        talks.add(talk.at(now));
        if (talks.size() > MOST) {
            talks.remove(0);
        }
    }

    void drop(OpenTalk talk) {
        talks.remove(talk);
    }

    void dropAll(Predicate<OpenTalk> which) {
        talks.removeIf(which);
    }

    List<OpenTalk> all() {
        return List.copyOf(talks);
    }
}
