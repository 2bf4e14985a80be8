package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;

class TypingTests {

    private static final Address OLENA = new Address("slow", "olena");

    private final AtomicInteger shown = new AtomicInteger();
    private final Typing typing =
            new Typing(new Channels(List.of(new Slow())), Duration.ofMillis(20), Duration.ofMillis(20));

    @AfterEach
    void close() {
        typing.close();
    }

    @Test
    void showsAgainAndAgainThatALongAnswerIsComing() {
        try (var answering = typing.at(OLENA)) {
            await().until(() -> shown.get() >= 3);
        }

        assertThat(typing.answering()).isZero();
    }

    @Test
    void showsNothingBeforeAQuickAnswer() {
        try (var usual = Typing.usual(new Channels(List.of(new Slow())))) {
            for (int i = 0; i < 1000; i++) {
                usual.at(OLENA).close();
            }
            assertThat(usual.answering()).isZero();
        }

        assertThat(shown).hasValue(0);
    }

    @Test
    void goesOnShowingAfterTheChannelFailedOnce() {
        shown.set(-1);
        try (var answering = typing.at(OLENA)) {
            await().until(() -> shown.get() >= 2);
        }
    }

    @Test
    void leavesChannelsAloneThatCannotShowIt() {
        try (var answering = typing.at(new Address("webchat", "olena"))) {
            assertThat(typing.answering()).isZero();
        }
    }

    private final class Slow implements Channel.Typing {
        @Override
        public void showTyping(Address to) {
            if (shown.getAndIncrement() < 0) {
                throw new IllegalStateException("not now");
            }
        }

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Abilities abilities() {
            return new Abilities(4096, 1024, 8, false, false);
        }

        @Override
        public Delivery send(Address to, Content content, Lane lane) {
            return new Delivery.Delivered("1");
        }
    }
}
