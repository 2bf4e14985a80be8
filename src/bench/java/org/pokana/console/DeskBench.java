package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Role;
import org.springframework.data.mongodb.core.MongoOperations;

/** Whether the desk is as quick with ten thousand people on a list as with ten. */
class DeskBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 10_000);
    private static final int ROUNDS = 21;
    private static final double GOAL = 0.3;
    private static final double GOAL_FOR_FILES = 5;

    @Test
    void showsAListOfThousands() {
        try (var stage = DeskStage.open()) {
            DeskSeason.happens(stage);
            stage.bean(MongoOperations.class)
                    .insertAll(IntStream.range(0, PEOPLE)
                            .mapToObj(i -> DeskSeason.somebody(DeskSeason.HASKOVO, "many" + i, DeskSeason.person(i)))
                            .toList());
            var maria = stage.signedIn(stage.person("maria", Role.OWNER));
            var list = "/desk/forums/" + DeskSeason.HASKOVO + "/people";
            for (String path : List.of(
                    "/desk",
                    "/desk/forums/" + DeskSeason.HASKOVO,
                    list,
                    list + "?page=100",
                    list + "?order=NAME&back=true",
                    list + "?q=gyulsyum%20karaasan",
                    list + "?group=ngo&municipality=haskovo")) {
                print(
                        path,
                        median(() -> assertThat(maria.get(path).statusCode()).isEqualTo(200), ROUNDS),
                        GOAL);
            }
            for (String file : List.of(".xlsx", ".csv")) {
                print(
                        file,
                        median(
                                () -> assertThat(maria.download(list + file).statusCode())
                                        .isEqualTo(200),
                                3),
                        GOAL_FOR_FILES);
            }
        }
    }

    private static double median(Runnable request, int rounds) {
        var seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            request.run();
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[rounds / 2];
    }

    private static void print(String what, double seconds, double goal) {
        System.out.printf("%-70s %.3f s, %.2f of its goal%n", what, seconds, seconds / goal);
    }
}
