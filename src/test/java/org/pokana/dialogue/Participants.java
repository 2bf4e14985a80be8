package org.pokana.dialogue;

import java.util.List;
import java.util.stream.Stream;

/** People who come to the service for themselves: newcomers, those who are registered or wait, those without buttons. */
final class Participants {

    private static final int SHALLOW = 3;

    private final Walks walks;
    private final World world;
    private final String language;

    Participants(Walks walks, World world) {
        this.walks = walks;
        this.world = world;
        this.language = walks.language();
    }

    void walk() {
        var newcomer = new Persona("newcomer", language, () -> world.somebody(language));
        var first = walks.walk(newcomer, openings(typed()));
        walks.typesInsteadOfPressing(newcomer, first);
        walks.behaves(world, first);
        var registered = new Persona(
                "registered", language, () -> Cast.registers(world.somebody(language), Walks.USUAL, language));
        walks.behaves(world, walks.walk(registered, openings(List.of("/register " + Walks.OTHER))));
        var waiting =
                new Persona("waiting", language, () -> Cast.registers(world.somebody(language), Walks.FULL, language));
        walks.behaves(world, walks.walk(waiting, openings(List.of("/forum " + Walks.FULL))));
        var plain = new Persona("without buttons", language, () -> world.somebodyWithoutButtons(language));
        walks.withoutButtons(plain, openings(typed()));
        foreign();
    }

    /** What people type who press nothing. */
    private List<String> typed() {
        return language.equals("bg")
                ? List.of("кога е форумът в Хасково", "какво е ГДЗП?", "документи", "благодаря", "човек", "да")
                : List.of("when is the forum in Haskovo", "is there a fee?", "documents", "thanks", "person", "yes");
    }

    /** Each flow by its command, what a link may open, and what is typed. */
    private List<List<Step>> openings(List<String> more) {
        var links = Stream.of("/start forum-" + Walks.USUAL, "/start ask", "/start organizer-nosuchtoken");
        return Walks.ways(
                Stream.of(world.commands(flow -> true), links, Stream.of("/forum " + Walks.USUAL), more.stream())
                        .flatMap(each -> each));
    }

    /** Rule 10: somebody presses every button that others were shown, and nothing comes of it for those others. */
    private void foreign() {
        var maria = world.owner("bg").says("/start");
        var ivan = Cast.registers(world.somebody("bg"), Walks.USUAL, "bg").says("/my");
        var before =
                ivan.screen().words() + maria.says("/forum_numbers").screen().texts();
        walks.presses(world.somebody("bg").says("/start"));
        var after = ivan.says("/my").screen().words()
                + maria.says("/forum_numbers").screen().texts();
        walks.breach(10, !after.equals(before), "a foreign tap has changed something", before + after);
    }

    void shortly(String when) {
        walks.walk(
                new Persona("newcomer " + when, language, () -> world.somebody(language)),
                openings(List.of()),
                SHALLOW);
        walks.walk(
                new Persona("owner " + when, language, () -> world.owner(language)),
                Team.openings(world, List.of()),
                SHALLOW);
    }
}
