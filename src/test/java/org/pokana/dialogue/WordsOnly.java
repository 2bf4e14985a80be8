package org.pokana.dialogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.pokana.dialogue.Breaches.Breach;

/**
 * A walk on a channel without buttons, files and editing: choices are counted and answered with a number, ways out are
 * named and answered with their word.
 */
final class WordsOnly {

    private static final int DEEPEST = 4;

    private final Persona who;
    private final ExecutorService threads;
    private final Set<String> seen = new HashSet<>();
    private final Breaches breaches;
    private int screens;

    WordsOnly(Persona who, ExecutorService threads, Breaches breaches) {
        this.who = who;
        this.threads = threads;
        this.breaches = breaches;
    }

    /** How many screens there were. */
    int from(List<List<Step>> ways) {
        var next = ways;
        while (!next.isEmpty()) {
            var onwards = new ArrayList<List<Step>>();
            for (List<List<Step>> further : Walk.all(next, this::look, threads)) {
                onwards.addAll(further);
            }
            screens += next.size();
            next = onwards;
        }
        return screens;
    }

    private List<List<Step>> look(List<Step> way) {
        var visitor = who.after(way).orElseThrow();
        var screen = visitor.screen();
        var listed = screen.numbered();
        breach(5, screen.arrivals().isEmpty(), "no answer", way);
        breach(5, listed.isEmpty() && !screen.words().contains("·") && !leadsOut(visitor), "nowhere to go", way);
        for (int i = 0; i < listed.size(); i++) {
            var byNumber = visitor.taken(String.valueOf(i + 1));
            var byLabel = visitor.taken(listed.get(i));
            boolean words = visitor.standing().isFree() && byNumber.isEmpty();
            breach(2, !words && byNumber.isEmpty(), "“" + (i + 1) + "” is nothing", way);
            breach(
                    2,
                    !words && !Walk.isSame(byNumber.get(), byLabel.orElse("nothing")),
                    (i + 1) + " is not " + listed.get(i),
                    way);
        }
        return way.size() < DEEPEST && isNew(screen) ? onwards(way, listed.size()) : List.of();
    }

    /** A single way out needs no list. */
    private static boolean leadsOut(Visitor visitor) {
        var lines = visitor.screen().words().split("\n");
        return visitor.taken(lines[lines.length - 1]).isPresent();
    }

    private synchronized boolean isNew(Screen screen) {
        return seen.add(screen.words()) && seen.add(screen.question().orElse("") + screen.numbered());
    }

    private static List<List<Step>> onwards(List<Step> way, int choices) {
        var ways = new ArrayList<List<Step>>();
        for (int number = 1; number <= Math.min(3, choices); number++) {
            ways.add(Walk.then(way, Step.saying(String.valueOf(number))));
        }
        return ways;
    }

    private void breach(int rule, boolean is, String what, List<Step> way) {
        if (is) {
            breaches.add(List.of(new Breach(rule, what, who + " " + way)));
        }
    }
}
