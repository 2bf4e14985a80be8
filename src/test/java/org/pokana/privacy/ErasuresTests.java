package org.pokana.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Consent;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.store.TestStore;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

class ErasuresTests {

    private static final String MARKER = "olena-7f3a";
    private static final ContactId OLENA = new ContactId(MARKER);
    private static final List<Address> ADDRESSES =
            List.of(new Address("webchat", MARKER), new Address("telegram", MARKER + "1"));

    private final TestStore store = TestStore.inMemory(Contact.class, Message.class, Erasure.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Contacts contacts = new Contacts(store.mongo(), () -> "new", clock);
    private final Outbox outbox = new Outbox(store.mongo(), clock, new Channels(List.of()));

    @BeforeEach
    void olenaAndIvanAreKnown() {
        know(MARKER, ADDRESSES);
        know("ivan", List.of(new Address("webchat", "ivan")));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void leavesNothingOfThePersonAndEverythingOfOthers() {
        assertThat(Traces.of(MARKER, store.mongo())).hasSize(5);
        var erasures = erasures(places());

        erasures.request(OLENA, ADDRESSES);
        clock.advance(Duration.ofSeconds(30));
        erasures.carryOut();
        assertThat(Traces.of(MARKER, store.mongo())).hasSize(1).allMatch(trace -> trace.startsWith("erasures"));

        clock.advance(Duration.ofMinutes(1));
        erasures.carryOut();
        assertThat(Traces.of(MARKER, store.mongo())).isEmpty();
        assertThat(Traces.of("ivan", store.mongo())).hasSize(5);
        assertThat(erased()).isEqualTo(1);
    }

    @Test
    void finishesWhateverPlaceFailedAtFirst() {
        for (int failing = 0; failing < places().size(); failing++) {
            know(MARKER, ADDRESSES);
            var crash = new FailsOnce(places().get(failing));
            var places = new ArrayList<>(places());
            places.set(failing, crash);
            var erasures = erasures(places);

            erasures.request(OLENA, ADDRESSES);
            clock.advance(Duration.ofSeconds(30));
            erasures.carryOut();
            assertThat(crash.failed).isTrue();
            assertThat(contacts.find(OLENA))
                    .as("kept until everything else is gone")
                    .isPresent();

            erasures.carryOut();
            clock.advance(Duration.ofMinutes(1));
            erasures.carryOut();
            assertThat(Traces.of(MARKER, store.mongo()))
                    .as("after place " + failing + " failed")
                    .isEmpty();
        }
        assertThat(erased()).isEqualTo(places().size());
    }

    @Test
    void goesOnInANewProcess() {
        erasures(List.of((contact, addresses) -> {
                    throw new IllegalStateException("crash");
                }))
                .request(OLENA, ADDRESSES);
        clock.advance(Duration.ofSeconds(30));

        erasures(places()).carryOut();
        clock.advance(Duration.ofMinutes(1));
        erasures(places()).carryOut();

        assertThat(Traces.of(MARKER, store.mongo())).isEmpty();
    }

    @Test
    void waitsUntilTheFarewellIsSaid() {
        var erasures = erasures(places());
        forgetMessages();
        erasures.request(OLENA, ADDRESSES);
        erasures.carryOut();
        assertThat(contacts.find(OLENA))
                .as("the farewell is not in the outbox yet")
                .isPresent();

        outbox.put(List.of(Post.of(
                "reply:1", OLENA, ADDRESSES.get(0), Lane.REPLY, Content.text("сбогом"), "test", clock.instant())));
        erasures.carryOut();
        assertThat(contacts.find(OLENA)).as("the farewell is not sent yet").isPresent();

        outbox.callOff("test", java.util.Optional.empty(), "settled for this test");
        erasures.carryOut();
        assertThat(contacts.find(OLENA)).isEmpty();
    }

    @Test
    void doesNotWaitForEverForAFarewell() {
        var erasures = erasures(places());
        erasures.request(OLENA, ADDRESSES);

        clock.advance(Duration.ofSeconds(29));
        erasures.carryOut();
        assertThat(contacts.find(OLENA)).isPresent();

        clock.advance(Duration.ofSeconds(1));
        erasures.carryOut();
        assertThat(contacts.find(OLENA)).isEmpty();
    }

    @Test
    void removesWhatWasStillOnItsWay() {
        var erasures = erasures(places());
        erasures.request(OLENA, ADDRESSES);
        clock.advance(Duration.ofSeconds(30));
        erasures.carryOut();
        store.mongo().insert(new Document("contact", MARKER).append("text", "закъсняло"), "conversations");

        clock.advance(Duration.ofMinutes(1));
        erasures.carryOut();

        assertThat(Traces.of(MARKER, store.mongo())).isEmpty();
    }

    @Test
    void leavesAloneWhoeverTalksAtTheAddressMeanwhile() {
        var erasures = erasures(places());
        erasures.request(OLENA, ADDRESSES);
        clock.advance(Duration.ofSeconds(30));
        erasures.carryOut();
        contacts.meet(ADDRESSES.get(0), Locale.forLanguageTag("bg"));

        clock.advance(Duration.ofMinutes(1));
        erasures.carryOut();

        assertThat(contacts.at(ADDRESSES.get(0))).map(Contact::key).contains("new");
    }

    @Test
    void countsAPersonOnceHoweverOftenTheyAsk() {
        var erasures = erasures(places());
        erasures.request(OLENA, ADDRESSES);
        erasures.request(OLENA, ADDRESSES);
        clock.advance(Duration.ofSeconds(30));
        erasures.carryOut();
        clock.advance(Duration.ofMinutes(1));
        erasures.carryOut();
        erasures.carryOut();

        assertThat(erased()).isEqualTo(1);
    }

    private Erasures erasures(List<Forgets> places) {
        return new Erasures(store.mongo(), contacts, places, clock);
    }

    /** Each place that keeps something; the person's address in one, their id in another. */
    private List<Forgets> places() {
        return List.of(
                (contact, addresses) ->
                        remove("outbox", Criteria.where("contact").is(contact.value())),
                (contact, addresses) ->
                        remove("conversations", Criteria.where("contact").is(contact.value())),
                (contact, addresses) -> remove(
                        "inbox",
                        Criteria.where("from")
                                .in(addresses.stream().map(Address::toString).toList())),
                (contact, addresses) ->
                        remove("registrations", Criteria.where("contact").is(contact.value())));
    }

    private void remove(String collection, Criteria theirs) {
        store.mongo().remove(Query.query(theirs), collection);
    }

    private void forgetMessages() {
        remove("outbox", new Criteria());
    }

    /** Somebody whose marker is in every field that a person can fill. */
    private void know(String marker, List<Address> addresses) {
        var at = Instant.parse("2027-01-01T08:00:00Z");
        store.mongo()
                .save(new Contact(
                        marker,
                        addresses.stream()
                                .map(address -> new Reach(address.toString(), true, at))
                                .toList(),
                        Locale.forLanguageTag("bg"),
                        new Profile(marker, marker, marker, marker),
                        List.of(new Consent("registration", 1, marker, "bg", marker, at)),
                        false,
                        false,
                        Set.of(Role.VIEWER),
                        at));
        var from = addresses.get(0).toString();
        keep("inbox", marker, new Document("from", from).append("text", marker));
        keep("conversations", marker, new Document("contact", marker).append("talks", List.of(marker)));
        keep("registrations", marker, new Document("contact", marker).append("name", marker));
        keep(
                "outbox",
                marker,
                new Document("contact", marker)
                        .append("bytes", marker.getBytes())
                        .append("to", from));
    }

    private void keep(String collection, String marker, Document document) {
        store.mongo().save(document.append("_id", marker + ":1"), collection);
    }

    private int erased() {
        var counter = store.mongo().findById("erasures", Document.class, "counters");
        return counter == null ? 0 : counter.getInteger("count");
    }

    private static final class FailsOnce implements Forgets {

        private final Forgets place;
        private boolean failed;

        FailsOnce(Forgets place) {
            this.place = place;
        }

        @Override
        public void forget(ContactId contact, List<Address> addresses) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("crash");
            }
            place.forget(contact, addresses);
        }
    }
}
