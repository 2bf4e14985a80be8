package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.messaging.BadContent;

class FaqFileTests {

    private static final String GOOD = """
            - id: venue
              topic: forums
              question: {bg: "Къде е залата?", en: "Where is the hall?"}
              label: {bg: "Залата", en: "The hall"}
              alternatives:
                bg: ["Как да стигна?", "Адрес"]
                en: ["How do I get there?", "Address"]
              answer: {bg: "В Хасково.", en: "In Haskovo."}
              source:
                - name: {bg: "Организатор", en: "Organizer"}
                  url: https://example.org/hall
              checked: "2026-11"
              related: [parking]
            - id: parking
              topic: forums
              question: {bg: "Има ли паркинг?", en: "Is there parking?"}
              label: {bg: "Паркинг", en: "Parking"}
              alternatives:
                bg: ["Къде да спра?", "Места за коли"]
                en: ["Where do I park?", "Car park"]
              examples:
                bg: ["идвам с кола"]
                en: ["I come by car"]
              answer: {bg: "Да.", en: "Yes."}
              source:
                - name: {bg: "Организатор", en: "Organizer"}
              checked: false
            """;

    @TempDir
    Path folder;

    @Test
    void readsEntries() throws IOException {
        write(GOOD);

        var knowledge = KnowledgeBase.read(folder);

        var venue = knowledge.entry("venue").orElseThrow();
        assertThat(venue.answer().in(Locale.ENGLISH)).isEqualTo("In Haskovo.");
        assertThat(venue.checked()).contains(YearMonth.of(2026, 11));
        assertThat(venue.related()).containsExactly("parking");
        var parking = knowledge.entry("parking").orElseThrow();
        assertThat(parking.checked()).isEmpty();
        assertThat(parking.phrasings().get("bg")).containsExactly("Къде да спра?", "Места за коли", "идвам с кола");
        assertThat(knowledge.topics()).containsExactly("forums");
    }

    @Test
    void readsThePackagedFileWhenTheFolderHasNone() {
        assertThat(KnowledgeBase.read(folder).entries())
                .hasSameSizeAs(KnowledgeBase.read(null).entries())
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        write("\ufeff" + GOOD);

        assertThat(KnowledgeBase.read(folder).entries()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topic: forums | topic: football | 2 | unknown topic “football”",
                "id: parking | id: venue | 14 | the id “venue” is taken by an earlier entry",
                "id: parking | id: Parking lot | 14 | the id “Parking lot” is not made of small letters",
                "'bg: \"Да.\", en: \"Yes.\"' | 'bg: \"Да.\"' | 24 | “en” is missing",
                "'en: \"Yes.\"' | 'en: \"\"' | 24 | a text is missing here",
                "'en: \"Yes.\"' | 'en: yes' | 24 | 'a text is expected here, not “yes”; put it in quotes'",
                "'answer: {bg: \"Да.\", en: \"Yes.\"}' | 'note: none' | 14 | “answer” is missing",
                "related: [parking] | related: [nowhere] | 1 | '“venue” is related to “nowhere”, which does not exist'",
                "related: [parking] | related: [venue] | 1 | “venue” is related to itself",
                "related: [parking] | related: parking | 13 | a list is expected here",
                "'[\"Как да стигна?\", \"Адрес\"]' | '[\"Адрес\"]' | 6 | '1 given here, 2 to 4 are expected'",
                "'[\"Как да стигна?\", \"Адрес\"]' | '[\"Адрес\", \"Адрес\"]' | 6 | “Адрес” stands here twice",
                "'bg: \"Залата\"' | 'bg: \"Залата, в която ще бъде форумът\"' | 4 | 'the text has 31 characters, at most 25 fit'",
                "checked: false | checked: someday | 27 | '“someday” is neither a month like \"2026-11\" nor false'",
                "checked: false | colour: red | 27 | unknown field “colour”",
                "https://example.org/hall | javascript:alert(1) | 11 | “javascript:alert(1)” is not a web address",
                "'topic: forums' | 'topic: [forums' | 3 | 'not valid YAML, '",
                "checked: false | 'checked: !!java.net.URL [\"http://x\"]' | 27 | 'not valid YAML, Global tag is not allowed'",
            })
    void saysInOneSentenceWhatIsWrongAndWhere(String right, String wrong, int line, String reason) throws IOException {
        assertThat(GOOD).contains(right);
        write(GOOD.replaceFirst(java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong)));

        assertThatThrownBy(() -> KnowledgeBase.read(folder))
                .isInstanceOf(BadContent.class)
                .hasMessageStartingWith(folder.resolve("faq.yaml") + ", line " + line + ": " + reason)
                .hasMessageEndingWith(".")
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing\n", "just words", "- 1\n- 2", "- a\n--- \n- b", "\t- a", "a: &x [*x]", "\u0000"})
    void refusesWhatIsNoListOfEntries(String text) throws IOException {
        write(text);

        assertThatThrownBy(() -> KnowledgeBase.read(folder))
                .isInstanceOf(BadContent.class)
                .hasMessageContaining("faq.yaml");
    }

    @Test
    void refusesAFileThatWouldGrow() throws IOException {
        var bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("- &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        write(bomb.toString());

        assertThatThrownBy(() -> KnowledgeBase.read(folder))
                .isInstanceOf(BadContent.class)
                .hasMessageContaining("aliases");
    }

    @Test
    void refusesAFileThatIsTooDeepTooLargeOrInAnotherEncoding() throws IOException {
        write("[".repeat(1000));
        assertThatThrownBy(() -> KnowledgeBase.read(folder)).hasMessageContaining("Nesting");

        write("#".repeat(9 * 1024 * 1024));
        assertThatThrownBy(() -> KnowledgeBase.read(folder)).hasMessageContaining("larger than 8 MB");

        Files.writeString(folder.resolve("faq.yaml"), GOOD, Charset.forName("windows-1251"));
        assertThatThrownBy(() -> KnowledgeBase.read(folder)).hasMessageContaining("not written in UTF-8");
    }

    @Test
    void refusesALexiconWithMoreThanWords() throws IOException {
        Files.writeString(folder.resolve("lexicon.yaml"), """
                quiet: {bg: [да], en: [the]}
                alike:
                  bg: [[обяд, кафе пауза]]
                  en: []
                elsewhere: {bg: [], en: []}
                """);

        assertThatThrownBy(() -> Lexicon.read(folder))
                .isInstanceOf(BadContent.class)
                .hasMessageContaining("lexicon.yaml, line 3: “кафе пауза” is more than one word.");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("faq.yaml"), text, StandardCharsets.UTF_8);
    }
}
