package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.pokana.forum.TestForums.dimitrovgrad;
import static org.pokana.forum.TestForums.haskovo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.query.Query;

class OwnRegistrationsTests {

    private final ForumKit kit = new ForumKit(haskovo(1), dimitrovgrad(5));
    private final Arrivals arrivals = new Arrivals(kit.mongo(), kit.clock);
    private final OwnRegistrations own = new OwnRegistrations(kit.registrations, kit.delegations);
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void showAPersonAllThatIsKept() {
        kit.register("haskovo", olena);
        kit.register("dimitrovgrad", olena);
        kit.registrations.release("dimitrovgrad", olena);

        assertThat(own.of(olena, List.of()))
                .extracting(kept -> kept.get("forum"), kept -> kept.get("status"), kept -> kept.get("organisation"))
                .containsExactlyInAnyOrder(
                        tuple("haskovo", "CONFIRMED", "Сдружение"), tuple("dimitrovgrad", "CANCELLED", "Сдружение"));
        assertThat(own.of(olena, List.of())).allSatisfy(kept -> assertThat(kept.values())
                .allMatch(value -> value instanceof String || value instanceof Number || value instanceof Boolean));
    }

    @Test
    void showWhetherSomebodyCameButNotWhoNotedIt() {
        kit.register("haskovo", olena);
        arrivals.checkIn("haskovo", olena, ivan);

        assertThat(own.of(olena, List.of())).singleElement().satisfies(kept -> {
            assertThat(kept)
                    .containsEntry("checkedInAt", kit.clock.instant().toString())
                    .containsEntry("checkedInBy", "the door");
            assertThat(kept.toString()).doesNotContain(ivan.value());
        });
    }

    @Test
    void showThatASeatWasAColleagues() {
        kit.register("haskovo", olena);
        kit.delegations.offer("haskovo", olena, "token");
        kit.delegations.take("token", ivan, ForumKit.profile("Иван"));

        assertThat(own.of(ivan, List.of())).singleElement().satisfies(kept -> assertThat(kept)
                .containsEntry("seatOfAColleague", true));
        assertThat(own.of(olena, List.of())).singleElement().satisfies(kept -> {
            assertThat(kept).containsEntry("linkForAColleague", "taken");
            assertThat(kept.toString()).doesNotContain("token", ivan.value());
        });
    }

    @Test
    void keepThatSomebodyCameWhenTheHelperAtTheDoorIsForgotten() {
        kit.register("haskovo", olena);
        arrivals.checkIn("haskovo", olena, ivan);
        var work = new DoorWork(arrivals);
        assertThat(work.of(ivan, List.of())).containsExactly(Map.of("forum", "haskovo", "checkedIn", 1L));
        assertThat(work.of(olena, List.of())).isEmpty();
        work.forget(ivan, List.of());

        var registration = kit.registrations.find("haskovo", olena).orElseThrow();
        assertThat(registration.hasArrived()).isTrue();
        assertThat(registration.checkedInBy()).isNull();
    }

    @Test
    void leaveNoTraceOfWhoIsForgottenAndGiveTheSeatToTheNext() {
        kit.register("haskovo", olena);
        kit.register("haskovo", ivan);
        kit.register("dimitrovgrad", olena);

        own.forget(olena, List.of());
        own.forget(olena, List.of());

        assertThat(own.of(olena, List.of())).isEmpty();
        assertThat(kit.forum("haskovo").seats()).containsExactly(ivan.value());
        for (String collection : kit.mongo().getCollectionNames()) {
            assertThat(kit.mongo().find(new Query(), Map.class, collection))
                    .filteredOn(document -> !collection.equals("contacts"))
                    .allSatisfy(document -> assertThat(document.toString()).doesNotContain(olena.value()));
        }
        kit.agree("haskovo");
    }
}
