package org.pokana.faq;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.kernel.Localized;

/**
 * Thousands of entries about as long and as different as the real ones: their words, as often as they are used there,
 * and as many invented ones again, each in a few entries only, as names and special terms are.
 */
final class ManyEntries {

    private static final int EXAMPLES = 8;
    private static final String[] SYLLABLES_BG =
            "ба ве ги до жу за ки ло ма не пи ро су та фи ха це чи ша ко".split(" ");
    private static final String[] SYLLABLES_EN =
            "ba ve gi do ju za ki lo ma ne pi ro su ta fi ha ce chi sha ko".split(" ");

    private final Random mind = new Random(7);
    private final Map<String, List<String>> words = new HashMap<>();

    ManyEntries(List<FaqEntry> real) {
        for (var language : FaqFile.LANGUAGES) {
            words.put(
                    language,
                    real.stream()
                            .flatMap(entry -> Stream.concat(
                                    Stream.of(entry.answer().words().get(language)),
                                    entry.phrasings().getOrDefault(language, List.of()).stream()))
                            .flatMap(text -> Stream.of(text.split("[^\\p{L}]+")))
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
    }

    List<FaqEntry> make(int number) {
        return IntStream.range(0, number).mapToObj(this::entry).toList();
    }

    private FaqEntry entry(int number) {
        var topic = KnowledgeBase.TOPICS.get(number % KnowledgeBase.TOPICS.size());
        var own = own(number);
        var phrasings = FaqFile.LANGUAGES.stream()
                .collect(Collectors.toMap(Function.identity(), language -> IntStream.range(0, EXAMPLES)
                        .mapToObj(any -> some(language, 7, own))
                        .toList()));
        return new FaqEntry(
                "entry-" + number,
                topic,
                localized(language -> some(language, 7, own)),
                localized(language -> "№ " + number),
                phrasings,
                localized(language -> some(language, 60, own)),
                List.of(),
                YearMonth.of(2026, 11),
                List.of());
    }

    /** Words that hardly any other entry has. */
    private Map<String, List<String>> own(int number) {
        return Map.of("bg", invented(number, SYLLABLES_BG), "en", invented(number, SYLLABLES_EN));
    }

    private List<String> invented(int number, String[] syllables) {
        var all = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            int which = mind.nextInt(2) == 0 ? number : mind.nextInt(10_000);
            var word = new StringBuilder();
            for (int rest = which * 31 + i; word.length() < 6 || rest > 0; rest /= syllables.length) {
                word.append(syllables[rest % syllables.length]);
            }
            all.add(word.toString());
        }
        return all;
    }

    private static Localized localized(Function<String, String> said) {
        return new Localized(FaqFile.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), said)));
    }

    private String some(String language, int length, Map<String, List<String>> own) {
        return IntStream.range(0, length)
                .mapToObj(i -> oneOf((i % 4 == 1 ? own : words).getOrDefault(language, List.of())))
                .collect(Collectors.joining(" "));
    }

    private String oneOf(List<String> words) {
        return words.get(mind.nextInt(words.size()));
    }
}
