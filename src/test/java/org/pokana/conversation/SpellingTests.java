package org.pokana.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "Форуми, forumi",
        "Форуми, FORUMI!",
        "Отказ, otkaz",
        "Език, ezik",
        "Меню, menyu",
        "Меню, menu",
        "Меню, meniu",
        "Меню, menju",
        "къде, kude",
        "къде, kade",
        "къде, kyde",
        "ще, shte",
        "ще, 6te",
        "час, chas",
        "час, 4as",
        "човек, 4ovek",
        "човек, chovek",
        "чужденец, chujdenec",
        "чужденец, 4uzhdenets",
        "мярка, mqrka",
        "мярка, miarka",
        "мярка, myarka",
        "мярка, mjarka",
        "я, q",
        "Хасково, haskovo",
        "Хасково, xaskovo",
        "Хасково, haskowo",
        "Любимец, lyubimets",
        "Любимец, ljubimec",
        "Любимец, lubimec",
        "Ивайловград, ivaylovgrad",
        "Ивайловград, ivailovgrad",
        "регистрация, registracia",
        "регистрация, registraciq",
        "регистрация, registratsiya",
        "регистрация, registracija",
        "убежище, ubejishte",
        "убежище, ubeji6te",
        "убежище, ubezhishte",
        "може, moje",
        "може, mozhe",
        "държава, dyrjava",
        "държава, durzhava",
        "държава, darjava",
        "грижа, grija",
        "жалба, jalba",
        "здравей, zdravei",
        "здравей, zdravey",
        "здравей, zdravej",
        "кой, koj",
        "какъв, kakuv",
        "въпрос, wypros",
        "ЛНЧ, lnch",
        "ЛНЧ, ln4",
        "актьор, aktyor",
        "юрист, jurist",
        "юни, yuni",
        "журналист, jurnalist",
        "център, tzentar",
        "синя карта, sinq karta",
        "български, bulgarski",
        "български, bylgarski",
        "лични данни, lichni danni",
        "мой, moi",
        "съм, sum",
        "изход, izhod",
        "сходен, shoden",
        "шести, 6esti",
        "хотел, hotel",
        "форум, forum",
        "„Форуми“, forumi",
        "Запиши ме, zapishi me",
        "Запиши  ме, zapi6i_me",
        "1️⃣, 1",
        "до 12.06, do 12 06",
        "форум 2016, forum 2016"
    })
    void meetsHoweverItIsTyped(String cyrillic, String latin) {
        assertThat(Spelling.fold(latin)).isEqualTo(Spelling.fold(cyrillic));
    }

    @ParameterizedTest
    @CsvSource({
        "да, не",
        "форум, форма",
        "мярка, марка",
        "каша, къща",
        "ще, ше",
        "час, чес",
        "стоп, старт",
        "цена, сена",
        "жена, зена",
        "хора, гора",
        "отказ, откажи",
        "Хасково, Харманли",
        "български, английски",
        "4, ч",
        "14, 1",
        "11, 1",
        "2016, 201ш",
        "запиши ме, запишиме",
        "право, правя",
        "кой, коя",
        "днес, денс",
        "език, езици"
    })
    void staysApart(String one, String other) {
        assertThat(Spelling.fold(one)).isNotEqualTo(Spelling.fold(other));
    }

    @ParameterizedTest
    @CsvSource({
        "kyde 6te se provede, къде ще се проведе",
        "registracia, регистрация",
        "bulgaria, българия",
        "mqrka za integraciq, мярка за интеграция",
        "4ujdenec, чужденец",
        "maika, маика",
        "mayka, майка",
        "otkaja, откажа",
        "Hora ot Ukraina, хора от украина",
        "вече на кирилица, вече на кирилица",
        "lyubimets, любимец"
    })
    void writesInCyrillic(String latin, String cyrillic) {
        assertThat(Spelling.fold(Spelling.cyrillic(latin))).isEqualTo(Spelling.fold(cyrillic));
    }

    @Test
    void readsTheTableOfTheAlphabet() {
        assertThat(Spelling.cyrillic("Zdravei, iskam da se zapi6a za foruma"))
                .isEqualTo("здравеи искам да се запиша за форума");
        assertThat(Spelling.cyrillic("kompyutar, shtyrkel, jalba, chovek, registraciya"))
                .isEqualTo("компютар щъркел жалба човек регистрация");
    }

    @Test
    void seesThroughLettersOfTheOtherAlphabet() {
        assertThat(Spelling.fold("фopум")).isEqualTo(Spelling.fold("форум")); // o and p are Latin
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "за\u200bпис",
                "за\u00adпис",
                "запи\u0301с",
                "ЗАПИС",
                "𝐳𝐚𝐩𝐢𝐬",
                "„запис“!!!",
                "🙂 запис 🙂",
                "\u202eзапис"
            })
    void overlooksWhatIsNoLetter(String text) {
        assertThat(Spelling.fold(text)).isEqualTo(Spelling.fold("запис"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🙂🙂", "???", "\u0000\u0001", "\ud800"})
    void leavesNothingOfNothing(String text) {
        assertThat(Spelling.fold(text)).isEmpty();
        assertThat(Spelling.cyrillic(text)).isEmpty();
    }

    @Test
    void readsNoFurtherThanAPersonWouldWrite() {
        assertThat(Spelling.fold("о".repeat(5000) + " край")).doesNotContain("kra");
        assertThat(Spelling.fold("\ufdfa".repeat(5000)).length()).isLessThanOrEqualTo(4 * Spelling.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i", "y", "aj", "ij", "4", "6t", "q", "а ", "щ", "sh", "́"})
    void takesItsTimeFromTheLengthOnly(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Spelling.fold(piece.repeat(1_000_000)));
    }
}
