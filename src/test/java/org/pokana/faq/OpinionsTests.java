package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.faq.Opinions.Opinion;
import org.pokana.store.TestStore;

class OpinionsTests {

    private final TestStore store = TestStore.inMemory(Opinion.class);
    private final Opinions opinions = new Opinions(store.mongo());

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void losesNoneWhenManySpeakAtOnce() {
        IntStream.range(0, 200).parallel().forEach(i -> opinions.count("piro", i % 4 != 0));

        assertThat(opinions.of("piro")).contains(new Opinion("piro", 150, 50, 50L, null));
    }
}
