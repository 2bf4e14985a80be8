package org.pokana.dialogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.conversation.Standing;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Text;

/**
 * Goes wherever buttons and words lead somebody, breadth first and many at a time. Each screen that says something new
 * is gone on from; of buttons that do the same, a few are pressed, and those that destroy something last.
 */
final class Walk {

    private static final int MOST_ALIKE = 6;
    private static final int MOST_PRESSES = 2;

    /** What is typed where words are asked for; what is not understood leads nowhere. */
    private static final Map<String, List<String>> TYPED = Map.of(
            "bg", List.of("Олена Ковал", "26.02.2027 11:00"),
            "en", List.of("Olena Koval", "26.02.2027 11:00"));

    /** Different commands that do the same. */
    private static final Map<String, Set<String>> THE_SAME = Map.of(
            "/stop", Set.of("/news off"),
            "/language other", Set.of("/language en", "/language bg"));

    private final Persona who;
    private final int deepest;
    private final int mostOfAKind;
    private final ExecutorService threads;
    private final Set<String> within;
    private final Set<String> signatures;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<List<Step>, Stop> stops = new LinkedHashMap<>();

    /** Who stands where somebody got to in the last round. */
    private final Map<List<Step>, Visitor> there = new ConcurrentHashMap<>();

    /** Who may take one step more instead of beginning anew, by the way that this makes. */
    private final Map<List<Step>, Visitor> ahead = new ConcurrentHashMap<>();

    private final Map<String, List<String>> misread = new ConcurrentHashMap<>();

    /**
     * @param known what others of the same language have seen, and need not be gone on from again
     * @param within the commands that are gone on with; all of them if it is empty
     * @param mostOfAKind so many questions of a catalogue, and so many forums, stand for all of them
     */
    Walk(Persona who, ExecutorService threads, Set<String> within, Set<String> known, int deepest, int mostOfAKind) {
        this.within = within;
        this.mostOfAKind = mostOfAKind;
        this.deepest = deepest;
        this.who = who;
        this.threads = threads;
        this.signatures = known;
    }

    List<Stop> from(List<List<Step>> ways) {
        var next = ways;
        var last = new ArrayList<List<Step>>();
        while (!next.isEmpty()) {
            var onwards = new ArrayList<List<Step>>();
            for (Stop stop : reached(next)) {
                stops.put(stop.way(), stop);
                if (stop.way().size() < deepest && isNew(stop.screen())) {
                    var further = onwards(stop);
                    further.stream().findFirst().ifPresent(way -> ahead.put(way, there.get(stop.way())));
                    onwards.addAll(further);
                }
            }
            there.clear();
            onwards.stream().filter(Walk::destroys).forEach(last::add);
            onwards.removeIf(Walk::destroys);
            next = onwards.isEmpty() ? List.copyOf(last) : onwards;
            if (onwards.isEmpty()) {
                last.clear();
            }
        }
        return List.copyOf(stops.values());
    }

    private static boolean destroys(List<Step> way) {
        var step = way.get(way.size() - 1);
        return step.tone() == Tone.DANGER && !step.pick().startsWith("/");
    }

    private List<Stop> reached(List<List<Step>> ways) {
        return all(ways, this::reach, threads).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Stop> reach(List<Step> way) {
        return after(way).map(visitor -> {
            var screen = visitor.screen();
            there.put(way, visitor);
            return new Stop(who, way, way.isEmpty() ? screen : visitor.before(), screen, misread(visitor));
        });
    }

    private Optional<Visitor> after(List<Step> way) {
        var visitor = ahead.remove(way);
        if (visitor == null) {
            return who.after(way);
        }
        var step = way.get(way.size() - 1);
        return visitor.can(step) ? Optional.of(visitor.does(List.of(step))) : Optional.empty();
    }

    /** Screens that are alike are read once. */
    private List<String> misread(Visitor visitor) {
        var screen = visitor.screen();
        return misread.computeIfAbsent(
                screen.question() + screen.words() + screen.buttons(), any -> misreadNow(visitor));
    }

    /** Others go about at the same time: what is misread counts if nothing came while it was read. */
    private static List<String> misreadNow(Visitor visitor) {
        var wrong = misreadAtOnce(visitor);
        int seen = -1;
        while (!wrong.isEmpty() && visitor.screen().arrivals().size() != seen) {
            seen = visitor.looksWhenAllIsNoted().screen().arrivals().size();
            wrong = misreadAtOnce(visitor);
            visitor.looks();
        }
        return wrong;
    }

    private static List<String> misreadAtOnce(Visitor visitor) {
        var wrong = new ArrayList<String>();
        var texts = visitor.screen().latest().texts();
        for (Text text : texts) {
            var buttons = text.buttons();
            for (int i = 0, number = 1; i < buttons.size(); i++) {
                var spelled = new ArrayList<>(Spellings.of(buttons.get(i).label()));
                boolean counts = text == texts.get(texts.size() - 1)
                        && !visitor.standing().isFree();
                if (counts && buttons.get(i).tone() != Tone.AWAY) {
                    spelled.add(String.valueOf(number++));
                }
                for (String typed : spelled) {
                    var taken = visitor.taken(typed).orElse("nothing");
                    if (!isSame(buttons.get(i), taken, texts)) {
                        wrong.add("“" + typed + "” is taken for " + taken + " instead of "
                                + buttons.get(i).pick());
                    }
                }
            }
        }
        return wrong;
    }

    /** Which of several is meant, the command by itself asks back. */
    private static boolean isSame(Button button, String taken, List<Text> texts) {
        var pick = button.pick();
        long carriers = texts.stream()
                .flatMap(text -> text.buttons().stream())
                .filter(other -> other.label().equals(button.label()))
                .count();
        return isSame(pick, taken) || carriers > 1 && kind(pick).equals(taken);
    }

    static boolean isSame(String pick, String taken) {
        return pick.equals(taken) || THE_SAME.getOrDefault(pick, Set.of()).contains(taken);
    }

    private boolean isNew(Screen screen) {
        var offered = offered(screen);
        return signatures.add(screen.question().orElse("") + offered + screen.words())
                && counts.merge("alike " + offered, 1, Integer::sum) <= MOST_ALIKE;
    }

    /** What can be chosen, whichever forum or question it is about. */
    private static String offered(Screen screen) {
        return screen.question().filter(any -> screen.asks()).orElse("")
                + screen.buttons().stream()
                        .map(button -> kind(button.pick()))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    /** {@code /forum} of {@code /forum haskovo-2027-02}, and {@code register.group} of {@code register.group=ngo}. */
    static String kind(String pick) {
        return pick.split("[ =#]")[0];
    }

    private List<List<Step>> onwards(Stop stop) {
        var ways = new ArrayList<List<Step>>();
        var asked = stop.screen().question().filter(any -> stop.screen().asks()).map(Walk::kind);
        List<Button> buttons = stop.screen().buttons();
        for (int place = 0; place < buttons.size(); place++) {
            var pick = buttons.get(place).pick();
            if (isWithin(pick) && isWorthALook(isSteering(pick) ? asked.orElse("") + pick : pick)) {
                ways.add(then(stop.way(), Step.pressing(buttons.get(place), place)));
            }
        }
        asked.ifPresent(question -> answers(stop)
                .filter(answer -> counts.merge(question + ": " + answer, 1, Integer::sum) == 1)
                .forEach(answer -> ways.add(then(stop.way(), answer))));
        return ways;
    }

    private Stream<Step> answers(Stop stop) {
        boolean files = stop.screen().standing().filter(Standing::takesFiles).isPresent();
        var typed = TYPED.get(who.language());
        return Stream.concat(
                typed.stream().map(Step::saying),
                files ? Stream.of(Step.showing(""), Step.showing(typed.get(0))) : Stream.empty());
    }

    private boolean isWithin(String pick) {
        return within.isEmpty() || !pick.startsWith("/") || isSteering(pick) || within.contains(kind(pick));
    }

    static boolean isSteering(String pick) {
        return Set.of("/back", "/cancel", "/continue", "/again").contains(pick);
    }

    private boolean isWorthALook(String pick) {
        return counts.merge("press " + pick, 1, Integer::sum) <= MOST_PRESSES
                && (!pick.startsWith("/") || counts.merge("kind " + kind(pick), 1, Integer::sum) <= mostOfAKind);
    }

    static List<Step> then(List<Step> way, Step step) {
        return Stream.concat(way.stream(), Stream.of(step)).toList();
    }

    /** Does it for all of them, many at a time, and keeps their order. */
    static <A, B> List<B> all(List<A> each, Function<A, B> work, ExecutorService threads) {
        var futures =
                each.stream().map(one -> threads.submit(() -> work.apply(one))).toList();
        var results = new ArrayList<B>();
        for (int i = 0; i < futures.size(); i++) {
            try {
                results.add(futures.get(i).get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("at " + each.get(i) + ": " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return results;
    }

    /** The shortest way to each question. */
    static List<Stop> questions(List<Stop> stops) {
        var shortest = new LinkedHashMap<String, Stop>();
        stops.stream()
                .filter(stop -> stop.screen().asks())
                .sorted(Comparator.comparing(stop -> stop.way().size()))
                .forEach(stop -> shortest.putIfAbsent(
                        stop.screen().question().map(Walk::kind).orElseThrow(), stop));
        return List.copyOf(shortest.values());
    }
}
