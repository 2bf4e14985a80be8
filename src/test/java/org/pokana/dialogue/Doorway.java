package org.pokana.dialogue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The day of two forums, one of them with more people than seats: those who come, the colleagues they send, helpers and
 * organizers at the door; before it begins and after.
 */
final class Doorway {

    private static final String NEAR = "svilengrad-2027-02-02";
    private static final String CROWDED = "lyubimets-2027-02-02";
    private static final String LATER = "ivaylovgrad-2027-02-12";

    private static final int SEATS = 2;

    static final List<String> FORUMS = List.of(
            Season.forum("svilengrad", "Свиленград", "Svilengrad", "2027-02-02", 5000, "2h"),
            Season.forum("lyubimets", "Любимец", "Lyubimets", "2027-02-02", SEATS, "2h"),
            Season.forum("ivaylovgrad", "Ивайловград", "Ivaylovgrad", "2027-02-12", 5000, "3d@10:00"));

    private static final String BEFORE_IT_BEGINS = "2027-02-02T06:30:00Z";
    private static final String AFTER_IT_BEGAN = "2027-02-02T08:05:00Z";
    private static final int TRIES = 5;

    /** What else there is, others have seen. */
    private static final Set<String> HERE = Set.of(
            "/door",
            "/door_code",
            "/checkin",
            "/admit",
            "/guest",
            "/guests",
            "/remove_guest",
            "/delegate",
            "/withdraw",
            "/seat",
            "/register",
            "/unregister",
            "/forum",
            "/my");

    /** All but the first wait, and are enough to press each button of what comes when they are let in. */
    private static final Map<String, List<String>> PEOPLE = Map.of(
            "bg",
                    List.of(
                            "Мария Илиева",
                            "Георги Колев",
                            "Анна Колева",
                            "Петър Стоянов",
                            "Ивана Костова",
                            "Димитър Вълев",
                            "Стела Райкова",
                            "Николай Танев",
                            "Радка Милева",
                            "Огнян Братоев"),
            "en",
                    List.of(
                            "Maria Ilieva",
                            "Georgi Kolev",
                            "Anna Koleva",
                            "Petar Stoyanov",
                            "Ivana Kostova",
                            "Dimitar Valev",
                            "Stela Raykova",
                            "Nikolay Tanev",
                            "Radka Mileva",
                            "Ognyan Bratoev"));

    private static final Map<String, String> GUESTS = Map.of("bg", "Вера Донева", "en", "Vera Doneva");

    private final Walks walks;
    private final World world;
    private final String language;

    Doorway(Walks walks, World world) {
        this.walks = walks;
        this.world = world;
        this.language = walks.language();
    }

    void walk() {
        world.clock.set(Instant.parse(BEFORE_IT_BEGINS));
        var owner = world.owner(language).says("/start");
        var crowd = new LinkedHashMap<String, Visitor>();
        for (String name : PEOPLE.get(language)) {
            Cast.registersAs(name, world.somebody(language), NEAR);
            crowd.put(name, Cast.registersAs(name, world.somebody(language), CROWDED));
        }
        crowd.keySet().removeAll(PEOPLE.get(language).subList(0, SEATS));
        admits(owner, crowd);
        Cast.answers(owner.says("/guest " + NEAR), GUESTS.get(language), Set.of("yes"));
        var code = code(owner);
        goes("stranger at the door", () -> world.somebody(language), forEverybody());
        goes("guest", () -> registered(NEAR), arriving(code));
        goes("early", () -> registered(LATER), Walks.ways(Stream.of("/door " + LATER, "/delegate", "/my")));
        goes("in line", () -> registered(CROWDED), atTheForum(CROWDED));
        goes("giver", this::giver, Walks.ways(Stream.of("/delegate " + NEAR, "/withdraw " + NEAR, "/my")));
        goes("colleague", this::colleague, List.of(List.of()));
        goes("helper", () -> invited(owner, "/invite_helper"), atWork());
        goes("owner at the door", () -> world.owner(language), atWork());
        world.clock.set(Instant.parse(AFTER_IT_BEGAN));
        goes(
                "latecomer",
                () -> world.somebody(language),
                Walks.ways(Stream.of(
                        "/door " + CROWDED, "/register " + CROWDED + " door", "/register " + NEAR + " door")));
        goes("owner during the forum", () -> world.owner(language), atWork());
    }

    private void goes(String name, Supplier<Visitor> arrives, List<List<Step>> ways) {
        walks.behaves(world, walks.within(HERE, new Persona(name, language, arrives), ways));
    }

    /** Some of those who wait are found by their names and let in. */
    private void admits(Visitor owner, Map<String, Visitor> waiting) {
        var pool = new ArrayDeque<>(waiting.values());
        new Occasions(walks, world)
                .comes("admitted", pool, () -> waiting.keySet().forEach(name -> admits(owner, name)));
    }

    private static void admits(Visitor owner, String name) {
        var found = owner.says("/checkin " + CROWDED).says(name).screen().buttons().stream()
                .filter(button -> button.pick().startsWith("/admit "))
                .findFirst()
                .orElseThrow();
        Cast.answers(owner.presses(found), "/cancel", Set.of("yes"));
    }

    private List<List<Step>> forEverybody() {
        return Walks.ways(Stream.of(
                "/forum " + NEAR,
                "/door",
                "/door " + NEAR,
                "/door " + CROWDED,
                "/start door-" + NEAR,
                "/start seat-nobodys",
                "/delegate",
                "/delegate " + NEAR,
                "/withdraw " + NEAR,
                "/checkin",
                "/register " + CROWDED));
    }

    private static List<List<Step>> atTheForum(String forum) {
        return Walks.ways(Stream.of("/door", "/door " + forum, "/delegate " + forum, "/forum " + forum, "/my"));
    }

    /** With the code that is shown, and with others until they have to wait. */
    private static List<List<Step>> arriving(String code) {
        var ways = new ArrayList<>(atTheForum(NEAR));
        ways.add(said("/door " + NEAR, code));
        ways.add(said("/door " + NEAR, code, "/door " + NEAR));
        ways.add(said("/door " + NEAR, code, "/delegate " + NEAR));
        ways.add(said("/door " + NEAR, code, "/my"));
        ways.add(said("/door " + NEAR, "!!!"));
        var wrong = code.equals("11111") ? "22222" : "11111";
        ways.add(said(Stream.concat(
                        Stream.of("/door " + NEAR), IntStream.range(0, TRIES).mapToObj(any -> wrong))
                .toArray(String[]::new)));
        return ways;
    }

    /** What helpers and organizers do there, as far as they may. */
    private List<List<Step>> atWork() {
        var ways = new ArrayList<>(Walks.ways(Stream.of(
                "/menu",
                "/menu team",
                "/menu door",
                "/organizer",
                "/invite_helper",
                "/door",
                "/door_code",
                "/door_code " + LATER,
                "/checkin",
                "/checkin " + NEAR,
                "/checkin " + NEAR + " 1",
                "/checkin " + NEAR + " 1 undo",
                "/checkin " + NEAR + " 999999",
                "/checkin " + LATER,
                "/admit " + CROWDED + " 3",
                "/admit " + CROWDED + " 999999",
                "/guest",
                "/guest " + CROWDED,
                "/guests",
                "/guests " + NEAR,
                "/remove_guest " + NEAR + " nobody",
                "/forum_numbers")));
        for (String letters : List.of("ko", "x", PEOPLE.get(language).get(1), "2", "!!!")) {
            ways.add(said("/checkin " + NEAR, letters));
            ways.add(said("/checkin " + CROWDED, letters));
        }
        return ways;
    }

    private static List<Step> said(String... words) {
        return Stream.of(words).map(Step::saying).toList();
    }

    private static String code(Visitor owner) {
        var shown = owner.says("/door_code " + NEAR).screen().texts().get(0).text();
        return shown.replaceFirst("(?s).*?((?:\\d ){4}\\d).*", "$1").replace(" ", "");
    }

    private Visitor registered(String forum) {
        return Cast.registers(world.somebody(language), forum, language);
    }

    private Visitor giver() {
        return registered(NEAR).says("/delegate " + NEAR);
    }

    private Visitor colleague() {
        return world.somebody(language).says("/start " + Cast.linked(giver(), "seat"));
    }

    private Visitor invited(Visitor owner, String command) {
        synchronized (owner) {
            return world.somebody(language).says("/start " + Cast.linked(owner.says(command), "organizer"));
        }
    }
}
