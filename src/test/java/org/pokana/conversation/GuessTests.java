package org.pokana.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.conversation.Shown.Offer;
import org.pokana.kernel.Choice.Tone;

class GuessTests {

    private static final SmallWords SMALL = new SmallWords(Rehearsal.WORDS);

    private static final List<String> TOWNS =
            List.of("Хасково", "Димитровград", "Харманли", "Минерални бани", "Цялата област", "Друга");
    private static final List<String> GROUPS =
            List.of("Местна власт", "Институция", "Териториална структура", "Социален партньор", "НПО", "Друга");
    private static final List<String> FORUMS = List.of("25.02 Хасково", "четвъртък, 18 март 2027 г.", "18.04 Харманли");
    private static final List<String> AUDIENCES =
            List.of("Всички (57)", "Хасково 25.02: 12", "Група…", "Община…", "Всички форуми");
    private static final List<String> SENDING = List.of("Тест до мен", "Изпрати в 08:00", "Изпрати още сега");

    @ParameterizedTest
    @CsvSource({
        "димитровград, Димитровград",
        "dimitrovgrad, Димитровград",
        "Община Хасково, Хасково",
        "obshtina haskovo, Хасково",
        "от Хасково съм, Хасково",
        "гр. Хасково, Хасково",
        "хаскво, Хасково",
        "хасокво, Хасково",
        "haskvo, Хасково",
        "димитроврад, Димитровград",
        "минерални, Минерални бани",
        "бани, Минерални бани",
        "област, Цялата област",
        "друга община, Друга"
    })
    void knowsATownHoweverItIsTyped(String typed, String meant) {
        assertThat(guess(typed, TOWNS)).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "mestna vlast, Местна власт",
        "власт, Местна власт",
        "ние сме НПО, НПО",
        "инстуция, Институция",
        "социален, Социален партньор",
        "териториална структора, Териториална структура"
    })
    void knowsAGroupHoweverItIsTyped(String typed, String meant) {
        assertThat(guess(typed, GROUPS)).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "18.03, 'четвъртък, 18 март 2027 г.'",
        "на 18.03., 'четвъртък, 18 март 2027 г.'",
        "18.03.2027 г., 'четвъртък, 18 март 2027 г.'",
        "18/3, 'четвъртък, 18 март 2027 г.'",
        "18 март, 'четвъртък, 18 март 2027 г.'",
        "18 mart, 'четвъртък, 18 март 2027 г.'",
        "18-ти март, 'четвъртък, 18 март 2027 г.'",
        "March 18th, 'четвъртък, 18 март 2027 г.'",
        "25 февруари, 25.02 Хасково",
        "Хасково, 25.02 Хасково",
        "форум Харманли, 18.04 Харманли"
    })
    void knowsADayHoweverItIsWritten(String typed, String meant) {
        assertThat(guess(typed, FORUMS)).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "всички, Всички (57)",
        "на всички, Всички (57)",
        "Хасково, Хасково 25.02: 12",
        "до група, Група…",
        "всички форуми, Всички форуми"
    })
    void overlooksHowManyThereAre(String typed, String meant) {
        assertThat(guess(typed, AUDIENCES)).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"тест", "test", "мен", "моля, тест до мен"})
    void takesAWordThatOnlyOneChoiceHas(String typed) {
        assertThat(guess(typed, SENDING)).containsExactly("Тест до мен");
    }

    @Test
    void leavesTheDecisionToThePersonWhenSeveralMayBeMeant() {
        assertThat(guess("изпрати", SENDING)).containsExactly("Изпрати в 08:00", "Изпрати още сега");
        assertThat(guess("изпрати тест", SENDING)).hasSize(3);
        assertThat(guess("Община Хасково", AUDIENCES)).containsExactly("Хасково 25.02: 12", "Община…");
        assertThat(guess("18.03 Хасково", FORUMS)).containsExactly("25.02 Хасково", "четвъртък, 18 март 2027 г.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "колко струва участието",
                "има ли паркинг в Хасково?",
                "паркинг Хасково",
                "не Хасково",
                "кога е в Хасково",
                "where in Haskovo",
                "Пловдив",
                "от община",
                "на",
                "57",
                "2027",
                "",
                "🙂"
            })
    void takesNothingElseForAnAnswer(String typed) {
        assertThat(guess(typed, TOWNS)).isEmpty();
        assertThat(guess(typed, FORUMS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "haskovo, haskvo, true",
        "haskovo, hasokvo, true",
        "haskovo, harmanli, false",
        "grupa, druga, false",
        "dimitrovgrad, dimitrvgrd, true",
        "dimitrovgrad, dimtrvgrd, false",
        "npo, npa, false",
        "most, mist, true",
        "2027, 2026, false"
    })
    void tellsASlipFromAnotherWord(String one, String other, boolean same) {
        assertThat(Slip.of(one, other)).isEqualTo(same);
        assertThat(Slip.of(other, one)).isEqualTo(same);
    }

    private static List<String> guess(String typed, List<String> labels) {
        var offers = labels.stream()
                .map(label -> new Offer("q=" + label, label, Tone.PLAIN))
                .toList();
        return new Guess(offers, SMALL).at(typed).stream().map(Offer::label).toList();
    }
}
