package org.pokana.channel.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How many messages may be sent within a second; whoever sends more is told to wait, in Telegram's own words. */
final class FakeLimit {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Deque<Long> sent = new ArrayDeque<>();
    private int perSecond = Integer.MAX_VALUE;

    synchronized void set(int most) {
        perSecond = most;
    }

    synchronized void count(FakeCall call) {
        if (!call.method().startsWith("send") || call.method().equals("sendChatAction")) {
            return;
        }
        long now = System.nanoTime();
        while (!sent.isEmpty() && sent.peekFirst() < now - SECOND) {
            sent.removeFirst();
        }
        if (sent.size() >= perSecond) {
            throw new FakeRefusal(429, "Too Many Requests: retry after 1", 1);
        }
        sent.addLast(now);
    }
}
