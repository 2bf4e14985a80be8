package org.pokana.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long things took. */
public final class Latencies {

    private final List<Long> nanos = new ArrayList<>();

    public void add(long taken) {
        nanos.add(taken);
    }

    public void addAll(Latencies others) {
        nanos.addAll(others.nanos);
    }

    public int count() {
        return nanos.size();
    }

    /** In milliseconds: this part of them, in percent, took no longer. */
    public double percentile(int part) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        var sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int place = (int) Math.ceil(part / 100.0 * sorted.size()) - 1;
        return sorted.get(Math.max(0, place)) / 1e6;
    }

    /** How many times as long as the others a percentile took. */
    public double ratio(Latencies others, int part) {
        return percentile(part) / others.percentile(part);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                count(),
                percentile(50),
                percentile(95),
                percentile(99));
    }
}
