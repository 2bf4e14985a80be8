package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.store.TestStore;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.UpdateDefinition;

class InboxTests {

    private static final Address OLENA = new Address("webchat", "olena");

    private final TestStore store = TestStore.inMemory(Message.class, Received.class, Contact.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Contacts contacts = new Contacts(store.mongo(), () -> "id" + System.nanoTime(), clock);
    private final MessagingKit kit = new MessagingKit(store.mongo(), clock, contacts);
    private final List<String> heard = new ArrayList<>();
    private final Inbox inbox = kit.inbox(incoming -> heard.add(incoming.text()));

    @AfterEach
    void close() {
        kit.close();
        store.close();
    }

    @Test
    void hearsAtOnceAndOnceWhatComesTwiceInOneBatch() {
        inbox.receive(List.of(said("1"), said("2"), said("1"), said("3"), said("3")));

        assertThat(heard).containsExactly("1", "2", "3");
    }

    @Test
    void hearsOnceWhatComesAgainLater() {
        inbox.receive(List.of(said("1")));
        inbox.receive(List.of(said("1"), said("2")));
        inbox.receive(List.of(said("2")));

        assertThat(heard).containsExactly("1", "2");
    }

    /** As when hundreds wait in front of it: by the time its turn comes, its lease would be over. */
    @Test
    void hearsOnceWhatWaitedForLong() {
        var slow = new SlowInstance();
        IntStream.range(0, 40).forEach(number -> slow.inbox.receive(List.of(said("m" + number))));
        for (int tick = 0; tick < 12; tick++) {
            clock.advance(Duration.ofSeconds(5));
            slow.inbox.takeOver(clock.instant());
        }
        slow.works();

        assertThat(heard).hasSize(40).doesNotHaveDuplicates();
        assertThat(heard).first().isEqualTo("m0");
        assertThat(heard).last().isEqualTo("m39");
    }

    @Test
    void leavesToAnotherInstanceWhatThatTookOver() {
        var frozen = new SlowInstance();
        frozen.inbox.receive(List.of(said("1"), said("2")));
        clock.advance(Duration.ofSeconds(31));
        inbox.takeOver(clock.instant());
        assertThat(heard).containsExactly("1", "2");

        frozen.works();
        assertThat(heard).containsExactly("1", "2");
    }

    @Test
    void hearsItselfWhatNobodyTookOverWhileItSlept() {
        var frozen = new SlowInstance();
        frozen.inbox.receive(List.of(said("1")));
        clock.advance(Duration.ofMinutes(2));
        frozen.works();
        inbox.takeOver(clock.instant());

        assertThat(heard).containsExactly("1");
    }

    /** While the sweep prolongs what waits, its turn comes. */
    @Test
    void hearsWhatItIsJustPreservingFromOthers() {
        var frozen = new SlowInstance();
        var worker = new Thread(frozen::works);
        frozen.inbox.receive(List.of(said("1")));
        clock.advance(Duration.ofSeconds(31));
        frozen.afterItsNextClaim = () -> {
            worker.start();
            joined(worker, 300);
        };
        frozen.inbox.takeOver(clock.instant());
        joined(worker, 10_000);

        assertThat(heard).containsExactly("1");
    }

    private static void joined(Thread thread, long mostMillis) {
        try {
            thread.join(mostMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void hearsAgainWhatBrokeOffWithAnError() {
        var tries = new AtomicInteger();
        var shaken = kit.inbox(incoming -> {
            if (tries.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            heard.add(incoming.text());
        });
        shaken.receive(List.of(said("1")));
        clock.advance(Duration.ofSeconds(31));
        shaken.takeOver(clock.instant());

        assertThat(heard).containsExactly("1");
    }

    /** An instance whose threads get to nothing until they are told to. */
    private final class SlowInstance {

        private final Deque<Runnable> work = new ArrayDeque<>();
        private final Inbox inbox =
                kit.inbox(watched(store.mongo()), "slow", work::add, incoming -> heard.add(incoming.text()));
        private @Nullable Runnable afterItsNextClaim;

        private MongoOperations watched(MongoOperations real) {
            var watched = mock(MongoOperations.class, delegatesTo(real));
            doAnswer(call -> {
                        var claimed = call.getMethod().invoke(real, call.getArguments());
                        var then = afterItsNextClaim;
                        afterItsNextClaim = null;
                        if (then != null) {
                            then.run();
                        }
                        return claimed;
                    })
                    .when(watched)
                    .findAndModify(any(), any(UpdateDefinition.class), any(FindAndModifyOptions.class), any());
            return watched;
        }

        void works() {
            while (!work.isEmpty()) {
                work.poll().run();
            }
        }
    }

    private Incoming said(String id) {
        return Incoming.said(id, OLENA, id, null, clock.instant());
    }
}
