package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.ContactId;

class ArrivalsTests {

    private static final ContactId DOOR = new ContactId("door");

    private final ForumKit kit = new ForumKit(haskovo(1));
    private final Arrivals arrivals = new Arrivals(kit.mongo(), kit.clock);
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void noteWhoCameWhenAndByWhomOnce() {
        kit.register("haskovo", olena);
        var arrivedAt = kit.clock.instant();
        arrivals.checkIn("haskovo", olena, DOOR);
        kit.clock.advance(Duration.ofMinutes(5));
        var again = arrivals.checkIn("haskovo", olena, olena).orElseThrow();

        assertThat(again.checkedInAt()).isEqualTo(arrivedAt);
        assertThat(again.checkedInBy()).isEqualTo("door");
        assertThat(kit.registrations.attended("haskovo"))
                .extracting(Registration::contactId)
                .containsExactly(olena);
    }

    @Test
    void areOnlyOfThoseWithASeat() {
        kit.register("haskovo", olena);
        kit.register("haskovo", ivan);

        assertThat(arrivals.checkIn("haskovo", ivan, DOOR)).isEmpty();
        assertThat(arrivals.checkIn("haskovo", new ContactId("nobody"), DOOR)).isEmpty();
        assertThat(kit.registrations.attended("haskovo")).isEmpty();
    }

    @Test
    void canBeTakenBack() {
        kit.register("haskovo", olena);
        arrivals.checkIn("haskovo", olena, DOOR);
        arrivals.undo("haskovo", olena);
        arrivals.undo("haskovo", olena);

        assertThat(kit.registrations.attended("haskovo")).isEmpty();
        assertThat(arrivals.checkIn("haskovo", olena, olena).orElseThrow().checkedInBy())
                .isEqualTo(olena.value());
    }

    @Test
    void endWithTheSeat() {
        kit.register("haskovo", olena);
        arrivals.checkIn("haskovo", olena, DOOR);
        kit.registrations.release("haskovo", olena);
        kit.register("haskovo", olena);

        assertThat(kit.registrations.find("haskovo", olena).orElseThrow().hasArrived())
                .isFalse();
        assertThat(kit.registrations.attended("haskovo")).isEmpty();
    }
}
