package org.pokana.channel.telegram;

import java.util.HashMap;
import java.util.Map;

/** Large uploads of exactly the same size are held apart: they are taken for one file that is sent again and again. */
final class FakeUploadPace {

    private static final int LARGE = 100_000;
    private static final double MOST_AHEAD = 5;
    private static final long REFUSAL_MILLIS = 3000;

    private final Map<Integer, Double> turns = new HashMap<>();

    void take(int size) {
        if (size > LARGE) {
            double wait = turn(size);
            sleep(wait > MOST_AHEAD ? REFUSAL_MILLIS : (long) (wait * 1000));
            if (wait > MOST_AHEAD) {
                throw FakeLimit.later(60);
            }
        }
    }

    /** In how many seconds it is this upload's turn. */
    private synchronized double turn(int size) {
        double now = System.nanoTime() / 1e9;
        double before = turns.getOrDefault(size, now - 2);
        if (before > now + MOST_AHEAD) {
            return before - now;
        }
        double turn = Math.max(before + Math.min(0.9, Math.max(0.2, size * 1e-7)), now - 1);
        turns.put(size, turn);
        return Math.max(0, turn - now);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
