package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.pokana.kernel.Address;

/** Keeps the distance between messages in every chat of a channel, and the quiet its service asked for in one of them. */
final class Rhythm {

    private static final int MANY = 10_000;

    private final Channel channel;
    private final Clock clock;

    /** Until when a chat would be busy if each of its messages took its time. */
    private final Map<Address, Instant> busyUntil = new HashMap<>();

    Rhythm(Channel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** How long the next message to this chat has to wait. */
    synchronized Duration rest(Address chat) {
        var busy = busyUntil.get(chat);
        if (busy == null) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), busy.minus(credit(chat)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** So much may be used in advance. */
    private Duration credit(Address chat) {
        var spacing = channel.spacing(chat);
        return spacing.each().multipliedBy(spacing.atOnce() - 1L);
    }

    /** One message leaves. */
    synchronized void beat(Address chat) {
        var each = channel.spacing(chat).each();
        if (!each.isZero()) {
            var now = clock.instant();
            var busy = busyUntil.getOrDefault(chat, now);
            set(chat, (busy.isAfter(now) ? busy : now).plus(each));
        }
    }

    /** Nothing before then, and nothing in advance after it. */
    synchronized void pause(Address chat, Instant until) {
        var busy = until.plus(credit(chat));
        if (busy.isAfter(busyUntil.getOrDefault(chat, Instant.EPOCH))) {
            set(chat, busy);
        }
    }

    private void set(Address chat, Instant busy) {
        if (busyUntil.size() >= MANY) {
            busyUntil.values().removeIf(clock.instant()::isAfter);
        }
        busyUntil.put(chat, busy);
    }
}
