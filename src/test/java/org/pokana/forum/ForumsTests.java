package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForumsTests {

    private final ForumKit kit = new ForumKit(dimitrovgrad(40), haskovo(50));

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void comeBackAsTheyWereAdded() {
        assertThat(kit.forum("haskovo")).isEqualTo(haskovo(50));
    }

    @Test
    void showWhatIsNotOverTheNextOneFirst() {
        assertThat(kit.forums.upcoming(kit.clock.instant()))
                .extracting(Forum::id)
                .containsExactly("haskovo", "dimitrovgrad");
        kit.clock.set(kit.forum("haskovo").ends());
        assertThat(kit.forums.upcoming(kit.clock.instant()))
                .extracting(Forum::id)
                .containsExactly("dimitrovgrad");
        kit.forums.cancel("dimitrovgrad");
        assertThat(kit.forums.upcoming(kit.clock.instant())).isEmpty();
    }

    @Test
    void closeRegistrationWhenTheForumBegins() {
        assertThat(kit.forums.openForRegistration()).hasSize(2);
        kit.clock.set(kit.forum("haskovo").starts());
        assertThat(kit.forums.openForRegistration()).extracting(Forum::id).containsExactly("dimitrovgrad");
        assertThat(kit.forums.upcoming(kit.clock.instant())).hasSize(2);
    }

    @Test
    void keepTheDurationAndTakeTheAgendaAlongWhenTheyMove() {
        var before = kit.forum("haskovo");
        var moved = kit.forums
                .move("haskovo", LocalDateTime.parse("2027-04-15T10:30"))
                .orElseThrow();

        assertThat(moved.startsAt().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-04-15T10:30"));
        assertThat(Duration.between(moved.starts(), moved.ends()))
                .isEqualTo(Duration.between(before.starts(), before.ends()));
        assertThat(moved.agenda().get(0).starts()).isEqualTo(LocalTime.parse("10:30"));
        assertThat(moved.agenda().get(1).ends()).isEqualTo(LocalTime.parse("18:00"));
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.told().starts()).isEqualTo(before.starts());
    }

    @Test
    void raiseTheVersionOncePerChangeThatPeopleMustKnow() {
        var start = LocalDateTime.parse("2027-02-26T10:00");
        kit.forums.move("haskovo", start);
        kit.forums.move("haskovo", start);
        kit.forums.capacity("haskovo", 60);
        kit.forums.open("haskovo", false);
        assertThat(kit.forum("haskovo").version()).isEqualTo(2);

        kit.forums.cancel("haskovo");
        kit.forums.cancel("haskovo");
        kit.forums.move("haskovo", start.plusDays(1));
        assertThat(kit.forum("haskovo").version()).isEqualTo(3);
    }

    @Test
    void loseNoneOfManyChangesAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var moves = IntStream.rangeClosed(1, 16)
                    .mapToObj(day ->
                            threads.submit(() -> kit.forums.move("haskovo", LocalDateTime.of(2027, 5, day, 9, 0))))
                    .toList();
            for (var move : moves) {
                move.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(kit.forum("haskovo").version()).isEqualTo(17);
    }
}
