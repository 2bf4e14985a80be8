package org.pokana.channel.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * How much may be sent to a chat, to a group and altogether; whoever sends more is told to wait, in Telegram's own
 * words. Nothing is limited unless somebody says so.
 */
final class FakeLimit {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int NONE = Integer.MAX_VALUE;

    private final Map<String, Deque<Long>> sent = new HashMap<>();
    private final Map<Long, Long> paidUntil = new HashMap<>();
    private final FakeUploadPace uploads = new FakeUploadPace();
    private int perSecond = NONE;
    private volatile int burst = NONE;
    private int perGroupMinute = NONE;
    private int toldToWait;
    private long lastWebhook = Long.MIN_VALUE;

    /** One message a second to a person, a few at once at most; 20 a minute to a group; 30 a second altogether. */
    synchronized void asTelegram() {
        set(30, 5, 20);
    }

    synchronized void set(int everyoneASecond, int atOnceToAPerson, int aMinuteToAGroup) {
        perSecond = everyoneASecond;
        burst = atOnceToAPerson;
        perGroupMinute = aMinuteToAGroup;
    }

    synchronized int toldToWait() {
        return toldToWait;
    }

    void count(FakeCall call) {
        if (burst != NONE) {
            uploads.take(call.files().values().stream()
                    .mapToInt(file -> file.bytes().length)
                    .sum());
        }
        countMessages(call);
    }

    private synchronized void countMessages(FakeCall call) {
        long chat = call.number("chat_id", 0);
        boolean edits = call.method().startsWith("edit");
        boolean sends = call.method().startsWith("send") && !call.method().equals("sendChatAction")
                || call.method().equals("copyMessage");
        if (!sends && !edits) {
            return;
        }
        var lines = new ArrayList<Line>();
        if (chat < 0) {
            lines.add(new Line("group " + chat, perGroupMinute, 60));
        } else if (sends) {
            passPerson(chat, messages(call));
        }
        if (sends) {
            lines.add(new Line("all", perSecond, 1));
        }
        pass(lines.stream().filter(line -> line.most() != NONE).toList(), messages(call));
    }

    private static int messages(FakeCall call) {
        return call.method().equals("sendMediaGroup")
                ? call.tree("media").map(JsonNode::size).orElse(1)
                : 1;
    }

    /** One a second in the long run, and some at once after a rest. */
    private void passPerson(long chat, int messages) {
        if (burst == NONE) {
            return;
        }
        long now = System.nanoTime();
        long paid = Math.max(paidUntil.getOrDefault(chat, now), now);
        long tooFar = paid + messages * SECOND - (now + burst * SECOND);
        if (tooFar > 0 && paid > now) {
            toldToWait++;
            throw later((int) ((tooFar + SECOND - 1) / SECOND));
        }
        paidUntil.put(chat, paid + messages * SECOND);
    }

    /** So many in so many seconds. */
    private record Line(String whose, int most, int seconds) {}

    private void pass(List<Line> lines, int messages) {
        long now = System.nanoTime();
        for (Line line : lines) {
            var before = sent.computeIfAbsent(line.whose(), any -> new ArrayDeque<>());
            while (!before.isEmpty() && before.peekFirst() < now - line.seconds() * SECOND) {
                before.removeFirst();
            }
            if (before.size() + messages > line.most() && !before.isEmpty()) {
                toldToWait++;
                throw later((int) ((before.peekFirst() + line.seconds() * SECOND - now + SECOND - 1) / SECOND));
            }
        }
        lines.forEach(line -> sent.get(line.whose()).addAll(Collections.nCopies(messages, now)));
    }

    static FakeRefusal later(int seconds) {
        return new FakeRefusal(429, "Too Many Requests: retry after " + seconds, seconds);
    }

    /** A webhook may be set once a second. */
    synchronized void countWebhook() {
        long now = System.nanoTime();
        if (burst != NONE && lastWebhook != Long.MIN_VALUE && now - lastWebhook < SECOND) {
            throw later(1);
        }
        lastWebhook = now;
    }
}
