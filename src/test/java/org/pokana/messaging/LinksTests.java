package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.messaging.Links.Elsewhere;

class LinksTests {

    private static final String PAGE = "https://pokana.example.org/?start=seat-7k2";

    private final StagePost telegram = new StagePost();
    private final Links links = new Links(List.of(telegram), "https://pokana.example.org/");

    @Test
    void leadToThePageWhereverElseWeAre() {
        assertThat(links.onPage("seat-7k2")).isEqualTo(PAGE);
        assertThat(links.near(new Address("webchat", "x"), "seat-7k2")).isEqualTo(PAGE);
    }

    @Test
    void leadToWhereSomebodyTalksOnceOurAddressThereIsKnown() {
        var olena = new Address("stage", "7");
        assertThat(links.near(olena, "seat-7k2")).isEqualTo(PAGE);
        assertThat(links.elsewhere("seat-7k2")).isEmpty();

        telegram.known = true;
        assertThat(links.near(olena, "seat-7k2")).isEqualTo("https://stage.example.org/seat-7k2");
        assertThat(links.elsewhere("seat-7k2"))
                .containsExactly(new Elsewhere("stage", "https://stage.example.org/seat-7k2"));
    }

    private static final class StagePost implements Entrance {

        private boolean known;

        @Override
        public String channel() {
            return "stage";
        }

        @Override
        public Optional<String> link(String start) {
            return known ? Optional.of("https://stage.example.org/" + start) : Optional.empty();
        }
    }
}
