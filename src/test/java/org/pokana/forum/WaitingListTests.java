package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.forum.Registration.Status;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Closed;
import org.pokana.forum.Seating.NoSuchForum;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;

class WaitingListTests {

    private final ForumKit kit = new ForumKit(haskovo(2));
    private final ContactId olena = kit.person("olena");
    private final ContactId ivan = kit.person("ivan");
    private final ContactId maria = kit.person("maria");
    private final ContactId petar = kit.person("petar");

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void seatsFirstAndQueuesThen() {
        assertThat(kit.register("haskovo", olena))
                .isInstanceOfSatisfying(
                        Seated.class, seated -> assertThat(seated.number()).isEqualTo(1));
        assertThat(kit.register("haskovo", ivan)).isInstanceOf(Seated.class);
        assertThat(position(kit.register("haskovo", maria))).isEqualTo(1);
        assertThat(position(kit.register("haskovo", petar))).isEqualTo(2);

        assertThat(kit.register("haskovo", olena)).isInstanceOf(AlreadyIn.class);
        assertThat(kit.register("haskovo", petar))
                .isInstanceOfSatisfying(AlreadyWaiting.class, waiting -> assertThat(waiting.position())
                        .isEqualTo(2));
    }

    private static int position(Seating seating) {
        return ((Waiting) seating).position();
    }

    @Test
    void keepsAFreeSeatForTheFirstInLineAndAsksThemOnce() {
        List.of(olena, ivan, maria, petar).forEach(who -> kit.register("haskovo", who));
        kit.registrations.release("haskovo", ivan);
        kit.registrations.release("haskovo", ivan);

        assertThat(status(maria)).isEqualTo(Status.OFFERED);
        assertThat(status(petar)).isEqualTo(Status.WAITLISTED);
        assertThat(kit.outbox.of("seat:haskovo"))
                .filteredOn(message -> message.id().equals("offer:haskovo:" + maria + ":1"))
                .singleElement()
                .satisfies(message -> assertThat(message.lane()).isEqualTo(Lane.REMINDER));
        assertThat(kit.outbox.of("seat:haskovo")).extracting(Message::contact).containsOnly(maria.value());
        kit.agree("haskovo");
    }

    @Test
    void keepsANumberForGoodAndNeverGivesItToAnother() {
        List.of(olena, ivan, maria).forEach(who -> kit.register("haskovo", who));
        kit.registrations.release("haskovo", olena);
        kit.registrations.release("haskovo", ivan);
        kit.register("haskovo", olena);

        assertThat(number(olena)).isEqualTo(1);
        assertThat(number(maria)).isEqualTo(3);
    }

    @Test
    void letsNobodyWalkPastTheLine() {
        List.of(olena, ivan, maria).forEach(who -> kit.register("haskovo", who));
        kit.forums.capacity("haskovo", 3);

        kit.register("haskovo", petar);

        assertThat(status(maria)).isEqualTo(Status.OFFERED);
        assertThat(status(petar)).isEqualTo(Status.WAITLISTED);
    }

    @Test
    void opensTheSeatsToNewcomersWhenTheLineIsEmptyAgain() {
        List.of(olena, ivan, maria).forEach(who -> kit.register("haskovo", who));
        kit.registrations.release("haskovo", maria);
        kit.registrations.release("haskovo", ivan);

        assertThat(kit.forum("haskovo").desk().line()).isFalse();
        assertThat(kit.register("haskovo", petar)).isInstanceOf(Seated.class);
    }

    @Test
    void takesNoSeatFromAnybodyWhenTheCapacityIsLowered() {
        List.of(olena, ivan, maria).forEach(who -> kit.register("haskovo", who));
        kit.forums.capacity("haskovo", 1);
        kit.registrations.release("haskovo", olena);

        assertThat(kit.forum("haskovo").seats()).containsExactly(ivan.value());
        assertThat(status(maria)).isEqualTo(Status.WAITLISTED);

        kit.registrations.release("haskovo", ivan);
        assertThat(status(maria)).isEqualTo(Status.OFFERED);
    }

    @Test
    void moreSeatsGoToThoseWaiting() {
        List.of(olena, ivan, maria, petar).forEach(who -> kit.register("haskovo", who));
        kit.forums.capacity("haskovo", 4);
        kit.registrations.promote("haskovo");

        assertThat(kit.forum("haskovo").seats()).hasSize(4);
        kit.agree("haskovo");
    }

    @Test
    void registersNobodyForWhatIsClosedBegunCancelledOrUnknown() {
        kit.forums.open("haskovo", false);
        assertThat(kit.register("haskovo", olena)).isInstanceOf(Closed.class);
        kit.forums.open("haskovo", true);
        kit.clock.set(kit.forum("haskovo").starts());
        assertThat(kit.register("haskovo", olena)).isInstanceOf(Closed.class);
        kit.forums.cancel("haskovo");
        assertThat(kit.register("haskovo", olena)).isInstanceOf(Closed.class);
        assertThat(kit.register("plovdiv", olena)).isInstanceOf(NoSuchForum.class);

        assertThat(kit.forum("haskovo").seats()).isEmpty();
        assertThat(kit.registrations.find("haskovo", olena)).isEmpty();
    }

    @Test
    void movesNobodyUpOnceTheForumHasBegun() {
        List.of(olena, ivan, maria).forEach(who -> kit.register("haskovo", who));
        kit.clock.set(kit.forum("haskovo").starts().plus(Duration.ofMinutes(5)));
        kit.registrations.release("haskovo", olena);

        assertThat(status(maria)).isEqualTo(Status.WAITLISTED);
    }

    private Status status(ContactId who) {
        return kit.registrations.find("haskovo", who).orElseThrow().status();
    }

    private long number(ContactId who) {
        return kit.registrations.find("haskovo", who).orElseThrow().number();
    }
}
