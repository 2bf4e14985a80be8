package org.pokana.dialogue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.dialogue.Breaches.Breach;

/** Everybody's walks through every part of the service in one language, and what was found wrong on them. */
final class Walks implements AutoCloseable {

    private static final int MANY_AT_A_TIME = 6;
    private static final int DEEPEST = 14;
    private static final int MANY = 30;
    private static final int A_FEW = 5;
    static final int POOL = 8;

    static final String USUAL = "haskovo-2027-02";
    static final String OTHER = "harmanli-2027-04";
    static final String FULL = "lyubimets-2027-05-13";
    static final String NEARLY_FREE = "topolovgrad-2027-05-20";
    static final String SOON = "ivaylovgrad-2027-02-12";
    static final String CHANGING = "madzharovo-2027-06-17";

    static final List<String> FORUMS = List.of(
            Season.forum("lyubimets", "Любимец", "Lyubimets", "2027-05-13", 1, "7d@10:00"),
            Season.forum("topolovgrad", "Тополовград", "Topolovgrad", "2027-05-20", 2 * POOL, "7d@10:00"),
            Season.forum("ivaylovgrad", "Ивайловград", "Ivaylovgrad", "2027-02-12", 500, "3d@10:00"),
            Season.forum("madzharovo", "Маджарово", "Madzharovo", "2027-06-17", 500, "7d@10:00"));
    private static final List<String> MORE_FORUMS = List.of(
            Season.forum("simeonovgrad", "Симеоновград", "Simeonovgrad", "2027-07-01", 50, "2h"),
            Season.forum("stambolovo", "Стамболово", "Stambolovo", "2027-07-08", 50, "2h"),
            Season.forum("mineralni-bani", "Минерални бани", "Mineralni bani", "2027-07-15", 50, "2h"),
            Season.forum("svilengrad", "Свиленград", "Svilengrad", "2027-09-16", 50, "2h"),
            Season.forum("haskovo", "Хасково", "Haskovo", "2027-09-23", 50, "2h"),
            Season.forum("dimitrovgrad", "Димитровград", "Dimitrovgrad", "2027-09-30", 50, "2h"));

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY_AT_A_TIME);
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final Set<String> questions = new LinkedHashSet<>();
    private final Set<String> picks = new LinkedHashSet<>();
    private final Breaches breaches = new Breaches();
    private final String language;

    Walks(String language) {
        this.language = language;
    }

    String language() {
        return language;
    }

    /** The forums everybody can be registered for, with somebody in each, so that all see the same. */
    static World settled(Path folder) {
        var world = new World(Season.with(folder, FORUMS));
        for (String forum : List.of(FULL, USUAL, "dimitrovgrad-2027-03", OTHER, SOON, CHANGING)) {
            Cast.registers(world.somebody("bg"), forum, "bg");
        }
        return world;
    }

    List<String> breaches(int rule) {
        return breaches.of(rule);
    }

    Map<String, Integer> seen() {
        return seen;
    }

    /** What the buttons of all screens carry. */
    Set<String> picks() {
        return picks;
    }

    void everywhere(Path folder) {
        try (var world = settled(folder.resolve("participants"))) {
            new Participants(this, world).walk();
            new Occasions(this, world).walk();
        }
        try (var world = settled(folder.resolve("organizers"))) {
            new Team(this, world).walk();
        }
        try (var world = new World(Season.with(folder.resolve("door"), Doorway.FORUMS))) {
            new Doorway(this, world).walk();
        }
        var many = Stream.concat(FORUMS.stream(), MORE_FORUMS.stream()).toList();
        try (var world = new World(Season.with(folder.resolve("many"), many))) {
            new Participants(this, world).shortly("with many forums");
        }
        try (var world = new World(folder, "--pokana.sample=false")) {
            new Participants(this, world).shortly("without forums");
        }
    }

    /** One step each. */
    static List<List<Step>> ways(Stream<String> words) {
        return words.map(each -> List.of(Step.saying(each))).toList();
    }

    List<Stop> walk(Persona who, List<List<Step>> ways) {
        return walk(who, ways, DEEPEST, Set.of());
    }

    /** @param commands what is gone on with */
    List<Stop> within(Set<String> commands, Persona who, List<List<Step>> ways) {
        return walk(who, ways, DEEPEST, commands);
    }

    List<Stop> walk(Persona who, List<List<Step>> ways, int deepest) {
        return walk(who, ways, deepest, Set.of());
    }

    private List<Stop> walk(Persona who, List<List<Step>> ways, int deepest, Set<String> within) {
        var stops =
                new Walk(who, threads, within, known, deepest, who.name().equals("newcomer") ? MANY : A_FEW).from(ways);
        seen.merge(who.name(), stops.size(), Integer::sum);
        stops.forEach(this::look);
        return stops;
    }

    void look(Stop stop) {
        breaches.add(Look.at(stop));
        stop.screen().buttons().forEach(button -> picks.add(button.pick()));
    }

    /** Rules 2 and 19: the label typed does what the button does, also when all of it comes thrice and at once. */
    void typesInsteadOfPressing(Persona who, List<Stop> stops) {
        var kinds = new HashSet<String>();
        var tapped = stops.stream()
                .filter(Stop::isTap)
                .filter(stop ->
                        kinds.add(Walk.kind(stop.last().pick()) + stop.before().question()))
                .toList();
        Walk.all(
                tapped,
                stop -> {
                    var visitor = who.arrives().get();
                    visitor.stammers();
                    visitor.does(stop.way().subList(0, stop.way().size() - 1));
                    visitor.says(stop.last().words());
                    var words = visitor.screen().words();
                    breach(19, !words.equals(stop.screen().words()), "typed and repeated: " + words, stop.toString());
                    return stop;
                },
                threads);
    }

    void behaves(World world, List<Stop> stops) {
        var fresh = Walk.questions(stops).stream()
                .filter(stop ->
                        questions.add(stop.screen().question().map(Walk::kind).toString()))
                .toList();
        Walk.all(fresh, stop -> Conduct.at(stop, world.words), threads).forEach(breaches::add);
    }

    /** Rule 10: somebody presses every button that others were shown, and is answered. */
    void presses(Visitor stranger) {
        for (String pick : List.copyOf(picks)) {
            stranger.presses(pick);
            breach(
                    10,
                    stranger.screen().answers().isEmpty(),
                    "a foreign " + Walk.kind(pick) + " is not answered",
                    pick);
        }
    }

    void breach(int rule, boolean is, String what, String where) {
        if (is) {
            breaches.add(List.of(new Breach(rule, what, where)));
        }
    }

    /** Many people who do the same. */
    Queue<Visitor> pool(int size, Supplier<Visitor> person) {
        return new ConcurrentLinkedQueue<>(
                Walk.all(IntStream.range(0, size).boxed().toList(), any -> person.get(), threads));
    }

    void withoutButtons(Persona who, List<List<Step>> ways) {
        seen.put(who.name(), new WordsOnly(who, threads, breaches).from(ways));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
