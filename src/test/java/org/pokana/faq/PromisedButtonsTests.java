package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that sends people to a button that there is not, or has them type what nobody understands, is a lie. */
class PromisedButtonsTests {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.read(null);

    @ParameterizedTest
    @CsvSource({
        "bg, '(?:[Нн]атиснете|[Ии]зберете|[Оо]творете|се променя с) „([^“]+)“'",
        "en, '(?:[Tt]ap|[Cc]hoose|[Oo]pen|changed with) “([^”]+)”'"
    })
    void areThere(String language, String promise) throws IOException {
        var promised = promised(language, promise);

        assertThat(promised).hasSizeGreaterThan(8);
        assertThat(new HashSet<>(phrases(language).values())).containsAll(promised);
    }

    @ParameterizedTest
    @CsvSource({"bg, '[Нн]апишете (?:и )?„([^“]+)“'", "en, '[Tt]ype “([^”]+)”'"})
    void wordsToTypeAreUnderstood(String language, String promise) throws IOException {
        var promised = promised(language, promise);

        assertThat(promised).hasSizeGreaterThan(3);
        assertThat(understood(language))
                .containsAll(promised.stream().map(String::toLowerCase).toList());
    }

    private static List<String> promised(String language, String promise) {
        var found = new ArrayList<String>();
        for (var entry : KNOWLEDGE.entries()) {
            var answer = entry.answer().in(Locale.forLanguageTag(language));
            Pattern.compile(promise).matcher(answer).results().forEach(each -> found.add(each.group(1)));
        }
        return found;
    }

    private static Set<String> understood(String language) throws IOException {
        var understood = new HashSet<String>();
        phrases(language).forEach((key, value) -> {
            if (key.toString().endsWith(".words")) {
                Arrays.stream(value.toString().split("\\|"))
                        .map(word -> word.split(">")[0])
                        .forEach(understood::add);
            }
        });
        return understood;
    }

    private static Properties phrases(String language) throws IOException {
        var phrases = new Properties();
        try (var files = Files.newDirectoryStream(Path.of("messages"), "*_" + language + ".properties")) {
            for (var file : files) {
                try (var in = Files.newBufferedReader(file)) {
                    phrases.load(in);
                }
            }
        }
        return phrases;
    }
}
