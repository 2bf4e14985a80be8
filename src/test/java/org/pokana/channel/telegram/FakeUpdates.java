package org.pokana.channel.telegram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The updates waiting to be fetched: confirmed by a higher offset, and by nothing else. */
final class FakeUpdates {

    private static final Set<String> NOT_BY_DEFAULT =
            Set.of("chat_member", "message_reaction", "message_reaction_count");
    private static final long HASTE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long IMPATIENCE = TimeUnit.SECONDS.toNanos(3);

    private final TreeMap<Long, ObjectNode> waiting = new TreeMap<>();
    private final Random random = new Random(7);
    private Predicate<String> allowed = kind -> !NOT_BY_DEFAULT.contains(kind);
    private ArrayNode allowedKinds = JsonMapper.shared().createArrayNode();
    private int repeatedPercent;
    private int window = 1;
    private long next;
    private int poll;
    private String terminated = "";
    private long lastOffset = Long.MIN_VALUE;
    private long lastAsked;
    private boolean closed;

    FakeUpdates(long first) {
        next = first;
    }

    /** Zero for an update that nobody wants to have: it never comes to be. */
    synchronized long add(String kind, JsonNode content) {
        if (!allowed.test(kind)) {
            return 0;
        }
        long id = next++;
        ObjectNode update = JsonMapper.shared().createObjectNode().put("update_id", id);
        update.set(kind, content);
        waiting.put(id, update);
        notifyAll();
        return id;
    }

    /** Remembered until somebody says otherwise; none of those named means all, but for three. */
    synchronized void allow(JsonNode kinds) {
        allowedKinds = JsonMapper.shared().createArrayNode();
        kinds.forEach(allowedKinds::add);
        var named = kinds.valueStream().map(JsonNode::asString).toList();
        allowed = named.isEmpty() ? kind -> !NOT_BY_DEFAULT.contains(kind) : named::contains;
    }

    synchronized ArrayNode allowedKinds() {
        return allowedKinds;
    }

    /** After a silent week Telegram goes on from any number at all. */
    synchronized void restartAt(long id) {
        waiting.clear();
        next = id;
    }

    synchronized void drop() {
        waiting.clear();
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized void repeat(int percent) {
        repeatedPercent = percent;
    }

    synchronized void shuffle(int updates) {
        window = updates;
    }

    /** Whether one that was delivered is, by bad luck, delivered again. */
    synchronized boolean isRepeated() {
        return random.nextInt(100) < repeatedPercent;
    }

    synchronized void remove(ObjectNode update) {
        waiting.remove(update.path("update_id").asLong());
    }

    /** What waits, oldest first, unless updates overtake each other. */
    synchronized List<ObjectNode> waiting() {
        var all = new ArrayList<>(waiting.values());
        for (int i = 0; window > 1 && i < all.size(); i += window) {
            Collections.shuffle(all.subList(i, Math.min(i + window, all.size())), random);
        }
        return all;
    }

    synchronized ArrayNode poll(long offset, long limit, long seconds) {
        long now = System.nanoTime();
        boolean again = offset == lastOffset;
        long patience = again && seconds < 3 && now - lastAsked < IMPATIENCE ? 3 : seconds;
        long most = again && now - lastAsked < HASTE ? 1 : limit;
        lastOffset = offset;
        lastAsked = now;
        confirm(offset);
        if (patience > 0 && waiting.isEmpty()) {
            hang(now + TimeUnit.SECONDS.toNanos(patience));
        }
        return batch(most);
    }

    private void hang(long end) {
        terminate("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        int mine = poll;
        while (waiting.isEmpty() && !closed && System.nanoTime() < end) {
            await(end);
            if (mine != poll) {
                throw new FakeRefusal(409, terminated);
            }
        }
    }

    /** A poll that hangs gets to hear this; there is never more than one. */
    synchronized void terminate(String why) {
        poll++;
        terminated = why;
        notifyAll();
    }

    private ArrayNode batch(long limit) {
        var batch = JsonMapper.shared().createArrayNode();
        for (Iterator<ObjectNode> all = waiting.values().iterator(); all.hasNext() && batch.size() < limit; ) {
            var update = all.next();
            batch.add(update);
            if (isRepeated() && batch.size() < limit) {
                batch.add(update);
            }
        }
        return batch;
    }

    /** An offset beyond everything there is confirms nothing: the ids started again below it. */
    private void confirm(long offset) {
        boolean future = !waiting.isEmpty() && offset > waiting.lastKey() + 1;
        if (offset < 0) {
            keepLast(-offset);
        } else if (offset > 0 && !future) {
            waiting.headMap(offset).clear();
        }
    }

    private void keepLast(long count) {
        for (Iterator<Long> ids = waiting.keySet().iterator(); ids.hasNext() && waiting.size() > count; ) {
            ids.next();
            ids.remove();
        }
    }

    private void await(long end) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Until something happens here, but not for longer. */
    synchronized void rest(long millis) throws InterruptedException {
        wait(millis);
    }

    synchronized void wake() {
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
