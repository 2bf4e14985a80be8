package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Profile;
import org.pokana.forum.Duplicates.Pair;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;

/** Olena registers in two chats, or is added as a guest and comes by phone; Maria waits for a seat. */
class DuplicatesTests {

    private final ForumKit kit = new ForumKit(haskovo(2));
    private final Arrivals arrivals = new Arrivals(kit.mongo(), kit.clock);
    private final ContactId olena = kit.person("olena");
    private final ContactId again = kit.person("olena-on-the-web");
    private final ContactId guest = Registration.guest("olena");
    private final ContactId maria = kit.person("maria");

    @AfterEach
    void closeStore() {
        kit.close();
    }

    private void registers(ContactId who, String name, String organisation) {
        kit.registrations.register("haskovo", who, new Profile("ngo", "haskovo", organisation, name));
    }

    private Duplicates duplicates(MongoOperations store) {
        var words = Words.read(Optional.empty());
        var forums = new Forums(store, kit.clock);
        var notices = new Notices(kit.outbox, kit.contacts, words, kit.clock);
        return new Duplicates(store, kit.registrations(store, words), forums, notices, kit.clock);
    }

    private Duplicates duplicates() {
        return duplicates(kit.mongo());
    }

    private Registration find(ContactId who) {
        return kit.registrations.find("haskovo", who).orElseThrow();
    }

    private List<String> pairs() {
        return duplicates().likely("haskovo").stream()
                .map(pair -> pair.once().contact() + "+" + pair.twice().contact())
                .toList();
    }

    @Test
    void seesOneNameInAnySpellingAndOrderAndInOneOrganisationAlsoShorter() {
        kit.registrations.capacity("haskovo", 9);
        registers(olena, "Олена Ковал", "Мост");
        registers(again, "Koval Olena", "Дом");
        registers(maria, "Мария Петрова Иванова", "Мост");
        registers(Registration.guest("maria"), "Мария Иванова", "most");
        registers(kit.person("anna"), "Мария Иванова-Стоева", "РУО");
        registers(kit.person("petar"), "Петър", "Мост");

        assertThat(pairs())
                .containsExactlyInAnyOrder(
                        olena.value() + "+" + again.value(),
                        maria.value() + "+" + Registration.guest("maria").value());
    }

    @Test
    void theSeatTooManyGoesToTheNext() {
        registers(olena, "Олена Коваль", "Мост");
        registers(again, "Олена Коваль", "Мост");
        registers(maria, "Мария Иванова", "Дом");

        assertThat(duplicates().merge("haskovo", olena, again))
                .map(Registration::isConfirmed)
                .contains(true);

        assertThat(find(again).status()).isEqualTo(Status.CANCELLED);
        assertThat(find(olena).number()).isEqualTo(1);
        assertThat(find(maria).status()).isEqualTo(Status.OFFERED);
        assertThat(duplicates().takeBack("haskovo", 2)).isEmpty();
        kit.agree("haskovo");
    }

    @Test
    void whoeverStaysGetsTheSeatTheOtherHadAndIsTold() {
        registers(guest, "Олена Коваль", "Мост");
        registers(maria, "Мария Иванова", "Дом");
        registers(olena, "Олена Коваль", "Мост");
        assertThat(pairs()).containsExactly(olena.value() + "+" + guest.value());

        duplicates().merge("haskovo", olena, guest);

        assertThat(kit.forum("haskovo").seats()).containsExactlyInAnyOrder(olena.value(), maria.value());
        assertThat(find(olena).isConfirmed()).isTrue();
        assertThat(kit.mongo().findAll(Message.class))
                .filteredOn(message -> message.id().equals("seat:haskovo:" + olena + ":1"))
                .hasSize(1);
        kit.agree("haskovo");
    }

    @Test
    void whoeverWaitsTwiceKeepsTheBetterPlace() {
        registers(kit.person("a"), "А", "1");
        registers(kit.person("b"), "Б", "2");
        registers(guest, "Олена Коваль", "Мост");
        registers(maria, "Мария Иванова", "Дом");
        registers(olena, "Олена Коваль", "Мост");

        duplicates().merge("haskovo", olena, guest);

        assertThat(kit.registrations.position(find(olena))).isEqualTo(1);
        assertThat(kit.registrations.position(find(maria))).isEqualTo(2);
        assertThat(pairs()).isEmpty();
    }

    @Test
    void whoeverWasNotedAtTheDoorStaysNoted() {
        registers(guest, "Олена Коваль", "Мост");
        registers(olena, "Олена Коваль", "Мост");
        kit.clock.set(kit.forum("haskovo").starts().minus(Duration.ofMinutes(10)));
        arrivals.checkIn("haskovo", guest, maria);

        duplicates().merge("haskovo", olena, guest);

        assertThat(find(olena).hasArrived()).isTrue();
        assertThat(arrivals.count("haskovo")).isEqualTo(1);
        assertThat(duplicates().isHarmless("haskovo", find(guest))).isFalse();
    }

    @Test
    void isTakenBackAsLongAsItCostsNobodyAnything() {
        registers(olena, "Олена Коваль", "Мост");
        registers(again, "Олена Коваль", "Мост");
        duplicates().merge("haskovo", olena, again);
        assertThat(duplicates().isHarmless("haskovo", find(again))).isTrue();

        assertThat(duplicates().takeBack("haskovo", 2))
                .map(Registration::number)
                .contains(2L);
        assertThat(duplicates().takeBack("haskovo", 2)).isPresent();
        assertThat(find(olena).isConfirmed()).isTrue();
        duplicates().merge("haskovo", olena, again);
        registers(maria, "Мария Иванова", "Дом");
        assertThat(duplicates().takeBack("haskovo", 2)).isEmpty();
    }

    @Test
    void aSeatThatWasGivenUpIsNotTakenBackThisWay() {
        registers(again, "Олена Коваль", "Мост");
        kit.registrations.release("haskovo", again);

        assertThat(duplicates().takeBack("haskovo", 1)).isEmpty();
    }

    @Test
    void isFinishedByWhoeverComesAlongWhereverItDies() {
        for (int write = 1; write < 9; write++) {
            registers(olena, "Олена Коваль", "Мост");
            registers(again, "Олена Коваль", "Мост");
            registers(maria, "Мария Иванова", "Дом");
            int at = write;
            CrashTests.dies(
                    () -> duplicates(CrashTests.dyingAt(kit.mongo(), at)).merge("haskovo", olena, again));
            kit.clock.advance(Duration.ofMinutes(2));
            kit.registrations.repair();
            kit.agree("haskovo");
            duplicates().merge("haskovo", olena, again);

            kit.agree("haskovo");
            assertThat(find(again).status()).as("dying at write " + write).isEqualTo(Status.CANCELLED);
            assertThat(find(olena).isConfirmed()).isTrue();
            List.of(olena, again, maria).forEach(who -> kit.registrations.release("haskovo", who));
        }
    }

    @Test
    void theOneWhoIsWrittenToStays() {
        registers(guest, "Олена Коваль", "Мост");
        registers(olena, "Олена Коваль", "Мост");

        assertThat(duplicates().likely("haskovo")).extracting(Pair::once).containsExactly(find(olena));
    }
}
