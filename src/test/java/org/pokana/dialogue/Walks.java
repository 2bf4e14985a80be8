package org.pokana.dialogue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.conversation.Flow;
import org.pokana.dialogue.Breaches.Breach;
import org.pokana.messaging.Delivery;

/** Everybody's walks through every part of the service, and what was found wrong on them. */
final class Walks implements AutoCloseable {

    static final List<String> LANGUAGES = List.of("bg", "en");

    private static final int MANY_AT_A_TIME = 6;
    private static final int DEEPEST = 14;
    private static final int SHALLOW = 3;
    private static final int MANY = 30;
    private static final int A_FEW = 5;
    private static final int POOL = 6;

    static final String USUAL = "haskovo-2027-02";
    static final String OTHER = "harmanli-2027-04";
    static final String FULL = "lyubimets-2027-05-13";
    private static final String NEARLY_FREE = "topolovgrad-2027-05-20";
    static final String SOON = "ivaylovgrad-2027-02-12";
    private static final String CHANGING = "madzharovo-2027-06-17";

    static final List<String> FORUMS = List.of(
            World.forum("lyubimets", "Любимец", "Lyubimets", "2027-05-13", 1, "7d@10:00"),
            World.forum("topolovgrad", "Тополовград", "Topolovgrad", "2027-05-20", 2 * POOL, "7d@10:00"),
            World.forum("ivaylovgrad", "Ивайловград", "Ivaylovgrad", "2027-02-12", 500, "3d@10:00"),
            World.forum("madzharovo", "Маджарово", "Madzharovo", "2027-06-17", 500, "7d@10:00"));
    private static final List<String> MORE_FORUMS = List.of(
            World.forum("simeonovgrad", "Симеоновград", "Simeonovgrad", "2027-07-01", 50, "2h"),
            World.forum("stambolovo", "Стамболово", "Stambolovo", "2027-07-08", 50, "2h"),
            World.forum("mineralni-bani", "Минерални бани", "Mineralni bani", "2027-07-15", 50, "2h"),
            World.forum("svilengrad", "Свиленград", "Svilengrad", "2027-09-16", 50, "2h"),
            World.forum("haskovo", "Хасково", "Haskovo", "2027-09-23", 50, "2h"),
            World.forum("dimitrovgrad", "Димитровград", "Dimitrovgrad", "2027-09-30", 50, "2h"));

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY_AT_A_TIME);
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final Set<String> questions = new LinkedHashSet<>();
    private final Set<String> picks = new LinkedHashSet<>();
    private final Breaches breaches = new Breaches();

    /** The forums everybody can be registered for, with somebody in each, so that all see the same. */
    static World settled(Path folder) {
        var world = new World(World.season(folder, FORUMS));
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
            participants(world);
            notices(world);
        }
        for (String language : LANGUAGES) { // what one walk has called off, the other could not see
            try (var world = settled(folder.resolve("organizers-" + language))) {
                organizers(world, language);
            }
        }
        try (var world = new World(World.season(
                folder.resolve("many"),
                Stream.concat(FORUMS.stream(), MORE_FORUMS.stream()).toList()))) {
            shortly(world, "with many forums");
        }
        try (var world = new World(folder, "--pokana.sample=false")) {
            shortly(world, "without forums");
        }
    }

    private void participants(World world) {
        for (String language : LANGUAGES) {
            var newcomer = new Persona("newcomer", language, () -> world.somebody(language));
            var first = walk(newcomer, openings(world, typed(language)), DEEPEST);
            typesInsteadOfPressing(newcomer, first);
            behaves(world, first);
            var registered = new Persona(
                    "registered", language, () -> Cast.registers(world.somebody(language), USUAL, language));
            behaves(world, walk(registered, openings(world, List.of("/register " + OTHER)), DEEPEST));
            var waiting =
                    new Persona("waiting", language, () -> Cast.registers(world.somebody(language), FULL, language));
            behaves(world, walk(waiting, openings(world, List.of("/forum " + FULL)), DEEPEST));
            var plain = new Persona("without buttons", language, () -> world.somebodyWithoutButtons(language));
            seen.put(plain.toString(), new WordsOnly(plain, threads, breaches).from(openings(world, typed(language))));
        }
        foreign(world);
    }

    /** What people type who press nothing. */
    private static List<String> typed(String language) {
        return language.equals("bg")
                ? List.of("кога е форумът в Хасково", "какво е ГДЗП?", "документи", "благодаря", "човек", "да")
                : List.of("when is the forum in Haskovo", "is there a fee?", "documents", "thanks", "person", "yes");
    }

    /** Each flow by its command, what a link may open, and what is typed. */
    private static List<List<Step>> openings(World world, List<String> more) {
        var links = Stream.of("/start forum-" + USUAL, "/start ask", "/start organizer-nosuchtoken");
        return ways(commands(world, flow -> true), links, Stream.of("/forum " + USUAL), more.stream());
    }

    /** What only organizers may do, and what they see besides. */
    private static List<List<Step>> openingsOfOrganizers(World world, List<String> more) {
        var shared = Stream.of("/start", "/menu", "/forum " + USUAL, "/my");
        return ways(commands(world, flow -> flow.needs().isPresent()), shared, more.stream());
    }

    private static Stream<String> commands(World world, Predicate<Flow> which) {
        return world.flows.stream().filter(which).map(flow -> "/" + flow.name()).sorted();
    }

    @SafeVarargs
    private static List<List<Step>> ways(Stream<String>... words) {
        return Stream.of(words)
                .flatMap(each -> each)
                .map(each -> List.of(Step.saying(each)))
                .toList();
    }

    private List<Stop> walk(Persona who, List<List<Step>> ways, int deepest) {
        var stops = new Walk(
                        who,
                        threads,
                        known.computeIfAbsent(who.language(), any -> new HashSet<>()),
                        deepest,
                        who.name().equals("newcomer") ? MANY : A_FEW)
                .from(ways);
        seen.merge(who.toString(), stops.size(), Integer::sum);
        stops.forEach(this::look);
        return stops;
    }

    private void look(Stop stop) {
        breaches.add(Look.at(stop));
        stop.screen().buttons().forEach(button -> picks.add(button.pick()));
    }

    /** Rules 2 and 19: the label typed does what the button does, also when all of it comes thrice and at once. */
    private void typesInsteadOfPressing(Persona who, List<Stop> stops) {
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
                    if (!visitor.screen().words().equals(stop.screen().words())) {
                        breaches.add(List.of(new Breach(
                                19, "typed and repeated: " + visitor.screen().words(), stop.toString())));
                    }
                    return stop;
                },
                threads);
    }

    private void behaves(World world, List<Stop> stops) {
        var fresh = Walk.questions(stops).stream()
                .filter(stop -> questions.add(
                        stop.who().language() + stop.screen().question().map(Walk::kind)))
                .toList();
        Walk.all(fresh, stop -> Conduct.at(stop, world.words), threads).forEach(breaches::add);
    }

    /** Rule 10: somebody presses every button that others were shown, and nothing comes of it for those others. */
    private void foreign(World world) {
        var maria = world.owner("bg").says("/start");
        var ivan = Cast.registers(world.somebody("bg"), USUAL, "bg").says("/my");
        var before =
                ivan.screen().words() + maria.says("/forum_numbers").screen().texts();
        presses(world.somebody("bg").says("/start"));
        var after = ivan.says("/my").screen().words()
                + maria.says("/forum_numbers").screen().texts();
        if (!after.equals(before)) {
            breaches.add(List.of(new Breach(10, "a foreign tap has changed something", before + after)));
        }
    }

    private void presses(Visitor stranger) {
        for (String pick : List.copyOf(picks)) {
            stranger.presses(pick);
            if (stranger.screen().answers().isEmpty()) {
                breaches.add(List.of(new Breach(10, "a foreign " + Walk.kind(pick) + " is not answered", pick)));
            }
        }
    }

    /** What comes without being asked for: a seat, a reminder, a change, an announcement, the end of a forum. */
    private void notices(World world) {
        var owner = world.owner("bg").says("/start");
        var seated = pool(2 * POOL, () -> Cast.registers(world.somebody("bg"), NEARLY_FREE, "bg"));
        var line = pools(language -> Cast.registers(world.somebody(language), NEARLY_FREE, language));
        comes(world, "moved up", line, () -> seated.forEach(person -> Cast.givesUp(person, NEARLY_FREE)));
        var near = pools(language -> Cast.registers(world.somebody(language), SOON, language));
        comes(world, "announced to", near, () -> Cast.announces(owner, "13 14 15", "forum:" + SOON, "more", "receipt"));
        comes(world, "reminded", near, () -> world.clock.set(Instant.parse("2027-02-09T08:00:00Z")));
        var far = pools(language -> Cast.registers(world.somebody(language), CHANGING, language));
        comes(world, "told of a change", far, () -> {
            owner.says("/move " + CHANGING).presses("move.what=time");
            Cast.answers(owner, "18.06.2027 11:00", Set.of("yes"));
        });
        comes(world, "told of the end", far, () -> {
            owner.says("/cancel_forum " + CHANGING);
            Cast.answers(owner, "", Set.of("off"));
        });
    }

    private Map<String, Queue<Visitor>> pools(java.util.function.Function<String, Visitor> person) {
        var pools = new LinkedHashMap<String, Queue<Visitor>>();
        LANGUAGES.forEach(language -> pools.put(language, pool(POOL, () -> person.apply(language))));
        return pools;
    }

    private Queue<Visitor> pool(int size, Supplier<Visitor> person) {
        return new ConcurrentLinkedQueue<>(
                Walk.all(IntStream.range(0, size).boxed().toList(), any -> person.get(), threads));
    }

    /** Everybody in the pools gets it; each of them presses one of its buttons. */
    private void comes(World world, String kind, Map<String, Queue<Visitor>> pools, Runnable event) {
        var everybody = pools.values().stream().flatMap(Queue::stream).toList();
        everybody.forEach(Visitor::forgetsWhatItSaw);
        event.run();
        world.waitUntil(() -> everybody.stream()
                .noneMatch(person -> person.looks().screen().buttons().isEmpty()));
        pools.forEach((language, people) -> {
            var turns = new ConcurrentLinkedQueue<>(people);
            walk(new Persona(kind, language, turns::remove), List.of(List.of()), 1);
        });
    }

    private void organizers(World world, String language) {
        var maria = world.owner("bg").says("/start");
        var announcements = announcements(world, maria);
        var owner = new Persona("owner", language, () -> world.owner(language));
        behaves(world, walk(owner, openingsOfOrganizers(world, announcements), DEEPEST));
        var invited = new Persona("organizer", language, () -> invited(world, maria, language));
        walk(invited, openingsOfOrganizers(world, List.of()), 1);
        forges(world, maria);
        world.clock.set(Instant.parse("2027-02-01T21:00:00Z"));
        var night = new Persona("owner at night", language, () -> world.owner(language));
        behaves(world, walk(night, openingsOfOrganizers(world, List.of()), DEEPEST));
    }

    private static Visitor invited(World world, Visitor owner, String language) {
        synchronized (owner) {
            var link = owner.says("/invite_organizer").screen().texts().get(0).text();
            var token = link.replaceFirst("(?s).*start=(organizer-\\w+).*", "$1");
            return world.somebody(language).says("/start " + token);
        }
    }

    /** One that is through with all that can happen, one stopped, one paused, one that waits for its day. */
    private List<String> announcements(World world, Visitor maria) {
        world.buttons()
                .nextEnds(new Delivery.Uncertain("test"), new Delivery.NotSent("test"), new Delivery.Gone("test"));
        Cast.announces(maria, "1 2 3 ".repeat(20), "forum:" + USUAL, "more", "receipt");
        world.passes(Duration.ofSeconds(11));
        world.waitUntil(() -> says(maria, "доставени"));
        Cast.announces(maria, "4 5 6", "forum:" + SOON);
        world.passes(Duration.ofSeconds(11));
        world.waitUntil(() -> says(maria, "пътува"));
        look(new Stop(
                new Persona("maria", "bg", () -> maria),
                List.of(Step.saying("/announcements")),
                maria.screen(),
                maria.screen(),
                List.of()));
        maria.taps("1.").taps("Пауза");
        Cast.announces(maria, "7 8 9", "forum:" + SOON).taps("Отмени");
        Cast.announces(maria, "10 11 12", "forum:" + SOON, "more", "when", "-1d10@" + SOON);
        return maria.says("/announcements").screen().buttons().stream()
                .map(button -> button.pick())
                .filter(pick -> pick.startsWith("/announcements "))
                .toList();
    }

    private static boolean says(Visitor owner, String word) {
        return owner.says("/announcements").screen().words().contains(word);
    }

    /** Rule 10: whoever may not, presses everything an owner was shown. */
    private void forges(World world, Visitor maria) {
        var before = facts(maria);
        presses(world.somebody("bg").says("/start"));
        if (!facts(maria).equals(before)) {
            breaches.add(List.of(new Breach(10, "a stranger changed something: " + facts(maria), before)));
        }
    }

    private static String facts(Visitor owner) {
        return owner.says("/forum_numbers").screen().words()
                + owner.says("/announcements").screen().texts();
    }

    private void shortly(World world, String when) {
        for (String language : LANGUAGES) {
            walk(
                    new Persona("newcomer " + when, language, () -> world.somebody(language)),
                    openings(world, List.of()),
                    SHALLOW);
            walk(
                    new Persona("owner " + when, language, () -> world.owner(language)),
                    openingsOfOrganizers(world, List.of()),
                    SHALLOW);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    public static void main(String[] a) throws Exception {
        var walks = new Walks();
        long t = System.nanoTime();
        walks.everywhere(java.nio.file.Files.createTempDirectory("walks"));
        System.err.println(
                walks.seen + " " + walks.seen.values().stream().mapToInt(i -> i).sum() + " screens "
                        + (System.nanoTime() - t) / 1_000_000_000);
        for (int rule : walks.breaches.rules())
            walks.breaches.of(rule).forEach(each -> System.err.println("RULE " + rule + ": " + each));
        System.exit(0);
    }
}
