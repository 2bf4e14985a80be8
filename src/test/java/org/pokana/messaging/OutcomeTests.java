package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.messaging.Message.Fault;
import org.pokana.messaging.Message.State;
import org.pokana.store.TestStore;

/** What becomes of a message of each lane after each outcome: the table that everything else relies on. */
class OutcomeTests {

    private static final Address OLENA = new Address("webchat", "olena");
    private static final Address ELSEWHERE = new Address("webchat", "elsewhere");

    private final TestStore store = TestStore.inMemory(Message.class, Tempo.class, Mishap.Latest.class, Contact.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Contacts contacts = new Contacts(store.mongo(), () -> "id" + System.nanoTime(), clock);
    private final Contact olena = contacts.meet(OLENA, Locale.ENGLISH);
    private final MessagingKit kit = new MessagingKit(store.mongo(), clock, contacts);

    /** Nobody collects from it, so that every attempt is made here. */
    private final Outbox outbox = new Outbox(store.mongo(), clock, new Channels(List.of(kit.channel)));

    @AfterEach
    void close() {
        kit.close();
        store.close();
    }

    /**
     * Outcomes one after the other, each attempt as soon as it is due; {@code age} is how long after it was put the
     * first is made, {@code wait} how many seconds until it is due again.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            REPLY        | Delivered                    |  0 | SENT      | -  | -
            REMINDER     | Delivered                    |  0 | SENT      | -  | -
            ANNOUNCEMENT | Delivered                    |  0 | SENT      | -  | -
            REPLY        | TryLater                     |  0 | READY     | 12 | -
            REMINDER     | TryLater                     |  0 | READY     | 12 | -
            ANNOUNCEMENT | TryLater                     |  0 | READY     | 12 | -
            ANNOUNCEMENT | TryLater TryLater TryLater   |  0 | READY     | 12 | -
            REPLY        | NotSent                      |  0 | READY     | 1  | -
            REMINDER     | NotSent                      |  0 | READY     | 1  | -
            ANNOUNCEMENT | NotSent                      |  0 | READY     | 1  | -
            ANNOUNCEMENT | NotSent NotSent              |  0 | READY     | 1  | -
            REPLY        | NotSent Delivered            |  0 | SENT      | -  | -
            ANNOUNCEMENT | NotSent Delivered            |  0 | SENT      | -  | -
            REPLY        | Uncertain                    |  0 | READY     | 1  | -
            REPLY        | Uncertain                    | 59 | READY     | 1  | -
            REPLY        | Uncertain                    | 60 | UNCERTAIN | -  | -
            REPLY        | Uncertain Delivered          |  0 | SENT      | -  | -
            REPLY        | Uncertain Uncertain          |  0 | UNCERTAIN | -  | -
            REPLY        | Uncertain Delivered          | 59 | UNCERTAIN | -  | -
            REPLY        | NotSent Uncertain            |  0 | READY     | 1  | -
            REPLY        | NotSent NotSent Uncertain    |  0 | READY     | 1  | -
            REPLY        | NotSent Uncertain Uncertain  |  0 | UNCERTAIN | -  | -
            REMINDER     | Uncertain                    |  0 | READY     | 30 | -
            REMINDER     | Uncertain                    | 90 | READY     | 30 | -
            REMINDER     | NotSent Uncertain            |  0 | READY     | 30 | -
            REMINDER     | Uncertain Delivered          |  0 | SENT      | -  | -
            REMINDER     | Uncertain Uncertain          |  0 | UNCERTAIN | -  | -
            REMINDER     | Uncertain NotSent Uncertain  |  0 | UNCERTAIN | -  | -
            ANNOUNCEMENT | Uncertain                    |  0 | UNCERTAIN | -  | -
            ANNOUNCEMENT | NotSent Uncertain            |  0 | UNCERTAIN | -  | -
            ANNOUNCEMENT | TryLater Uncertain           |  0 | UNCERTAIN | -  | -
            REPLY        | Gone                         |  0 | FAILED    | -  | GONE
            REMINDER     | Gone                         |  0 | FAILED    | -  | GONE
            ANNOUNCEMENT | Gone                         |  0 | FAILED    | -  | GONE
            REPLY        | Refused                      |  0 | FAILED    | -  | REFUSED
            REMINDER     | Refused                      |  0 | FAILED    | -  | REFUSED
            ANNOUNCEMENT | Refused                      |  0 | FAILED    | -  | REFUSED
            REPLY        | TooLarge                     |  0 | FAILED    | -  | TOO_LARGE
            ANNOUNCEMENT | TooLarge                     |  0 | FAILED    | -  | TOO_LARGE
            REPLY        | Barred                       |  0 | FAILED    | -  | BARRED
            ANNOUNCEMENT | Barred                       |  0 | FAILED    | -  | BARRED
            REPLY        | Closed                       |  0 | READY     | 0  | -
            REMINDER     | Closed                       |  0 | READY     | 0  | -
            ANNOUNCEMENT | Closed                       |  0 | READY     | 0  | -
            ANNOUNCEMENT | Closed Delivered             |  0 | SENT      | -  | -
            REPLY        | Moved Delivered              |  0 | SENT      | -  | -
            REMINDER     | Moved Delivered              |  0 | SENT      | -  | -
            ANNOUNCEMENT | NotSent NotSent Moved        |  0 | READY     | 0  | -
            ANNOUNCEMENT | Moved Moved Moved            |  0 | FAILED    | -  | REFUSED
            """)
    void everyOutcomeIsDealtWith(
            Lane lane, String outcomes, int age, State state, @Nullable Integer wait, @Nullable Fault fault) {
        put(lane);
        clock.advance(Duration.ofSeconds(age));
        Arrays.stream(outcomes.split(" ")).forEach(this::attemptEnds);

        var message = message();
        assertThat(message.state()).isEqualTo(state);
        assertThat(message.fault()).isEqualTo(fault);
        if (wait != null && wait > 0) {
            assertThat(message.dueAt()).isEqualTo(clock.instant().plusSeconds(wait));
        } else if (wait != null) {
            assertThat(message.dueAt()).isBeforeOrEqualTo(clock.instant());
        }
        assertThat(message.state().isFinal()).isEqualTo(wait == null);
        assertThat(mishaps()).isEqualTo(toldToOrganizers(lane, fault));
        assertThat(contacts.find(olena.id()).orElseThrow().address().isEmpty()).isEqualTo(fault == Fault.GONE);
        assertThat(kit.lost).isEqualTo(fault == Fault.GONE ? List.of(OLENA) : List.of());
    }

    /** Of a file too large for somebody who asked for it, that person hears instead. */
    private static Set<Fault> toldToOrganizers(Lane lane, @Nullable Fault fault) {
        boolean ownAffair = fault == null || fault == Fault.GONE || fault == Fault.TOO_LARGE && lane == Lane.REPLY;
        return ownAffair ? Set.of() : Set.of(fault);
    }

    private void attemptEnds(String outcome) {
        var due = message().dueAt();
        clock.set(due.isAfter(clock.instant()) ? due : clock.instant());
        clock.advance(outcome.equals("Delivered") ? Duration.ofSeconds(10) : Duration.ZERO); // past what was closed
        kit.channel.nextEnds(
                switch (outcome) {
                    case "Delivered" -> new Delivery.Delivered("1");
                    case "TryLater" -> new Delivery.TryLater(Duration.ofSeconds(12));
                    case "NotSent" -> new Delivery.NotSent("connection refused");
                    case "Uncertain" -> new Delivery.Uncertain("silence");
                    case "Gone" -> new Delivery.Gone("blocked");
                    case "Refused" -> new Delivery.Refused("no");
                    case "TooLarge" -> new Delivery.TooLarge("too large");
                    case "Barred" -> new Delivery.Barred("no rights");
                    case "Closed" -> new Delivery.Closed("unauthorized");
                    case "Moved" -> new Delivery.Moved(message().address().equals(OLENA) ? ELSEWHERE : OLENA);
                    default -> throw new IllegalArgumentException(outcome);
                });
        kit.courier.carry(message());
    }

    private void put(Lane lane) {
        outbox.put(List.of(Post.of("a", olena.id(), OLENA, lane, Content.text("a"), "test", clock.instant())));
    }

    private Message message() {
        return outbox.find("a").orElseThrow();
    }

    private Set<Fault> mishaps() {
        return kit.mishaps.stream()
                .filter(mishap -> mishap.trouble().isPresent())
                .map(Mishap::fault)
                .collect(Collectors.toSet());
    }

    @Test
    void saysToWhoeverWaitsThatAFileIsTooLarge() {
        put(Lane.REPLY);
        attemptEnds("TooLarge");

        assertThat(kit.channel.texts(OLENA)).singleElement().asString().contains("The file is too large");
    }

    @Test
    void callsOffOnlyWhatWasForTheAddressThatIsGone() {
        put(Lane.ANNOUNCEMENT);
        outbox.put(List.of(
                Post.of("b", olena.id(), OLENA, Lane.REMINDER, Content.text("b"), "test", clock.instant()),
                Post.of("c", olena.id(), ELSEWHERE, Lane.REMINDER, Content.text("c"), "test", clock.instant())));
        attemptEnds("Gone");

        assertThat(outbox.find("b").orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        assertThat(outbox.find("c").orElseThrow().state()).isEqualTo(State.READY);
    }

    @Test
    void tellsOfAMishapForADay() {
        put(Lane.REPLY);
        attemptEnds("Refused");
        clock.advance(Duration.ofHours(23));
        assertThat(mishaps()).isNotEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(mishaps()).isEmpty();
    }

    /** As an earlier version wrote it. */
    @Test
    void carriesWhatAnEarlierVersionLeft() {
        put(Lane.REMINDER);
        var newer = new Document("wantedAt", 1)
                .append("doubts", 1)
                .append("moves", 1)
                .append("fault", 1);
        store.mongo().getCollection("outbox").updateMany(new Document(), new Document("$unset", newer));
        attemptEnds("Uncertain");
        attemptEnds("Delivered");

        assertThat(message().state()).isEqualTo(State.SENT);
    }
}
