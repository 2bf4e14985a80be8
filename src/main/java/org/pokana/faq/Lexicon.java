package org.pokana.faq;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Spelling;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.ContentFile;
import org.pokana.messaging.ContentNode;

/**
 * What the questions' words mean here, by language.
 *
 * @param quiet words that say little about what is asked, as {@link Spelling#fold} writes them
 * @param alike groups of words that people use for the same thing
 * @param elsewhere what people ask although no entry answers it
 */
record Lexicon(
        Map<String, Set<String>> quiet, Map<String, List<List<String>>> alike, Map<String, List<String>> elsewhere) {

    static final Lexicon EMPTY = new Lexicon(Map.of(), Map.of(), Map.of());

    private static final int MOST = 1000;

    /** @throws BadContent when the file has a mistake */
    static Lexicon read(@Nullable Path folder) {
        var root = ContentFile.find("lexicon.yaml", folder).tree();
        var fields = root.fields(Set.of("quiet", "alike", "elsewhere"));
        return new Lexicon(
                FaqFile.byLanguage(root.required(fields, "quiet"), Lexicon::folded),
                FaqFile.byLanguage(root.required(fields, "alike"), Lexicon::groups),
                FaqFile.byLanguage(root.required(fields, "elsewhere"), lines -> lines.texts(0, MOST, 200)));
    }

    private static Set<String> folded(ContentNode node) {
        return node.texts(0, MOST, 40).stream().map(Spelling::fold).collect(Collectors.toSet());
    }

    private static List<List<String>> groups(ContentNode node) {
        return node.items().stream().map(Lexicon::group).toList();
    }

    private static List<String> group(ContentNode node) {
        for (var word : node.items()) {
            if (Spelling.plain(word.text(40)).contains(" ")) {
                throw word.wrong("“" + word.text(40) + "” is more than one word");
            }
        }
        return List.copyOf(new HashSet<>(node.texts(2, MOST, 40)));
    }
}
