package org.pokana.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.archive.Excerpt.Part;

class TermsTests {

    @ParameterizedTest
    @CsvSource({
        "стипендия, стипендиите",
        "стипендии, stipendiata",
        "заявление, заявленията",
        "заявления, заявлението",
        "форумът, форуми",
        "forum, форума",
        "училище, училищата",
        "ehoto, ехо",
        "registered, registering",
        "6kolata, школа",
        "Хасково, haskowo"
    })
    void onceOneFormIsSaidTheOtherIsFound(String said, String asked) {
        assertThat(found(said, asked)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"форум, фурна", "стипендия, степен", "дете, детелина", "град, градус"})
    void otherWordsAreNotTakenForIt(String said, String asked) {
        assertThat(found(said, asked)).isFalse();
    }

    private static boolean found(String said, String asked) {
        var terms = Terms.of(said);
        return Terms.asked(asked).stream().allMatch(word -> word.stream().anyMatch(terms::contains));
    }

    @Test
    void singleLettersAreNotLookedFor() {
        assertThat(Terms.asked("и в форума")).hasSize(1);
        assertThat(Terms.asked("! , а")).isEmpty();
    }

    @Test
    void anExcerptShowsWhereTheWordsAreAndCutsNoneInTwo() {
        var text = "дума ".repeat(60) + "Къде са стипендиите? " + "край ".repeat(80);
        var excerpt = Excerpt.of(text, Terms.asked("stipendia"));
        assertThat(excerpt.parts().stream().filter(Part::found).map(Part::text)).containsExactly("стипендиите");
        var whole = excerpt.parts().stream().map(Part::text).collect(Collectors.joining());
        assertThat(whole)
                .startsWith("…дума ")
                .endsWith("…")
                .contains("Къде са стипендиите?")
                .hasSizeLessThan(250);
    }

    @Test
    void anEmojiIsNotCutInTwoEither() {
        for (int i = 230; i < 250; i++) {
            var excerpt = Excerpt.of("а".repeat(i) + " 😀😀😀😀😀", Terms.asked("няма"));
            assertThat(excerpt.parts().get(0).text().codePoints()).allMatch(c -> c < 0xD800 || c > 0xDFFF);
        }
    }
}
