package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pokana.archive.ArchiveKit;
import org.pokana.archive.Directory;
import org.pokana.archive.KeepingUp;
import org.pokana.contact.Role;
import org.springframework.data.mongodb.core.MongoOperations;

/** Whether people and what they said are found as quickly among a million messages as among ten. */
class ContactsBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 10_000);
    private static final int MESSAGES = Integer.getInteger("bench.messages", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 15);
    private static final double GOAL = 0.3;

    @Test
    void findsPeopleAndWhatTheySaid() {
        try (var stage = DeskStage.open()) {
            var maria = stage.signedIn(stage.person("maria", Role.ORGANIZER));
            var talks = new ManyTalks(stage.bean(MongoOperations.class), stage.clock.instant(), PEOPLE);
            took("met " + PEOPLE + " people", () -> {
                talks.meet();
                ArchiveKit.spells(stage.bean(Directory.class));
            });
            took("said " + MESSAGES + " things", () -> talks.talk(MESSAGES));
            var keepingUp = stage.bean(KeepingUp.class);
            took("made the index", () -> {
                do {
                    keepingUp.keepUp();
                } while (keepingUp.isBehind());
            });
            memory();
            for (String path : paths()) {
                print(path, median(() -> assertThat(maria.get(path).statusCode())
                        .as(path)
                        .isEqualTo(200)));
            }
            memory();
        }
    }

    private static String[] paths() {
        var talkative = "/desk/contacts/" + ManyTalks.id(0) + "/talk";
        var said = "/desk/contacts/said?side=ALL&q=";
        return new String[] {
            "/desk/contacts",
            "/desk/contacts?page=150",
            "/desk/contacts?order=NAME&page=3",
            "/desk/contacts?q=gyulsyum%20karaasan",
            "/desk/contacts?group=ngo&municipality=haskovo",
            "/desk/contacts/" + ManyTalks.id(7),
            "/desk/contacts/" + ManyTalks.id(7) + "/talk",
            talkative,
            talkative + "?before=1798000000000",
            said + ManyTalks.OFTEN,
            said + "forum%20avtobusi",
            said + ManyTalks.OFTEN + "&before=1798000000000000",
            said + ManyTalks.SELDOM,
            said + ManyTalks.OFTEN + "&who=" + ManyTalks.id(7),
        };
    }

    private static void took(String what, Runnable deed) {
        long begin = System.nanoTime();
        deed.run();
        System.out.printf("%-70s %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }

    private static double median(Runnable request) {
        var seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            request.run();
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }

    private static void print(String what, double seconds) {
        System.out.printf("%-70s %.3f s, %.2f of its goal%n", what, seconds, seconds / GOAL);
    }

    private static void memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf("%-70s %d MB%n", "in memory", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
