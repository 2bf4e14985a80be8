package org.pokana.channel.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How much a single chat bears: in private a few at once and then one a second, in a group twenty a minute. */
final class FakeChatLimit {

    private static final int PRIVATE = 4;
    private static final long PRIVATE_WITHIN = TimeUnit.MILLISECONDS.toNanos(900);
    private static final int GROUP = 20;
    private static final long GROUP_WITHIN = TimeUnit.SECONDS.toNanos(60);

    private final Map<Long, Deque<Long>> sent = new HashMap<>();
    private boolean strict;

    synchronized void beStrict() {
        strict = true;
    }

    synchronized void count(FakeCall call) {
        if (!strict || call.method().equals("sendChatAction") || !call.method().matches("(send|edit).*")) {
            return;
        }
        long chat = call.number("chat_id", 0);
        var lately = sent.computeIfAbsent(chat, any -> new ArrayDeque<>());
        boolean group = chat < 0;
        int most = group ? GROUP : PRIVATE;
        long now = System.nanoTime();
        while (!lately.isEmpty() && lately.peekFirst() < now - (group ? GROUP_WITHIN : PRIVATE_WITHIN)) {
            lately.removeFirst();
        }
        if (lately.size() >= most) {
            throw new FakeRefusal(429, "Too Many Requests: retry after 3", 3);
        }
        lately.addLast(now);
    }
}
