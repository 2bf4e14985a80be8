package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Veto.Objection;
import org.pokana.store.TestStore;

class CourierTests {

    private static final Address OLENA = new Address("webchat", "olena");

    private static final Button MENU = new Button("/menu", "Меню", Tone.AWAY);
    private static final Content ALBUM = new Content.Media(MediaTests.photos(2), Content.text("Снимки", MENU));

    private final TestStore store = TestStore.inMemory(Message.class, Received.class, Contact.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Contacts contacts = new Contacts(store.mongo(), () -> "id" + System.nanoTime(), clock);
    private final Contact olena = contacts.meet(OLENA, Locale.forLanguageTag("bg"));
    private final AtomicReference<Optional<Objection>> objection = new AtomicReference<>(Optional.empty());
    private final MessagingKit kit = new MessagingKit(store.mongo(), clock, contacts, message -> objection.get());

    @AfterEach
    void close() {
        kit.close();
        store.close();
    }

    @Test
    void deliversAReplyAtOnce() {
        put("a", Lane.REPLY);

        assertThat(kit.channel.texts(OLENA)).containsExactly("a");
        assertThat(state("a")).isEqualTo(State.SENT);
        assertThat(kit.outbox.find("a").orElseThrow().receipt()).isEqualTo("1");
    }

    @Test
    void leavesBulkForItsTurn() {
        put("a", Lane.ANNOUNCEMENT);
        assertThat(state("a")).isEqualTo(State.READY);

        kit.sendDueBulk();
        assertThat(state("a")).isEqualTo(State.SENT);
    }

    @Test
    void keepsAThrottledMessageWithoutCountingTheAttempt() {
        kit.channel.nextEnds(new Delivery.TryLater(Duration.ofSeconds(35)));
        put("a", Lane.ANNOUNCEMENT);
        kit.sendDueBulk();

        var waiting = kit.outbox.find("a").orElseThrow();
        assertThat(waiting.state()).isEqualTo(State.READY);
        assertThat(waiting.attempt()).isZero();
        assertThat(waiting.dueAt()).isEqualTo(clock.instant().plusSeconds(35));
    }

    @Test
    void sendsOnceToWhereTheChatMoved() {
        var moved = new Address("webchat", "elsewhere");
        put("a", Lane.ANNOUNCEMENT);
        put("b", Lane.ANNOUNCEMENT);
        kit.channel.nextEnds(new Delivery.Moved(moved));
        kit.sendDueBulk();
        kit.sendDueBulk();

        assertThat(kit.channel.texts(moved)).containsExactlyInAnyOrder("a", "b");
        assertThat(kit.channel.texts(OLENA)).isEmpty();
        assertThat(kit.moves).containsExactly(OLENA + " → " + moved);
    }

    @Test
    void answersWhereTheChatMoved() {
        var moved = new Address("webchat", "elsewhere");
        kit.channel.nextEnds(new Delivery.Moved(moved));
        put("a", Lane.REPLY);

        await().until(() -> state("a") == State.SENT);
        assertThat(kit.channel.texts(moved)).containsExactly("a");
    }

    @Test
    void givesUpOnAChatThatMovesForEver() {
        kit.channel.nextEnds(
                new Delivery.Moved(new Address("webchat", "there")),
                new Delivery.Moved(OLENA),
                new Delivery.Moved(new Address("webchat", "there")));
        put("a", Lane.ANNOUNCEMENT);
        kit.sendDueBulk();
        kit.sendDueBulk();
        kit.sendDueBulk();

        assertThat(state("a")).isEqualTo(State.FAILED);
    }

    @Test
    void sendsThePartsOfAMessageInOrder() {
        album("a", Lane.ANNOUNCEMENT);
        kit.channel.nextEnds(new Delivery.TryLater(Duration.ofSeconds(35)));
        kit.sendDueBulk();
        assertThat(kit.channel.carried).as("nothing overtakes the pictures").isEmpty();

        clock.advance(Duration.ofSeconds(10));
        kit.sendDueBulk();
        assertThat(kit.channel.carried).isEmpty();
        clock.advance(Duration.ofSeconds(25));
        kit.sendDueBulk();
        clock.advance(Duration.ofSeconds(1));
        kit.sendDueBulk();

        assertThat(kit.channel.carried)
                .extracting(carried -> carried.content().getClass().getSimpleName())
                .containsExactly("Media", "Text");
        assertThat(kit.outbox.find("a+1").orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void answersInPartsAtOnce() {
        album("a", Lane.REPLY);

        assertThat(kit.channel.carried).hasSize(2);
    }

    @Test
    void saysTheWordsEvenIfThePicturesWereRefused() {
        album("a", Lane.ANNOUNCEMENT);
        kit.channel.nextEnds(new Delivery.Refused("bad picture"));
        kit.sendDueBulk();

        assertThat(kit.channel.texts(OLENA)).containsExactly("Снимки");
        assertThat(kit.outbox.count("test")).containsOnlyKeys(State.FAILED);
    }

    @Test
    void finishesWhatHasBegunAlthoughItsTimePasses() {
        put(post("a", ALBUM, Lane.ANNOUNCEMENT).notAfter(clock.instant().plusSeconds(60)));
        kit.sendDue(Lane.ANNOUNCEMENT, 1);
        clock.advance(Duration.ofSeconds(60));
        kit.sendDueBulk();
        assertThat(kit.outbox.count("test")).containsOnlyKeys(State.SENT);

        put(post("b", ALBUM, Lane.ANNOUNCEMENT).notAfter(clock.instant()));
        kit.sendDueBulk();
        assertThat(state("b")).isEqualTo(State.EXPIRED);
        assertThat(state("b+1")).isEqualTo(State.EXPIRED);
    }

    @Test
    void changesEachPartOfAnEarlierMessage() {
        album("a", Lane.ANNOUNCEMENT);
        kit.sendDueBulk();
        var better = new Content.Media(MediaTests.photos(2), Content.text("По-добри снимки", MENU));
        put(post("b", better, Lane.ANNOUNCEMENT).amending("a"));
        kit.sendDueBulk();

        assertThat(kit.channel.carried)
                .extracting(FakeChannel.Carried::edited)
                .containsExactly(false, false, true, true);
    }

    @Test
    void takesBackWhatWasSent() {
        put("a", Lane.ANNOUNCEMENT);
        kit.sendDueBulk();
        put(post("gone:a", new Content.Withdrawal(), Lane.ANNOUNCEMENT).amending("a"));
        kit.sendDueBulk();
        kit.sendDueBulk();

        assertThat(kit.channel.deleted).containsExactly("1");
        assertThat(state("gone:a")).isEqualTo(State.SENT);
    }

    @Test
    void cannotTakeBackWhatNeverArrived() {
        put(post("gone:a", new Content.Withdrawal(), Lane.ANNOUNCEMENT).amending("a"));
        kit.sendDueBulk();

        assertThat(kit.channel.deleted).isEmpty();
        assertThat(state("gone:a")).isEqualTo(State.FAILED);
    }

    private void album(String id, Lane lane) {
        put(post(id, ALBUM, lane));
    }

    private void put(Post post) {
        kit.outbox.put(List.of(post));
    }

    private Post post(String id, Content content, Lane lane) {
        return Post.of(id, olena.id(), OLENA, lane, content, "test", clock.instant());
    }

    @Test
    void neverRepeatsAnAnnouncementThatMayHaveArrived() {
        kit.channel.nextEnds(new Delivery.Uncertain("silence"));
        put("a", Lane.ANNOUNCEMENT);
        kit.sendDueBulk();

        assertThat(state("a")).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void repeatsAReminderThatMayHaveArrivedOnceAfterAWhile() {
        kit.channel.nextEnds(new Delivery.Uncertain("silence"), new Delivery.Uncertain("silence"));
        put("a", Lane.REMINDER);
        kit.sendDueBulk();
        assertThat(state("a")).isEqualTo(State.READY);

        clock.advance(Duration.ofSeconds(31));
        kit.sendDueBulk();
        assertThat(state("a")).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void repeatsOnlyAFreshReplyWhoseSenderFellSilent() {
        fallsSilentWhileSending("a");
        clock.advance(Duration.ofSeconds(31));
        kit.courier.takeOver(clock.instant());
        assertThat(state("a")).isEqualTo(State.SENT);

        fallsSilentWhileSending("b");
        clock.advance(Duration.ofSeconds(61));
        kit.courier.takeOver(clock.instant());
        assertThat(state("b")).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void saysWhatACrashLeftInTheOrderItWasToBeSaid() {
        fallsSilentWhileSending("a");
        clock.advance(Duration.ofMillis(1));
        var dead = new Outbox(store.mongo(), clock, new Channels(List.of(kit.channel)));
        dead.put(List.of(post("b", Lane.REPLY)));
        kit.courier.takeOver(clock.instant().plus(Duration.ofDays(365)));

        assertThat(kit.channel.texts(OLENA)).containsExactly("a", "b");
    }

    @Test
    void leavesAloneWhatIsStillBeingSent() {
        fallsSilentWhileSending("a");
        clock.advance(Duration.ofSeconds(20));
        kit.courier.takeOver(clock.instant());

        assertThat(state("a")).isEqualTo(State.SENDING);
    }

    @Test
    void isFencedOnceSomebodyElseTookOver() {
        put("a", Lane.ANNOUNCEMENT);
        var late = new Ledger(store.mongo(), clock, "late");
        var claimed = late.claim("a").orElseThrow();
        late.release(claimed, clock.instant(), "freed by somebody", true);
        kit.sendDueBulk();

        assertThat(late.settle(claimed, State.FAILED, null, "too late")).isFalse();
        assertThat(state("a")).isEqualTo(State.SENT);
    }

    /** The whole process stood still right before the call, and another one sent the message meanwhile. */
    @Test
    void sendsNothingThatSomebodyTookOverWhileItSlept() {
        put("a", Lane.REMINDER);
        new Frozen(new Ledger(store.mongo(), clock, "frozen")).carries("a", this::anotherSendsTheReminder);

        assertThat(kit.channel.texts(OLENA)).containsExactly("a");
        assertThat(state("a")).isEqualTo(State.SENT);
    }

    /** The control of {@link #sendsNothingThatSomebodyTookOverWhileItSlept}. */
    @Test
    void wouldSendTwiceIfItDidNotLookAtItsLease() {
        put("a", Lane.REMINDER);
        var trusting = new Ledger(store.mongo(), clock, "frozen") {
            @Override
            boolean holds(Message claimed) {
                return true;
            }
        };
        new Frozen(trusting).carries("a", this::anotherSendsTheReminder);

        assertThat(kit.channel.texts(OLENA)).containsExactly("a", "a");
    }

    private void anotherSendsTheReminder() {
        clock.advance(Duration.ofSeconds(31));
        kit.courier.takeOver(clock.instant());
        clock.advance(Duration.ofSeconds(31));
        kit.sendDueBulk();
    }

    @Test
    void sendsWhatNobodyTookOverWhileItSlept() {
        put("a", Lane.REMINDER);
        new Frozen(new Ledger(store.mongo(), clock, "frozen"))
                .carries("a", () -> clock.advance(Duration.ofSeconds(90)));

        assertThat(state("a")).isEqualTo(State.SENT);
    }

    @Test
    void saysWhenItWakesThatAnAnnouncementNeverLeft() {
        put("a", Lane.ANNOUNCEMENT);
        new Frozen(new Ledger(store.mongo(), clock, "frozen")).carries("a", () -> {
            clock.advance(Duration.ofSeconds(90));
            kit.courier.takeOver(clock.instant());
            assertThat(state("a")).isEqualTo(State.UNCERTAIN);
        });
        kit.sendDueBulk();

        assertThat(kit.channel.texts(OLENA)).containsExactly("a");
        assertThat(state("a")).isEqualTo(State.SENT);
    }

    @Test
    void saysWhenItWakesThatAnAnnouncementDidArrive() {
        put("a", Lane.ANNOUNCEMENT);
        var frozen = new Frozen(new Ledger(store.mongo(), clock, "frozen"));
        kit.channel.meanwhile(() -> {
            clock.advance(Duration.ofSeconds(90));
            kit.courier.takeOver(clock.instant());
            assertThat(state("a")).isEqualTo(State.UNCERTAIN);
        });
        frozen.carries("a", () -> {});

        assertThat(state("a")).isEqualTo(State.SENT);
    }

    @Test
    void doesNotTakeForSilentWhatItCarriesItself() {
        var frozen = new Frozen(new Ledger(store.mongo(), clock, "frozen"));
        put("a", Lane.REMINDER);
        kit.channel.meanwhile(() -> {
            clock.advance(Duration.ofSeconds(90));
            frozen.courier.takeOver(clock.instant());
        });
        frozen.carries("a", () -> {});
        clock.advance(Duration.ofSeconds(60));
        kit.sendDueBulk();

        assertThat(kit.channel.texts(OLENA)).containsExactly("a");
        assertThat(state("a")).isEqualTo(State.SENT);
    }

    /** Editing may take as long as a call can, and only then it turns out that a second call is needed. */
    @Test
    void sendsNothingAnewThatSomebodyTookOverDuringTheEdit() {
        put("a", Lane.REPLY);
        new Outbox(store.mongo(), clock, new Channels(List.of(kit.channel)))
                .put(List.of(post("b", Lane.REMINDER).amending("a")));
        kit.channel.nextEnds(new Delivery.Refused("message to edit not found"));
        kit.channel.meanwhile(this::anotherSendsTheReminder);
        new Frozen(new Ledger(store.mongo(), clock, "frozen")).carries("b", () -> {});

        assertThat(kit.channel.carried).hasSize(2);
    }

    @Test
    void notesWhatArrivedOnceTheStoreIsBack() {
        put("a", Lane.ANNOUNCEMENT);
        var failing = new FailingStore(store.mongo());
        var ledger = new Ledger(failing.store, clock, "this") {
            @Override
            void rest() {
                failing.heals();
            }
        };
        kit.channel.meanwhile(failing::breaks);
        new Frozen(ledger).carries("a", () -> {});

        assertThat(failing.failures()).isPositive();
        assertThat(state("a")).isEqualTo(State.SENT);
    }

    /** An instance to which something happens between its claim and its call. */
    private final class Frozen {

        private final Runnable[] sleep = {() -> {}};
        private final Courier courier;

        Frozen(Ledger ledger) {
            courier = kit.courier(ledger, message -> {
                sleep[0].run();
                return Optional.empty();
            });
        }

        void carries(String id, Runnable meanwhile) {
            sleep[0] = meanwhile;
            courier.carry(kit.outbox.find(id).orElseThrow());
        }
    }

    @Test
    void stopsWritingToWhoeverBlockedUs() {
        kit.channel.nextEnds(new Delivery.Gone("blocked"));
        put("a", Lane.REMINDER);
        put("b", Lane.ANNOUNCEMENT);
        kit.courier.carry(kit.outbox.find("a").orElseThrow());

        assertThat(state("a")).isEqualTo(State.FAILED);
        assertThat(state("b")).isEqualTo(State.SUPERSEDED);
        assertThat(contacts.find(olena.id()).orElseThrow().address()).isEmpty();
    }

    @Test
    void dropsWhatCouldNotLeaveInTime() {
        kit.outbox.put(List.of(post("a", Lane.REMINDER).notAfter(clock.instant().plusSeconds(60))));
        clock.advance(Duration.ofSeconds(60));
        kit.sendDueBulk();

        assertThat(state("a")).isEqualTo(State.EXPIRED);
        assertThat(kit.channel.carried).isEmpty();
    }

    @Test
    void asksRightBeforeTheCallWhetherBulkIsStillWanted() {
        put("a", Lane.REMINDER);
        put("b", Lane.REPLY);
        objection.set(Optional.of(Objection.never("moved")));
        kit.sendDueBulk();

        assertThat(state("a")).isEqualTo(State.SUPERSEDED);
        assertThat(state("b")).isEqualTo(State.SENT);
    }

    @Test
    void editsTheMessageItAmendsAndSendsAnewWhereThatIsTooLate() {
        put("a", Lane.REPLY);
        kit.outbox.put(List.of(post("b", Lane.REPLY).amending("a")));
        assertThat(kit.channel.carried.get(1).edited()).isTrue();

        kit.channel.nextEnds(new Delivery.Refused("message to edit not found"));
        kit.outbox.put(List.of(post("c", Lane.REPLY).amending("a")));
        assertThat(kit.channel.carried.get(2).edited()).isFalse();
        assertThat(state("c")).isEqualTo(State.SENT);
    }

    @Test
    void waitsForAChannelThatIsSwitchedOff() {
        kit.outbox.put(List.of(Post.of(
                "a", olena.id(), new Address("telegram", "1"), Lane.REPLY, Content.text("a"), "t", clock.instant())));

        assertThat(state("a")).isEqualTo(State.READY);
    }

    private void fallsSilentWhileSending(String id) {
        var dead = new Outbox(store.mongo(), clock, new Channels(List.of(kit.channel)));
        dead.put(List.of(post(id, Lane.REPLY)));
        new Ledger(store.mongo(), clock, "dead").claim(id).orElseThrow();
    }

    private void put(String id, Lane lane) {
        kit.outbox.put(List.of(post(id, lane)));
    }

    private Post post(String id, Lane lane) {
        return Post.of(id, olena.id(), OLENA, lane, Content.text(id), "test", clock.instant());
    }

    private State state(String id) {
        return kit.outbox.find(id).orElseThrow().state();
    }
}
