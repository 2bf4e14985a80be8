package org.pokana.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pokana.messaging.Delivery;

/** Owners and organizers, by day and by night, with announcements in every state. */
final class Team {

    /** So that some get what others do not. */
    private static final int PEOPLE = 6;

    private static final String[] TO_ALL_OF_A_FORUM = {
        "page:forums:1", "in:forum:" + Walks.USUAL, "go", "more", "receipt"
    };

    private final Walks walks;
    private final World world;
    private final String language;

    Team(Walks walks, World world) {
        this.walks = walks;
        this.world = world;
        this.language = walks.language();
    }

    void walk() {
        var maria = world.owner("bg").says("/start");
        var announcements = announcements(maria);
        var owner = new Persona("owner", language, () -> world.owner(language));
        walks.behaves(world, walks.walk(owner, openings(world, announcements)));
        var invited = new Persona("organizer", language, () -> invited(world, maria, language));
        walks.walk(invited, openings(world, List.of()), 1);
        forges(maria);
        world.clock.set(Instant.parse("2027-02-01T21:00:00Z"));
        var night = new Persona("owner at night", language, () -> world.owner(language));
        walks.behaves(world, walks.walk(night, openings(world, List.of())));
    }

    private static Visitor invited(World world, Visitor owner, String language) {
        synchronized (owner) {
            return world.somebody(language).says("/start " + Cast.linked(owner.says("/invite_organizer"), "organizer"));
        }
    }

    /** One that is through with all that can happen, one stopped, one paused, one that waits for its day. */
    private List<String> announcements(Visitor maria) {
        for (int i = 0; i < PEOPLE; i++) {
            Cast.registers(world.somebody(language), Walks.USUAL, language);
        }
        world.buttons()
                .nextEnds(
                        new Delivery.Uncertain("test"),
                        new Delivery.NotSent("test"),
                        new Delivery.Gone("test"),
                        new Delivery.Refused("test"));
        Cast.announces(maria, Step.showing("1 2 3 ".repeat(20)), TO_ALL_OF_A_FORUM);
        world.passes(Duration.ofSeconds(11));
        world.waitUntil(() -> maria.says("/announcements").screen().buttons().stream()
                .anyMatch(button -> button.pick().startsWith("/announcement_fix ")));
        // before anybody takes it back or sends it again
        look(maria.taps("Изтрий от всички"));
        maria.says("/cancel").says("/announcements").taps("Поправи текста");
        look(maria.says("3 2 1 ".repeat(20)).taps("Пропусни"));
        maria.says("/cancel");
        Cast.announces(maria, "4 5 6", "in:forum:" + Walks.SOON, "go");
        world.passes(Duration.ofSeconds(11));
        world.waitUntil(() -> says(maria, "пътува"));
        look(maria);
        maria.taps("1.").taps("Пауза");
        Cast.announces(maria, "7 8 9", "in:forum:" + Walks.SOON, "go").taps("Отмени");
        Cast.announces(maria, "10 11 12", "in:forum:" + Walks.SOON, "go", "more", "when", "-1d10@" + Walks.SOON);
        return maria.says("/announcements").screen().buttons().stream()
                .map(button -> button.pick())
                .filter(pick -> pick.startsWith("/announcements "))
                .toList();
    }

    private void look(Visitor maria) {
        var way = List.of(Step.saying("/announcements"));
        walks.look(new Stop(new Persona("maria", "bg", () -> maria), way, maria.screen(), maria.screen(), List.of()));
    }

    private static boolean says(Visitor owner, String word) {
        return owner.says("/announcements").screen().words().contains(word);
    }

    /** Rule 10: whoever may not, presses everything an owner was shown. */
    private void forges(Visitor maria) {
        var before = facts(maria);
        walks.presses(world.somebody("bg").says("/start"));
        var after = facts(maria);
        walks.breach(10, !after.equals(before), "a stranger changed something: " + after, before);
    }

    private static String facts(Visitor owner) {
        return owner.says("/forum_numbers").screen().words()
                + owner.says("/announcements").screen().texts();
    }

    /** What only organizers may do, and what they see besides. */
    static List<List<Step>> openings(World world, List<String> more) {
        var shared = Stream.of("/start", "/menu", "/forum " + Walks.USUAL, "/my");
        return Walks.ways(Stream.of(world.commands(flow -> flow.needs().isPresent()), shared, more.stream())
                .flatMap(each -> each));
    }
}
