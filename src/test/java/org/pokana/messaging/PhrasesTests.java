package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.kernel.Phrase;

/** A phrase missing in one language, a gap that differs or a text that cannot be said fails the build. */
class PhrasesTests {

    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");

    private final Map<String, Map<String, String>> phrases = PhraseFiles.read(Optional.empty());

    @Test
    void everyPhraseIsThereInEveryLanguage() {
        var keys = phrases.values().stream()
                .flatMap(each -> each.keySet().stream())
                .collect(Collectors.toSet());
        var missing = new TreeMap<String, Set<String>>();
        phrases.forEach((language, known) -> {
            var gone = new TreeSet<>(keys);
            gone.removeAll(known.keySet());
            missing.put(language, gone);
        });

        assertThat(phrases.keySet()).contains("bg", "en");
        assertThat(missing)
                .allSatisfy((language, gone) -> assertThat(gone).as(language).isEmpty());
    }

    @Test
    void everyPhraseHasTheSameGapsInEveryLanguage() {
        phrases.get("bg")
                .forEach((key, bulgarian) ->
                        phrases.forEach((language, known) -> assertThat(gaps(known.getOrDefault(key, "")))
                                .as(key + " in " + language)
                                .isEqualTo(gaps(bulgarian))));
    }

    @Test
    void everyPhraseCanBeSaidAndFitsAPhone() {
        phrases.forEach((language, known) -> known.forEach((key, text) -> {
            if (key.startsWith("format.") || key.endsWith(".words")) {
                return;
            }
            new MessageFormat(text, Locale.forLanguageTag(language));
            assertThat(text.length()).as(key + " in " + language).isLessThanOrEqualTo(600);
            if (key.endsWith(".button")) {
                assertThat(text.length()).as(key + " in " + language).isLessThanOrEqualTo(25);
            }
        }));
    }

    @Test
    void failsOnAPhraseThatIsMissing() {
        var words = new Words(Map.of("bg", Map.of("a", "а"), "en", Map.of()));

        assertThat(words.say(Phrase.phrase("a"), Locale.forLanguageTag("bg"))).isEqualTo("а");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> words.say(Phrase.phrase("a"), Locale.ENGLISH))
                .hasMessageContaining("en words for a");
    }

    @Test
    void letsAFolderOverrideSinglePhrases(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("conversation_bg.properties"), "menu.button=Табло");
        var words = Words.read(Optional.of(folder));

        assertThat(words.say(Phrase.phrase("menu.button"), Locale.forLanguageTag("bg")))
                .isEqualTo("Табло");
        assertThat(words.say(Phrase.phrase("help.button"), Locale.forLanguageTag("bg")))
                .isEqualTo("Помощ");
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
