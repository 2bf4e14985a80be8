package org.pokana.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What everybody would expect of seats, offers that end, and a waiting list; one act after another. */
final class QueueModel {

    int capacity;
    final TreeSet<String> seats = new TreeSet<>();

    /** Who is asked, until when; those in line first. */
    final Map<String, Instant> asked = new LinkedHashMap<>();

    final List<String> line = new ArrayList<>();
    private final Map<String, Integer> lapses = new LinkedHashMap<>();

    QueueModel(int capacity) {
        this.capacity = capacity;
    }

    QueueModel copy() {
        var copy = new QueueModel(capacity);
        copy.seats.addAll(seats);
        copy.asked.putAll(asked);
        copy.line.addAll(line);
        copy.lapses.putAll(lapses);
        return copy;
    }

    void register(String who, Instant now) {
        if (asked.containsKey(who) && isOver(who, now)) {
            rest(now, who);
        } else if (isNew(who) && (taken() >= capacity || !line.isEmpty())) {
            line.add(who);
            rest(now, who);
        } else if (isNew(who)) {
            seats.add(who);
        }
    }

    private boolean isNew(String who) {
        return !seats.contains(who) && !asked.containsKey(who) && !line.contains(who);
    }

    void release(String who, Instant now) {
        leave(who);
        rest(now, null);
    }

    void accept(String who, Instant now) {
        if (asked.containsKey(who) && isOver(who, now)) {
            rest(now, who);
        }
        if (asked.containsKey(who)) {
            leave(who);
            seats.add(who);
        }
    }

    void capacity(int seats, Instant now) {
        capacity = seats;
        rest(now, null);
    }

    void handOver(String from, String to, Instant now) {
        if (seats.contains(from) && !seats.contains(to)) {
            leave(to);
            seats.remove(from);
            seats.add(to);
            lapses.remove(from);
            rest(now, null);
        }
    }

    void tick(Instant now) {
        rest(now, null);
    }

    private void leave(String who) {
        seats.remove(who);
        asked.remove(who);
        line.remove(who);
        lapses.remove(who);
    }

    /** What is over goes on, then what is free is offered; whoever is here just gets it. */
    private void rest(Instant now, String here) {
        for (String who : List.copyOf(asked.keySet())) {
            if (isOver(who, now)) {
                asked.remove(who);
                if (lapses.merge(who, 1, Integer::sum) < 2) {
                    line.add(who);
                } else {
                    lapses.remove(who);
                }
            }
        }
        while (taken() < capacity && !line.isEmpty()) {
            var first = line.remove(0);
            if (first.equals(here)) {
                lapses.remove(first);
                seats.add(first);
            } else {
                asked.put(first, Instant.MAX);
            }
        }
    }

    private int taken() {
        return seats.size() + asked.size();
    }

    private boolean isOver(String who, Instant now) {
        return !now.isBefore(asked.get(who));
    }

    String said() {
        return capacity + " seats: " + seats + ", asked " + asked.keySet() + ", in line " + line;
    }
}
