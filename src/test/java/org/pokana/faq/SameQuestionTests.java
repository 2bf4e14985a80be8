package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameQuestionTests {

    private static final SameQuestion SAME = new SameQuestion(Lexicon.read(null));

    @ParameterizedTest
    @CsvSource({
        "Има ли паркинг пред залата?, има ли паркинг пред залата",
        "Има ли паркинг пред залата?, ima li parking pred zalata",
        "Паркинга пред залата има ли го?, а има ли пък паркинг пред залата моля",
        "Is there parking at the hall?, is there a parking at the hall please",
        "???, ???"
    })
    void seesTheSameInOtherLettersAndForms(String one, String other) {
        assertThat(SAME.areAlike(one, other)).isTrue();
        assertThat(SAME.areAlike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Кога е форумът в Хасково?, Кога е форумът в Харманли?",
        "Кога е форумът в Хасково?, Къде е форумът в Хасково?",
        "Има ли паркинг?, Има ли паркинг за автобуси?",
        "Може ли детето да влезе в клас на 25.02 без български документи за училище?,"
                + " Може ли детето да влезе в клас на 26.02 без български документи за училище?",
        "Има ли храна?, ???"
    })
    void takesNothingForTheSameThatIsNot(String one, String other) {
        assertThat(SAME.areAlike(one, other)).isFalse();
        assertThat(SAME.areAlike(other, one)).isFalse();
    }
}
