package org.pokana.channel.telegram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The updates waiting to be fetched: confirmed by a higher offset, and by nothing else. */
final class FakeUpdates {

    private final TreeMap<Long, ObjectNode> waiting = new TreeMap<>();
    private final Random random = new Random(7);
    private int repeatedPercent;
    private int window = 1;
    private long next;
    private int poll;
    private boolean closed;

    FakeUpdates(long first) {
        next = first;
    }

    synchronized long add(ObjectNode update) {
        long id = next++;
        waiting.put(
                id, JsonMapper.shared().createObjectNode().put("update_id", id).setAll(update));
        notifyAll();
        return id;
    }

    /** After a silent week Telegram goes on from any number at all. */
    synchronized void restartAt(long id) {
        waiting.clear();
        next = id;
    }

    synchronized int size() {
        return waiting.size();
    }

    /** What waits, oldest first, as soon as there is something. */
    synchronized List<ObjectNode> await() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return asDelivered(true);
    }

    synchronized void remove(ObjectNode update) {
        waiting.remove(update.path("update_id").asLong());
    }

    synchronized void repeat(int percent) {
        repeatedPercent = percent;
    }

    synchronized void shuffle(int updates) {
        window = updates;
    }

    private List<ObjectNode> asDelivered(boolean inAnyOrder) {
        var delivered = new ArrayList<ObjectNode>();
        for (ObjectNode update : waiting.values()) {
            delivered.add(update);
            if (random.nextInt(100) < repeatedPercent) {
                delivered.add(update);
            }
        }
        for (int i = 0; inAnyOrder && i < delivered.size(); i += window) {
            Collections.shuffle(delivered.subList(i, Math.min(i + window, delivered.size())), random);
        }
        return delivered;
    }

    synchronized ArrayNode poll(long offset, long limit, long seconds) {
        int mine = ++poll;
        notifyAll(); // an older poll that still waits must step down
        confirm(offset);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (waiting.isEmpty() && !closed && System.nanoTime() < end) {
            await(end);
            if (mine != poll) {
                throw new FakeRefusal(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                                + " running");
            }
        }
        var batch = JsonMapper.shared().createArrayNode();
        asDelivered(false).stream().limit(limit).forEach(batch::add);
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

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
