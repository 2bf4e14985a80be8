package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.Line;
import org.pokana.kernel.Localized;

/** Every entry as it comes with the bot fits a phone. */
class CardTests {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.read(null);
    private static final YearMonth NOW = YearMonth.of(2027, 2);

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void fitsAScreenAndLosesNothing(String language) {
        var locale = Locale.forLanguageTag(language);
        for (var entry : KNOWLEDGE.entries()) {
            var card = new Card(entry, KNOWLEDGE, new Spoken(Rehearsal.WORDS, locale, locale), NOW);
            var first = text(card.answer(), locale);
            var more = text(card.more(), locale);

            assertThat(first)
                    .as(entry.id())
                    .contains(entry.sources().get(0).name().in(locale));
            assertThat(first.length()).as(entry.id()).isLessThanOrEqualTo(Card.SCREEN);
            assertThat((first + more).replaceAll("\\s", ""))
                    .as(entry.id())
                    .contains(sentences(entry.answer().in(locale)));
            if (hasMore(card.answer())) {
                assertThat(more.length()).as(entry.id()).isLessThanOrEqualTo(Card.SCREEN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void hasShortLabelsAndFewOfThem(String language) {
        var locale = Locale.forLanguageTag(language);
        for (var entry : KNOWLEDGE.entries()) {
            var choices = new Card(entry, KNOWLEDGE, new Spoken(Rehearsal.WORDS, locale, locale), NOW)
                    .answer()
                    .choices();

            assertThat(choices).as(entry.id()).hasSizeLessThanOrEqualTo(8).allSatisfy(choice -> {
                assertThat(Rehearsal.WORDS.say(choice.label(), locale)).hasSizeLessThanOrEqualTo(25);
                assertThat(choice.pick().length()).isLessThanOrEqualTo(64);
            });
        }
    }

    @Test
    void saysThatThereIsNoneInTheLanguageOfTheQuestion() {
        var english = Locale.ENGLISH;
        var bulgarian = new FaqEntry(
                "bus",
                "forums",
                new Localized(Map.of("bg", "Има ли автобус?")),
                new Localized(Map.of("bg", "Автобус")),
                Map.of(),
                new Localized(Map.of("bg", "Да, от гарата.")),
                KNOWLEDGE.entries().get(0).sources(),
                NOW,
                List.of());

        var shown = text(card(bulgarian, english, NOW).answer(), english);

        assertThat(shown).contains("Да, от гарата.", "only in another language");
        assertThat(text(card(bulgarian, Locale.forLanguageTag("bg"), NOW).answer(), Locale.forLanguageTag("bg")))
                .doesNotContain("друг език");
    }

    @Test
    void saysThatItsCheckIsTooLongAgo() {
        var entry = KNOWLEDGE.entry("piro").orElseThrow();
        var english = Locale.ENGLISH;

        assertThat(text(card(entry, english, YearMonth.of(2027, 10)).answer(), english))
                .contains("Checked 11.2026 ·");
        assertThat(text(card(entry, english, YearMonth.of(2027, 11)).answer(), english))
                .contains("Checked 11.2026, to be checked again");
    }

    private static Card card(FaqEntry entry, Locale language, YearMonth now) {
        return new Card(entry, KNOWLEDGE, new Spoken(Rehearsal.WORDS, language, language), now);
    }

    private static String text(Line line, Locale language) {
        return Rehearsal.WORDS.say(line.phrase(), language);
    }

    private static boolean hasMore(Line line) {
        return line.choices().get(0).label().key().equals("faq.more");
    }

    private static List<String> sentences(String answer) {
        return List.of(answer.split("\n")).stream()
                .flatMap(paragraph -> List.of(paragraph.split("(?<=\\. )")).stream())
                .map(sentence -> sentence.replaceAll("\\s", ""))
                .toList();
    }
}
