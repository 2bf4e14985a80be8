package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.Line;

/** Every entry as it comes with the bot fits a phone. */
class CardTests {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.read(null);

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void fitsAScreenAndLosesNothing(String language) {
        var locale = Locale.forLanguageTag(language);
        for (var entry : KNOWLEDGE.entries()) {
            var card = new Card(entry, KNOWLEDGE, new Spoken(Rehearsal.WORDS, locale, locale));
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
            var choices = new Card(entry, KNOWLEDGE, new Spoken(Rehearsal.WORDS, locale, locale))
                    .answer()
                    .choices();

            assertThat(choices).as(entry.id()).hasSizeLessThanOrEqualTo(8).allSatisfy(choice -> {
                assertThat(Rehearsal.WORDS.say(choice.label(), locale)).hasSizeLessThanOrEqualTo(25);
                assertThat(choice.pick().length()).isLessThanOrEqualTo(64);
            });
        }
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
