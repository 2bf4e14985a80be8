package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.Outbox.Arrival;
import org.pokana.store.TestStore;

/** Who answers a message within a day; Telegram dates what people write in whole seconds. */
class EchoTests {

    private static final Address OLENA = new Address("telegram", "501");
    private static final Instant ARRIVED = Instant.parse("2027-02-01T08:00:07.300Z");

    private final TestStore store = TestStore.inMemory(Received.class);
    private final Echo echo = new Echo(store.mongo());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoAnswersWithinTheSecondOfItsArrivalAnswered() {
        olenaSays("2027-02-01T08:00:07Z", null);
        assertThat(answered()).containsExactly("olena");
    }

    @Test
    void whatWasWrittenBeforeOrAfterThatDayIsNoAnswer() {
        olenaSays("2027-02-01T08:00:06Z", null);
        olenaSays("2027-02-02T08:00:08Z", null);
        assertThat(answered()).isEmpty();
    }

    @Test
    void toWantNoMoreIsNoAnswer() {
        olenaSays("2027-02-01T08:00:09Z", "/stop");
        assertThat(answered()).isEmpty();
        olenaSays("2027-02-02T08:00:07Z", null);
        assertThat(answered()).as("up to the end of that day").containsExactly("olena");
    }

    private Set<String> answered() {
        return echo.answered(List.of(new Arrival("olena", OLENA, ARRIVED)));
    }

    private void olenaSays(String at, @Nullable String pick) {
        var heard = Instant.parse(at);
        var said = new Incoming(at, OLENA, Kind.SAID, "ще дойда", pick, null, null, heard);
        store.mongo().insert(Received.of(said, "this instance", heard));
    }
}
