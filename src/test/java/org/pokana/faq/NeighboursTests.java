package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTests {

    @ParameterizedTest
    @CsvSource({
        "registracia, registracia, 0",
        "registracia, registacia, 1",
        "registracia, regsitracia, 1",
        "registracia, registraciya, 1",
        "registracia, registrazia, 1",
        "registracia, regsitrazia, 2",
        "registracia, rigestracia, 2",
        "forum, mufor, 4"
    })
    void countsSlips(String one, String other, int slips) {
        assertThat(Neighbours.isNear(one, other, slips)).isTrue();
        assertThat(Neighbours.isNear(other, one, slips)).isTrue();
        assertThat(slips > 0 && Neighbours.isNear(one, other, slips - 1)).isFalse();
    }

    @Test
    void findsThemAmongOthers() {
        var neighbours = new Neighbours();
        for (var word : new String[] {"", "forum", "forumi", "form", "norm", "fortuna"}) {
            neighbours.add(word);
        }

        assertThat(neighbours.of("forum", 1)).containsExactlyInAnyOrder("forum", "forumi", "form");
        assertThat(neighbours.of("morm", 1)).as("not at the first letter").isEmpty();
    }
}
