package org.pokana.channel.telegram;

import java.util.ArrayList;
import java.util.List;

/**
 * What broke the specification of the Bot API in one server. Each test fails that leaves some behind, unless it forgave
 * them: see {@link EveryCallIsValid}.
 */
final class Violations {

    private static final List<Violations> EVERYWHERE = new ArrayList<>();

    private final List<String> breaches = new ArrayList<>();
    private int forgiven;

    Violations() {
        synchronized (EVERYWHERE) {
            EVERYWHERE.add(this);
        }
    }

    synchronized void add(List<String> more) {
        breaches.addAll(more);
    }

    synchronized List<String> all() {
        return List.copyOf(breaches);
    }

    /** What happened so far was meant to. */
    synchronized void forgive() {
        forgiven = breaches.size();
    }

    private synchronized List<String> takeUnforgiven() {
        var unforgiven = List.copyOf(breaches.subList(forgiven, breaches.size()));
        forgive();
        return unforgiven;
    }

    /** In all servers since the last time somebody asked. */
    static List<String> takeAllUnforgiven() {
        synchronized (EVERYWHERE) {
            return EVERYWHERE.stream()
                    .flatMap(each -> each.takeUnforgiven().stream())
                    .toList();
        }
    }
}
