package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pokana.kernel.Address;

/** A chat service in simulated time, as strict as services are: it has limits, asks for quiet, and can be away. */
final class SimulatedService implements Channel.Answering {

    static final String NAME = "fake";

    int mostPerSecond = Integer.MAX_VALUE;
    Supplier<Duration> penalty = () -> Duration.ofSeconds(5);
    boolean away;
    boolean wantsQuiet;
    Spacing spacing = Spacing.NONE;

    /** What it answers to whoever asks for the same; nothing lets the message in. */
    private final Map<String, Delivery> nextInChat = new HashMap<>();

    private final Map<String, Instant> quietChats = new HashMap<>();
    private final Clock clock;
    private Instant quietUntil = Instant.EPOCH;

    final List<Taken> taken = new ArrayList<>();
    final Map<String, Integer> perChat = new HashMap<>();
    int refused;
    int tooEarly;
    int tried;
    int asked;
    final Map<Long, Integer> requestsPerSecond = new HashMap<>();

    /** A message it let in. */
    record Taken(Instant at, Lane lane, String chat, String text) {}

    SimulatedService(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(4096, 1024, 100, true, true);
    }

    @Override
    public Spacing spacing(Address to) {
        return spacing;
    }

    @Override
    public boolean answers() {
        asked++;
        count();
        return !away;
    }

    /** The next message to this chat ends so. */
    void next(String chat, Delivery delivery) {
        nextInChat.put(chat, delivery);
    }

    /** Asks whoever writes to this chat to wait. */
    void wantsQuietIn(String chat, Duration time) {
        next(chat, new Delivery.TryLater(time));
    }

    @Override
    public Delivery send(Address to, Content content, Lane lane) {
        tried++;
        count();
        var now = clock.instant();
        if (away) {
            return new Delivery.NotSent("connection refused");
        }
        if (now.isBefore(quietUntil) || now.isBefore(quietChats.getOrDefault(to.id(), Instant.EPOCH))) {
            tooEarly++;
            return new Delivery.TryLater(Duration.ofSeconds(1));
        }
        var ending = nextInChat.remove(to.id());
        if (ending instanceof Delivery.TryLater later) {
            quietChats.put(to.id(), now.plus(later.after()));
        }
        return ending != null ? ending : letsIn(to, content, lane, now);
    }

    private Delivery letsIn(Address to, Content content, Lane lane, Instant now) {
        if (wantsQuiet || lately(now) >= mostPerSecond) {
            wantsQuiet = false;
            refused++;
            var pause = penalty.get();
            quietUntil = now.plus(pause);
            return new Delivery.TryLater(pause);
        }
        taken.add(new Taken(now, lane, to.id(), content instanceof Content.Text text ? text.text() : ""));
        perChat.merge(to.id(), 1, Integer::sum);
        return new Delivery.Delivered(String.valueOf(taken.size()));
    }

    private long lately(Instant now) {
        return taken.stream()
                .skip(Math.max(0, taken.size() - (long) mostPerSecond))
                .filter(each -> each.at().isAfter(now.minusSeconds(1)))
                .count();
    }

    private void count() {
        requestsPerSecond.merge(clock.instant().getEpochSecond(), 1, Integer::sum);
    }

    List<String> texts() {
        return taken.stream().map(Taken::text).toList();
    }
}
