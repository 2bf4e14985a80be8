package org.pokana.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What everybody would expect of seats, offers that end, and a waiting list; one act after another. Some seats may be kept
 * for {@code ngo}, and an organisation may have only so many: whose group and organisation are which, their names say.
 */
final class QueueModel {

    int capacity;
    int forNgos;
    int mostOfOne;

    /** Whether whoever registers is gone before they hear the answer, and so has to be asked. */
    boolean cutShort;

    final TreeSet<String> seats = new TreeSet<>();

    /** Who is asked, until when. */
    final Map<String, Instant> asked = new LinkedHashMap<>();

    final List<String> line = new ArrayList<>();
    private final Map<String, Integer> lapses = new LinkedHashMap<>();
    private final Map<String, Integer> tickets = new LinkedHashMap<>();
    private int lastTicket;

    QueueModel(int capacity) {
        this.capacity = capacity;
    }

    QueueModel copy() {
        var copy = new QueueModel(capacity);
        copy.forNgos = forNgos;
        copy.mostOfOne = mostOfOne;
        copy.seats.addAll(seats);
        copy.asked.putAll(asked);
        copy.line.addAll(line);
        copy.lapses.putAll(lapses);
        copy.tickets.putAll(tickets);
        copy.lastTicket = lastTicket;
        return copy;
    }

    void register(String who, Instant now) {
        if (asked.containsKey(who) && isOver(who, now)) {
            rest(now, who);
        }
        if (!isNew(who)) {
            return; // but whoever let too many offers pass, just now perhaps, begins anew
        }
        if (suits(who) && line.isEmpty()) {
            seats.add(who);
        } else {
            join(who);
            rest(now, cutShort ? null : who);
        }
    }

    private void join(String who) {
        line.add(who);
        tickets.put(who, ++lastTicket);
    }

    /** As they stood in line. */
    private List<String> askedInOrder() {
        return asked.keySet().stream()
                .sorted(Comparator.comparing(tickets::get))
                .toList();
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

    void allot(int forNgos, int mostOfOne, Instant now) {
        this.forNgos = forNgos;
        this.mostOfOne = mostOfOne;
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
        for (String who : askedInOrder()) {
            if (isOver(who, now)) {
                asked.remove(who);
                if (lapses.merge(who, 1, Integer::sum) < 2) {
                    join(who);
                } else {
                    lapses.remove(who);
                }
            }
        }
        while (line.stream().anyMatch(this::suits)) {
            var first = line.stream().filter(this::suits).findFirst().orElseThrow();
            line.remove(first);
            if (first.equals(here)) {
                lapses.remove(first);
                seats.add(first);
            } else {
                asked.put(first, Instant.MAX);
            }
        }
    }

    boolean suits(String who) {
        int free = capacity - taken();
        int kept = Math.max(0, forNgos - having("ngo", QueueModel::group));
        boolean oneMore = mostOfOne == 0 || having(organisation(who), QueueModel::organisation) < mostOfOne;
        return oneMore && free > (group(who).equals("ngo") && kept > 0 ? 0 : kept);
    }

    private int having(String what, UnaryOperator<String> of) {
        return (int) Stream.concat(seats.stream(), asked.keySet().stream())
                .filter(who -> of.apply(who).equals(what))
                .count();
    }

    static String group(String who) {
        return number(who) % 3 == 0 ? "ngo" : "institution";
    }

    /** Two or three people of each. */
    static String organisation(String who) {
        return "Сдружение " + number(who) % 4;
    }

    private static int number(String who) {
        return who.charAt(who.length() - 1) - '0';
    }

    private int taken() {
        return seats.size() + asked.size();
    }

    private boolean isOver(String who, Instant now) {
        return !now.isBefore(asked.get(who));
    }

    String said() {
        return capacity + " seats, " + forNgos + " for NGOs, at most " + mostOfOne + " for one: " + seats + ", asked "
                + askedInOrder() + ", in line " + line;
    }
}
