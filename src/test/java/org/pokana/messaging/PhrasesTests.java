package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.kernel.Phrase;

/** A phrase missing in one language, a gap that differs or a text that cannot be said fails the build. */
class PhrasesTests {

    private static final Pattern KEY = Pattern.compile("^([a-zA-Z][\\w.-]*)=");
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

    /** The later one would win, wherever the other is said. */
    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void noPhraseIsWrittenTwice(String language) throws IOException {
        assertThat(written(language)).doesNotHaveDuplicates();
    }

    private static List<String> written(String language) throws IOException {
        var keys = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of("messages"), "*_" + language + ".properties")) {
            for (Path file : files) {
                Files.readAllLines(file).stream()
                        .map(KEY::matcher)
                        .filter(Matcher::find)
                        .forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
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
