package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pokana.contact.Role;
import org.pokana.messaging.Words;

/** Each act that the code can note has its words in the journal, also one that no other test does. */
class JournalPhrasesTests {

    private static final Path CODE = Path.of("src/main/java/org/pokana");

    /** Some words that begin small, as what is done is noted. */
    private static final Pattern ACT = Pattern.compile("\"([a-z]+(?: [a-zA-Z-]+)+)\"");

    /** What is written like an act and is none: what is downloaded or set, and why something cannot be. */
    private static final Set<String> NO_ACTS = Set.of(
            "funder pack",
            "funder pack with photos",
            "quiet hours",
            "nobody signs in with a password",
            "the language of a page is chosen by its reader",
            "whoever took the pack is gone");

    @Test
    void everyActHasItsPhraseInBothLanguages() throws IOException {
        var acts = acts();
        assertThat(acts)
                .as("control: noted here, by way of others, and in other modules")
                .contains("changed the settings", "took a question over", "made recovery codes", "became DOOR")
                .hasSizeGreaterThan(70);
        var words = Words.read(Optional.empty());
        for (String language : List.of("bg", "en")) {
            var page = new PageWords(words, Locale.forLanguageTag(language));
            assertThat(acts).as(language).allMatch(act -> page.knows(phrase(act)));
        }
    }

    private static Set<String> acts() throws IOException {
        var acts = new TreeSet<String>();
        Arrays.stream(Role.values()).forEach(role -> acts.add("became " + role));
        try (var modules = Files.list(CODE)) {
            for (Path module :
                    modules.filter(JournalPhrasesTests::keepsTheJournal).toList()) {
                addAll(module, acts);
            }
        }
        assertThat(acts).as("excused and not there").containsAll(NO_ACTS);
        acts.removeAll(NO_ACTS);
        return acts;
    }

    /** Whether it says that it may use the audit. */
    private static boolean keepsTheJournal(Path module) {
        var page = module.resolve("package-info.java");
        return Files.exists(page) && read(page).contains("\"audit\"");
    }

    private static void addAll(Path module, Set<String> acts) throws IOException {
        try (var files = Files.list(module)) {
            files.filter(Files::isRegularFile)
                    .flatMap(file -> ACT.matcher(read(file)).results())
                    .forEach(found -> acts.add(found.group(1)));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String phrase(String act) {
        return "console.act-" + act.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
