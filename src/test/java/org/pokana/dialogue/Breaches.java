package org.pokana.dialogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What breaks the rules, by their numbers: each thing once, with the first place where it was seen. */
final class Breaches {

    /** @param where the way that leads there */
    record Breach(int rule, String what, String where) {}

    private final Map<Integer, Map<String, String>> byRule = new TreeMap<>();

    synchronized void add(Collection<Breach> breaches) {
        breaches.forEach(breach -> byRule.computeIfAbsent(breach.rule(), any -> new TreeMap<>())
                .putIfAbsent(breach.what(), breach.where()));
    }

    synchronized List<String> of(int rule) {
        return byRule.getOrDefault(rule, Map.of()).entrySet().stream()
                .map(breach -> breach.getKey() + " — " + breach.getValue())
                .toList();
    }

    synchronized Collection<Integer> rules() {
        return new TreeSet<>(byRule.keySet());
    }
}
