package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.ForumKit.profile;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Role;
import org.pokana.forum.Registration.Status;
import org.pokana.forum.Taking.AlreadyIn;
import org.pokana.forum.Taking.Own;
import org.pokana.forum.Taking.Taken;
import org.pokana.forum.Taking.TooLate;
import org.pokana.forum.Taking.Unknown;
import org.pokana.forum.Taking.Used;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Message;

class DelegationTests {

    private static final String TOKEN = "token-of-olena";

    private final ForumKit kit = new ForumKit(haskovo(1));
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");
    private final ContactId maria = kit.person("maria");

    @BeforeEach
    void olenaHasTheOnlySeatAndMariaWaits() {
        kit.register("haskovo", olena);
        kit.register("haskovo", maria);
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void aColleagueTakesTheSeatAndTheLineStaysAsItIs() {
        offer(olena);
        var taken = (Taken) take(ivan);

        assertThat(kit.forum("haskovo").seats()).containsExactly(ivan.value());
        assertThat(taken.registration().isConfirmed()).isTrue();
        assertThat(taken.registration().number()).isGreaterThan(1);
        assertThat(status(olena)).isEqualTo(Status.CANCELLED);
        assertThat(kit.registrations.position(find(maria))).isEqualTo(1);
        assertThat(kit.registrations.of(olena)).isEmpty();
        assertThat(kit.registrations.of(ivan)).hasSize(1);
        kit.agree("haskovo");
    }

    /** The fault this is there for: who gives up a seat for a colleague gives it to whoever waits. */
    @Test
    void cancellingAndRegisteringWouldGiveTheSeatToTheNextInLine() {
        kit.registrations.release("haskovo", olena);
        kit.register("haskovo", ivan);

        assertThat(kit.forum("haskovo").seats()).containsExactly(maria.value());
        assertThat(status(ivan)).isEqualTo(Status.WAITLISTED);
    }

    @Test
    void theSeatIsNeverFreeNorTwicePaidForAMoment() throws Exception {
        var wrong = new ArrayList<List<String>>();
        var over = new AtomicBoolean();
        var watching = Executors.newSingleThreadExecutor();
        var watched = watching.submit(() -> {
            while (!over.get()) {
                var seats = kit.forum("haskovo").seats();
                if (seats.size() != 1 || seats.contains(maria.value())) {
                    wrong.add(seats);
                }
            }
        });
        for (int i = 0; i < 100; i++) {
            var giver = i % 2 == 0 ? olena : ivan;
            var taker = i % 2 == 0 ? ivan : olena;
            kit.delegations.offer("haskovo", giver, "token" + i);
            assertThat(kit.delegations.take("token" + i, taker, profile("x"))).isInstanceOf(Taken.class);
        }
        over.set(true);
        watched.get();
        watching.shutdownNow();

        assertThat(wrong).isEmpty();
        assertThat(kit.registrations.position(find(maria))).isEqualTo(1);
    }

    @Test
    void allThreeAreToldOnce() {
        var organizer = kit.person("organizer");
        kit.contacts.grant(organizer, Role.OWNER);
        kit.contacts.grant(organizer, Role.ORGANIZER);
        offer(olena);
        take(ivan);
        take(ivan);

        assertThat(text("handed-over:haskovo:" + olena + ":1")).contains("колегата ви прие мястото ви");
        assertThat(kit.outbox.of("delegated:haskovo")).singleElement().satisfies(message -> {
            assertThat(message.contact()).isEqualTo(organizer.value());
            assertThat(text(message.id())).contains("№ 1", "Сдружение").doesNotContain(olena.value(), ivan.value());
            assertThat(message.id()).doesNotContain(olena.value(), ivan.value());
        });
        assertThat(kit.outbox.of("seat:haskovo"))
                .as("Ivan gets his answer in the talk")
                .extracting(Message::contact)
                .containsOnly(olena.value());
    }

    @Test
    void organizersAreNotWokenUpForIt() {
        kit.contacts.grant(kit.person("organizer"), Role.ORGANIZER);
        kit.clock.advance(Duration.ofHours(13));
        offer(olena);
        take(ivan);

        assertThat(kit.outbox.of("delegated:haskovo"))
                .extracting(Message::dueAt)
                .containsExactly(Instant.parse("2027-02-02T06:00:00Z"));
    }

    @Test
    void theLinkStaysTheSameUntilItIsUsedOrWithdrawn() {
        assertThat(offer(olena).token()).isEqualTo(TOKEN);
        assertThat(kit.delegations
                        .offer("haskovo", olena, "another")
                        .orElseThrow()
                        .token())
                .isEqualTo(TOKEN);
        assertThat(kit.delegations.withdraw("haskovo", olena)).isTrue();
        assertThat(kit.delegations.withdraw("haskovo", olena)).isFalse();

        assertThat(take(ivan)).isInstanceOf(Unknown.class);
        assertThat(kit.forum("haskovo").seats()).containsExactly(olena.value());
        assertThat(kit.registrations.find("haskovo", ivan)).isEmpty();
    }

    @Test
    void aUsedLinkCannotBeWithdrawnOrUsedAgain() {
        offer(olena);
        take(ivan);

        assertThat(kit.delegations.withdraw("haskovo", olena)).isFalse();
        assertThat(take(kit.person("petar"))).isInstanceOf(Used.class);
        assertThat(take(ivan)).as("the same person again").isInstanceOf(Taken.class);
        assertThat(take(olena)).as("who made it").isInstanceOf(Used.class);
        kit.agree("haskovo");
    }

    @Test
    void anOldLinkDoesNotTakeALaterSeat() {
        offer(olena);
        take(ivan);
        kit.registrations.release("haskovo", ivan);
        kit.registrations.release("haskovo", maria);
        kit.register("haskovo", olena);

        assertThat(take(kit.person("petar"))).isInstanceOf(Used.class);
        assertThat(take(ivan)).as("who gave the seat up again").isInstanceOf(Used.class);
        assertThat(kit.forum("haskovo").seats()).containsExactly(olena.value());
    }

    @Test
    void whoeverMadeItCannotUseIt() {
        offer(olena);

        assertThat(take(olena)).isInstanceOf(Own.class);
        assertThat(take(ivan)).isInstanceOf(Taken.class);
    }

    @Test
    void theLinkDiesWithTheSeat() {
        offer(olena);
        kit.registrations.release("haskovo", olena);

        assertThat(take(ivan)).isInstanceOf(Unknown.class);
        assertThat(kit.forum("haskovo").seats()).containsExactly(maria.value());
        assertThat(kit.registrations.find("haskovo", ivan)).isEmpty();
    }

    @Test
    void whoeverHasASeatAlreadyLeavesTheLinkToOthers() {
        kit.forums.capacity("haskovo", 3);
        kit.registrations.promote("haskovo");
        kit.accept("haskovo", maria);
        kit.register("haskovo", ivan);
        offer(olena);

        assertThat(take(ivan)).isInstanceOf(AlreadyIn.class);
        assertThat(take(kit.person("petar"))).isInstanceOf(Taken.class);
        assertThat(kit.forum("haskovo").seats()).hasSize(3).doesNotContain(olena.value());
        kit.agree("haskovo");
    }

    /** The seat they were asked about goes on, also if they never answer for it. */
    @Test
    void whoeverHasASeatKeptForThemNeedsItNoMore() {
        kit.register("haskovo", ivan);
        kit.forums.capacity("haskovo", 2);
        kit.registrations.promote("haskovo");
        offer(olena);

        assertThat(take(maria)).isInstanceOf(Taken.class);

        assertThat(find(maria).isConfirmed()).isTrue();
        assertThat(find(ivan).isOffered()).isTrue();
        kit.clock.advance(Duration.ofDays(3));
        kit.registrations.passOn();
        assertThat(find(maria).isConfirmed()).isTrue();
        kit.agree("haskovo");
    }

    @Test
    void whoeverWaitsLeavesTheLineForIt() {
        offer(olena);
        assertThat(take(maria)).isInstanceOf(Taken.class);

        assertThat(kit.forum("haskovo").seats()).containsExactly(maria.value());
        assertThat(kit.registrations.waiting("haskovo")).isZero();
        assertThat(find(maria).untold()).isFalse();
        kit.agree("haskovo");
    }

    @Test
    void aSeatCanBeHandedOnAndBack() {
        offer(olena);
        take(ivan);
        kit.delegations.offer("haskovo", ivan, "back");
        assertThat(kit.delegations.take("back", olena, profile("Олена"))).isInstanceOf(Taken.class);

        assertThat(kit.forum("haskovo").seats()).containsExactly(olena.value());
        assertThat(find(olena).number()).as("her number of before").isEqualTo(1);
        kit.agree("haskovo");
    }

    @Test
    void worksWhileRegistrationIsClosedButNotOnceTheForumHasBegunOrIsCancelled() {
        offer(olena);
        kit.forums.open("haskovo", false);
        assertThat(kit.delegations.obstacle(TOKEN, ivan)).isEmpty();
        kit.clock.set(kit.forum("haskovo").starts());
        assertThat(take(ivan)).isInstanceOf(TooLate.class);
        kit.clock.set(kit.forum("haskovo").starts().minusSeconds(1));
        kit.forums.cancel("haskovo");
        assertThat(take(ivan)).isInstanceOf(TooLate.class);

        assertThat(kit.forum("haskovo").seats()).containsExactly(olena.value());
    }

    @Test
    void whoeverIsThereAlreadyKeepsTheirSeat() {
        offer(olena);
        new Arrivals(kit.mongo(), kit.clock).checkIn("haskovo", olena, olena);

        assertThat(take(ivan)).isInstanceOf(Unknown.class);
        assertThat(kit.delegations.offer("haskovo", olena, "x")).isEmpty();
    }

    @Test
    void whoeverOnlyWaitsHasNothingToGive() {
        assertThat(kit.delegations.offer("haskovo", maria, "x")).isEmpty();
        assertThat(kit.delegations.offer("haskovo", ivan, "x")).isEmpty();
        assertThat(kit.delegations.offer("nowhere", olena, "x")).isEmpty();
    }

    @Test
    void ofSixteenColleaguesWhoOpenItAtOnceOneGetsTheSeat() throws Exception {
        offer(olena);
        var people = Executors.newFixedThreadPool(16);
        var tries = new ArrayList<Callable<Taking>>();
        for (int i = 0; i < 16; i++) {
            var colleague = new ContactId("colleague" + i);
            tries.add(() -> take(colleague));
        }
        var taken = new ArrayList<Taking>();
        for (var each : people.invokeAll(tries)) {
            taken.add(each.get());
        }
        people.shutdownNow();

        assertThat(taken.stream().filter(Taken.class::isInstance)).hasSize(1);
        assertThat(taken.stream().filter(Used.class::isInstance)).hasSize(15);
        assertThat(kit.registrations.of("haskovo")).hasSize(2);
        kit.agree("haskovo");
    }

    @Test
    void nothingSaysAnyMoreWhoTookASeatOnceTheyAreForgotten() {
        var own = new OwnRegistrations(kit.registrations, kit.delegations);
        offer(olena);
        take(ivan);
        own.forget(ivan, List.of());

        assertThat(kit.forum("haskovo").seats()).containsExactly(maria.value());
        assertThat(kit.mongo().findAll(Registration.class).toString()).doesNotContain(ivan.value());
        kit.agree("haskovo");
    }

    @Test
    void whoeverCannotBeReachedIsNotWrittenTo() {
        kit.contacts.lost(new Address("webchat", "olena"));
        offer(olena);
        take(ivan);

        assertThat(kit.outbox.of("seat:haskovo")).isEmpty();
        kit.agree("haskovo");
    }

    private SeatLink offer(ContactId who) {
        return kit.delegations.offer("haskovo", who, TOKEN).orElseThrow();
    }

    private Taking take(ContactId who) {
        return kit.delegations.take(TOKEN, who, profile(who.value()));
    }

    private Registration find(ContactId who) {
        return kit.registrations.find("haskovo", who).orElseThrow();
    }

    private Status status(ContactId who) {
        return find(who).status();
    }

    private String text(String id) {
        return ((Content.Text) kit.outbox.find(id).orElseThrow().content()).text();
    }
}
