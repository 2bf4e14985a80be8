package org.pokana.forum;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.ContactId;
import org.pokana.store.TestStore;
import org.springframework.data.mongodb.core.query.Update;

class SeatsTests {

    /** {@code ./mvnw test -Dtest=SeatsTests -Dcrowd=10000} brings ten thousand. */
    private static final int PEOPLE = Integer.getInteger("crowd", 1_000);

    private static final int SEATS = 100;
    private static final int THREADS = 16;

    @TempDir
    private Path folder;

    private ForumKit kit;

    /** On the embedded store as it comes, which has every write on the disk before it answers. */
    @BeforeEach
    void openStore() {
        kit = new ForumKit(TestStore.onDisk(folder, ForumKit.documents()), haskovo(SEATS));
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void givesExactlyTheSeatsThereAreToACrowdThatTapsTwice() throws Exception {
        var answers = allAtOnce(IntStream.range(0, PEOPLE)
                .mapToObj(i -> new ContactId("person" + i))
                .flatMap(who -> Stream.of(who, who))
                .map(who -> (Callable<Seating>) () -> kit.register("haskovo", who))
                .toList());

        var kinds = answers.stream().collect(groupingBy(Object::getClass));
        assertThat(answers).hasSize(2 * PEOPLE);
        assertThat(kinds.get(Seated.class)).hasSize(SEATS);
        assertThat(kinds.get(AlreadyIn.class)).hasSize(SEATS);
        assertThat(kinds.get(Waiting.class)).hasSize(PEOPLE - SEATS);
        assertThat(kinds.get(AlreadyWaiting.class)).hasSize(PEOPLE - SEATS);
        assertThat(kinds.get(Seated.class))
                .extracting(seated -> ((Seated) seated).number())
                .doesNotHaveDuplicates();
        assertThat(kit.forum("haskovo").seats()).hasSize(SEATS).doesNotHaveDuplicates();
        assertThat(kit.registrations.waiting("haskovo")).isEqualTo(PEOPLE - SEATS);
        kit.agree("haskovo");
    }

    /** The fault the guard is there for: look first, write then, and two people get the last seat. */
    @Test
    void wouldGiveTooManySeatsIfItLookedBeforeItWrote() throws Exception {
        var allHaveLooked = new CyclicBarrier(THREADS);
        allAtOnce(IntStream.range(0, 10 * THREADS)
                .mapToObj(i -> (Callable<Boolean>) () -> registerWithoutGuard("person" + i, allHaveLooked))
                .toList());

        assertThat(kit.forum("haskovo").seats()).hasSizeGreaterThan(SEATS);
    }

    private boolean registerWithoutGuard(String person, CyclicBarrier allHaveLooked) throws Exception {
        boolean full = kit.forum("haskovo").freeSeats() == 0;
        allHaveLooked.await();
        if (full) {
            return false;
        }
        kit.mongo().updateFirst(query(where("_id").is("haskovo")), new Update().push("seats", person), Forum.class);
        return true;
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> acts) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
