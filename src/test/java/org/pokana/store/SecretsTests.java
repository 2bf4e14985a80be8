package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretsTests {

    private final TestStore store = TestStore.inMemory();
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Secrets ofAnInstance(String kind) {
        return new Secrets(store.mongo(), () -> "secret" + made.incrementAndGet(), kind);
    }

    @Test
    void areTheSameForEveryInstance() {
        assertThat(ofAnInstance("doorKeys").sign("haskovo", "10:00"))
                .isEqualTo(ofAnInstance("doorKeys").sign("haskovo", "10:00"))
                .hasSize(32);
    }

    @Test
    void areTheSameWhoeverWasFaster() {
        var signatures = IntStream.range(0, 8)
                .parallel()
                .mapToObj(any -> ofAnInstance("doorKeys").sign("haskovo", "10:00"))
                .map(HexFormat.of()::formatHex)
                .toList();

        assertThat(signatures).containsOnly(signatures.get(0));
    }

    @Test
    void areOthersForAnotherThingAKindOrWords() {
        var signature = ofAnInstance("doorKeys").sign("haskovo", "10:00");

        assertThat(ofAnInstance("doorKeys").sign("harmanli", "10:00")).isNotEqualTo(signature);
        assertThat(ofAnInstance("paperKeys").sign("haskovo", "10:00")).isNotEqualTo(signature);
        assertThat(ofAnInstance("doorKeys").sign("haskovo", "10:10")).isNotEqualTo(signature);
    }
}
