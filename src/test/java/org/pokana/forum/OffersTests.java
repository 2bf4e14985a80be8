package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.haskovo;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.forum.Registration.Status;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Shares.Obstacle;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Message;
import org.springframework.data.mongodb.core.query.Update;

/** Ivan has the only seat; Olena, Maria and Petar wait for it. It is Monday, ten in the morning. */
class OffersTests {

    private final ForumKit kit = new ForumKit(haskovo(1));
    private final ContactId ivan = kit.person("ivan");
    private final ContactId olena = kit.person("olena");
    private final ContactId maria = kit.person("maria");
    private final ContactId petar = kit.person("petar");

    @BeforeEach
    void threeWait() {
        Stream.of(ivan, olena, maria, petar).forEach(who -> kit.register("haskovo", who));
    }

    @AfterEach
    void closeStore() {
        kit.close();
    }

    @Test
    void keepsTheSeatUntilItIsAccepted() {
        kit.registrations.release("haskovo", ivan);
        assertThat(status(olena)).isEqualTo(Status.OFFERED);
        assertThat(kit.forum("haskovo").freeSeats()).isZero();
        assertThat(kit.registrations.confirmed("haskovo")).isEmpty();

        assertThat(kit.accept("haskovo", olena))
                .isInstanceOfSatisfying(
                        Seated.class, seated -> assertThat(seated.number()).isEqualTo(2));
        assertThat(kit.accept("haskovo", olena)).isInstanceOf(AlreadyIn.class);
        assertThat(waiting()).containsExactly(maria, petar);
        kit.agree("haskovo");
    }

    @Test
    void goesOnToTheSecondWhenItIsOver() {
        kit.registrations.release("haskovo", ivan);
        var until =
                kit.registrations.find("haskovo", olena).orElseThrow().offer().until();
        assertThat(until).isEqualTo(Instant.parse("2027-02-01T12:00:00Z"));

        kit.clock.set(until.minusSeconds(1));
        kit.registrations.passOn();
        assertThat(status(olena)).isEqualTo(Status.OFFERED);
        kit.clock.set(until);
        kit.registrations.passOn();

        assertThat(status(maria)).isEqualTo(Status.OFFERED);
        assertThat(waiting()).containsExactly(petar, olena);
        assertThat(text("offer-over:haskovo:" + olena + ":1")).contains("Оставате в списъка на чакащите");
        kit.agree("haskovo");
    }

    @Test
    void isOverWithoutAnyTickAsWell() {
        kit.registrations.release("haskovo", ivan);
        kit.clock.advance(Duration.ofHours(4));

        assertThat(kit.accept("haskovo", olena)).isInstanceOf(AlreadyWaiting.class);
        assertThat(status(maria)).isEqualTo(Status.OFFERED);
        assertThat(waiting()).containsExactly(petar, olena);
    }

    @Test
    void isShownAsOverWithoutAnyTickAsWell() {
        kit.registrations.release("haskovo", ivan);
        kit.clock.advance(Duration.ofHours(4));

        assertThat(kit.registrations.find("haskovo", olena))
                .hasValueSatisfying(known -> assertThat(known.isWaiting()).isTrue());
        kit.clock.advance(Duration.ofDays(1));
        assertThat(kit.registrations.of(maria)).singleElement().satisfies(known -> assertThat(known.isWaiting())
                .isTrue());
    }

    /** The fault the clock is there for: a seat would be accepted that is another's turn. */
    @Test
    void wouldStillBeAcceptedIfOnlyTheTickEndedIt() { // control
        kit.registrations.release("haskovo", ivan);
        kit.clock.advance(Duration.ofHours(4));
        var late = registration(olena);

        var counter = Counter.of(kit.mongo(), kit.forums, notices(), kit.clock);
        assertThat(counter.promotion().accept(late)).isPresent();
    }

    @Test
    void isStillTheirsWhenNobodyElseWaits() {
        kit.registrations.release("haskovo", maria);
        kit.registrations.release("haskovo", petar);
        kit.registrations.release("haskovo", ivan);
        kit.clock.advance(Duration.ofHours(9));

        assertThat(kit.accept("haskovo", olena)).isInstanceOf(Seated.class);
        kit.agree("haskovo");
    }

    @Test
    void isMadeTwiceAndNotAThirdTime() {
        kit.registrations.release("haskovo", maria);
        kit.registrations.release("haskovo", petar);
        kit.registrations.release("haskovo", ivan);
        passes(Duration.ofDays(1));
        assertThat(status(olena)).isEqualTo(Status.OFFERED);
        passes(Duration.ofDays(1));

        assertThat(status(olena)).isEqualTo(Status.CANCELLED);
        assertThat(text("offer-over:haskovo:" + olena + ":4")).contains("извадих от списъка на чакащите");
        assertThat(kit.forum("haskovo").seats()).isEmpty();
        assertThat(kit.register("haskovo", olena)).isInstanceOf(Seated.class);
        kit.agree("haskovo");
    }

    @Test
    void goesOnAtOnceWhenItIsGivenUp() {
        kit.registrations.release("haskovo", ivan);
        kit.registrations.release("haskovo", olena);

        assertThat(status(olena)).isEqualTo(Status.CANCELLED);
        assertThat(status(maria)).isEqualTo(Status.OFFERED);
        kit.agree("haskovo");
    }

    @Test
    void isRemindedOfOnceAtHalfTime() {
        kit.registrations.release("haskovo", ivan);

        assertThat(kit.outbox.find("offer-half:haskovo:" + olena + ":1")).hasValueSatisfying(nudge -> {
            assertThat(nudge.dueAt()).isEqualTo(Instant.parse("2027-02-01T10:00:00Z"));
            assertThat(nudge.notAfter()).isEqualTo(Instant.parse("2027-02-01T12:00:00Z"));
        });
    }

    @Test
    void waitsForTheMorningAtNight() {
        kit.clock.set(Instant.parse("2027-02-01T20:00:00Z"));
        kit.registrations.release("haskovo", ivan);

        assertThat(kit.outbox.find("offer:haskovo:" + olena + ":1")).hasValueSatisfying(offer -> {
            assertThat(offer.dueAt()).isEqualTo(Instant.parse("2027-02-02T06:00:00Z"));
            assertThat(offer.notAfter()).isEqualTo(Instant.parse("2027-02-02T10:00:00Z"));
        });
    }

    @Test
    void inTheLastHoursEverybodyIsAskedAndTheFirstGetsIt() {
        kit.clock.set(kit.forum("haskovo").starts().minus(Duration.ofHours(2)));
        kit.registrations.release("haskovo", ivan);
        kit.registrations.passOn();

        assertThat(kit.outbox.of("seat:haskovo"))
                .extracting(Message::contact)
                .containsExactlyInAnyOrder(olena.value(), maria.value(), petar.value());
        assertThat(kit.accept("haskovo", petar)).isInstanceOf(Seated.class);
        assertThat(kit.accept("haskovo", olena)).isInstanceOf(AlreadyWaiting.class);
        assertThat(waiting()).containsExactly(olena, maria);
        kit.agree("haskovo");
    }

    @Test
    void inTheLastHoursNobodyIsToldToWaitWhileASeatIsFree() {
        var ann = new Profile("ngo", "haskovo", "Мост", "Ан Ли");
        kit.registrations.release("haskovo", ivan);
        assertThat(kit.registrations.obstacle(kit.forum("haskovo"), ann)).contains(Obstacle.FULL);
        kit.clock.set(kit.forum("haskovo").starts().minus(Duration.ofHours(2)));
        kit.registrations.passOn();

        assertThat(kit.registrations.obstacle(kit.forum("haskovo"), ann)).isEmpty();
        assertThat(kit.registrations.register("haskovo", new ContactId("ann"), ann))
                .isInstanceOf(Seated.class);
        assertThat(kit.registrations.obstacle(kit.forum("haskovo"), ann)).contains(Obstacle.FULL);
    }

    @Test
    void asksEverybodyAgainWhenAnotherSeatGetsFree() {
        kit.clock.set(kit.forum("haskovo").starts().minus(Duration.ofHours(2)));
        kit.registrations.release("haskovo", ivan);
        kit.accept("haskovo", petar);
        kit.registrations.release("haskovo", maria); // leaving the line frees nothing
        assertThat(kit.outbox.of("seat:haskovo")).hasSize(3);
        kit.registrations.release("haskovo", petar);

        assertThat(kit.outbox.of("seat:haskovo"))
                .filteredOn(message -> message.contact().equals(olena.value()))
                .hasSize(2);
    }

    @Test
    void endsWhenTheForumBegins() {
        kit.clock.set(kit.forum("haskovo").starts().minus(Duration.ofHours(4)));
        kit.registrations.release("haskovo", ivan);
        kit.clock.set(kit.forum("haskovo").starts());
        kit.registrations.passOn();

        assertThat(kit.forum("haskovo").seats()).isEmpty();
        assertThat(waiting()).containsExactlyInAnyOrder(olena, maria, petar);
    }

    @Test
    void givesGuestsTheSeatAndTellsOrganizersToCallThem() {
        var guest = Registration.guest("7");
        var organizer = kit.person("organizer");
        kit.contacts.grant(organizer, Role.ORGANIZER);
        Stream.of(olena, maria, petar).forEach(who -> kit.registrations.release("haskovo", who));
        kit.register("haskovo", guest);
        kit.registrations.release("haskovo", ivan);

        assertThat(status(guest)).isEqualTo(Status.CONFIRMED);
        assertThat(kit.outbox.find("guest-seat:haskovo:2:" + organizer)).isPresent();
    }

    @Test
    void moreSeatsAreOfferedInOrder() {
        kit.registrations.capacity("haskovo", 3);

        assertThat(Stream.of(olena, maria, petar).map(this::status))
                .containsExactly(Status.OFFERED, Status.OFFERED, Status.WAITLISTED);
        kit.registrations.capacity("haskovo", 1);
        assertThat(kit.forum("haskovo").seats())
                .as("nobody loses what is kept for them")
                .hasSize(3);
        kit.accept("haskovo", olena);
        kit.registrations.release("haskovo", ivan);
        assertThat(status(petar)).as("two of one seat are taken").isEqualTo(Status.WAITLISTED);
    }

    @Test
    void isKeptAlsoWhileRegistrationIsClosed() {
        kit.forums.open("haskovo", false);
        kit.registrations.release("haskovo", ivan);

        assertThat(kit.accept("haskovo", olena)).isInstanceOf(Seated.class);
    }

    /** One decision: whoever looks and then writes seats somebody whose seat went on. */
    @Test
    void wouldSeatSomebodyWithoutASeatIfItLookedBeforeItWrote() { // control
        kit.registrations.release("haskovo", ivan);
        assertThat(registration(olena).isOffered()).isTrue();
        passes(Duration.ofHours(4));
        kit.mongo()
                .updateFirst(
                        query(where("_id").is("haskovo:" + olena)),
                        Update.update("status", Status.CONFIRMED),
                        Registration.class);

        assertThat(registration(olena).isConfirmed()).isTrue();
        assertThat(kit.forum("haskovo").seats(olena)).isFalse();
    }

    /** Who is where, what happens, and where that leads. */
    @ParameterizedTest
    @CsvSource({
        "JOINING,      register, CONFIRMED",
        "JOINING,      release,  CANCELLED",
        "JOINING,      accept,   JOINING",
        "JOINING,      time,     JOINING",
        "WAITLISTED,   register, WAITLISTED",
        "WAITLISTED,   release,  CANCELLED",
        "WAITLISTED,   accept,   WAITLISTED",
        "WAITLISTED,   time,     WAITLISTED",
        "WAITLISTED,   freed,    OFFERED",
        "OFFERED,      register, OFFERED",
        "OFFERED,      release,  CANCELLED",
        "OFFERED,      accept,   CONFIRMED",
        "OFFERED,      time,     WAITLISTED",
        "OFFERED,      freed,    OFFERED",
        "LAPSED,       register, WAITLISTED",
        "LAPSED,       release,  CANCELLED",
        "LAPSED,       accept,   WAITLISTED",
        "LAPSED,       time,     WAITLISTED",
        "CONFIRMED,    register, CONFIRMED",
        "CONFIRMED,    release,  CANCELLED",
        "CONFIRMED,    accept,   CONFIRMED",
        "CONFIRMED,    time,     CONFIRMED",
        "CANCELLED,    register, WAITLISTED",
        "CANCELLED,    release,  CANCELLED",
        "CANCELLED,    accept,   CANCELLED",
        "CANCELLED,    time,     CANCELLED"
    })
    void everyStateKnowsWhereToGo(Status from, String event, Status to) {
        become(from);
        switch (event) {
            case "register" -> kit.register("haskovo", olena);
            case "release" -> kit.registrations.release("haskovo", olena);
            case "accept" -> kit.registrations.accept("haskovo", olena);
            case "time" -> passes(Duration.ofHours(4));
            default -> kit.registrations.release("haskovo", ivan);
        }
        assertThat(status(olena)).isEqualTo(to);
        assertThat(kit.forum("haskovo").seats()).hasSizeLessThanOrEqualTo(1);
    }

    /** Olena is in that state, and another is before her or behind her. */
    private void become(Status status) {
        switch (status) {
            case JOINING -> {
                kit.registrations.release("haskovo", ivan);
                List.of(olena, maria, petar).forEach(who -> kit.registrations.release("haskovo", who));
                kit.mongo()
                        .updateFirst(
                                query(where("_id").is("haskovo:" + olena)),
                                Update.update("status", Status.JOINING),
                                Registration.class);
            }
            case OFFERED -> kit.registrations.release("haskovo", ivan);
            case LAPSED -> {
                kit.registrations.release("haskovo", ivan);
                kit.mongo()
                        .updateFirst(
                                query(where("_id").is("haskovo:" + olena)),
                                Update.update("status", Status.LAPSED),
                                Registration.class);
            }
            case CONFIRMED -> {
                kit.registrations.release("haskovo", ivan);
                kit.accept("haskovo", olena);
            }
            case CANCELLED -> kit.registrations.release("haskovo", olena);
            default -> assertThat(status(olena)).isEqualTo(status);
        }
    }

    private void passes(Duration time) {
        kit.clock.advance(time);
        kit.registrations.passOn();
    }

    private Notices notices() {
        return new Notices(
                kit.outbox, kit.contacts, org.pokana.messaging.Words.read(java.util.Optional.empty()), kit.clock);
    }

    private Registration registration(ContactId who) {
        return kit.mongo().findById("haskovo:" + who, Registration.class);
    }

    private Status status(ContactId who) {
        return registration(who).status();
    }

    private List<ContactId> waiting() {
        return kit.registrations.of("haskovo").stream()
                .filter(Registration::isWaiting)
                .map(Registration::contactId)
                .toList();
    }

    private String text(String id) {
        return ((Content.Text) kit.outbox.find(id).orElseThrow().content()).text();
    }
}
