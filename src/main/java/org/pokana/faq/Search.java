package org.pokana.faq;

import static org.pokana.faq.Phrasings.ELSEWHERE;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.conversation.Spelling;
import org.pokana.faq.TryOut.Trial;

/** Finds the entries a question may be about, and says how sure that is. */
public final class Search {

    /**
     * From here on, and with a clear lead, we answer; below the other we do not even offer a choice. Chosen so that hardly
     * anything is answered wrongly: whoever is offered three questions sees at once that none is theirs.
     */
    private static final double SURE = 0.4;

    private static final double LEAD = 0.3;
    private static final double WORTH_OFFERING = 0.15;

    private static final int MOST_OFFERED = 3;

    /** Of a question as people ask, at least this part consists of words of our examples. */
    private static final double MOSTLY_KNOWN = 0.7;

    private static final double CLEARLY_MORE = 0.3;
    private static final double MORE_WHERE_ALL_IS_KNOWN = 0.1;

    /** Longer is no question. */
    private static final int LONGEST = 1000;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final KnowledgeBase knowledge;
    private final Index index;

    Search(KnowledgeBase knowledge, Lexicon lexicon) {
        this.knowledge = knowledge;
        this.index = new Index(knowledge, lexicon);
    }

    /** Waits until what was changed last is understood, too. */
    void catchUp() {
        index.newest();
    }

    public Understanding understand(String question) {
        if (!LETTER.matcher(question).find()) {
            return new Understanding.Nothing(); // a date or a number, not words typed on some other keyboard
        }
        var found = found(question).limit(MOST_OFFERED).toList();
        if (found.isEmpty()
                || found.get(0).entry().equals(ELSEWHERE)
                || found.get(0).score() < WORTH_OFFERING) {
            return new Understanding.Nothing();
        }
        double best = found.get(0).score();
        double next = found.size() > 1 ? found.get(1).score() : 0;
        var matches = matches(found.stream());
        boolean sure = best >= SURE && best - next >= LEAD * best && !isOneWord(question);
        return sure ? new Understanding.Answer(matches.get(0)) : new Understanding.Choose(matches);
    }

    /** A word is a topic, not yet a question; in a form it is more likely an answer. */
    private static boolean isOneWord(String question) {
        return !Spelling.plain(question).contains(" ");
    }

    /** Every entry that has anything to do with the question, the likeliest first. */
    public List<Match> matches(String question) {
        return matches(found(question));
    }

    Trial explain(Match match, String question) {
        var phrasings =
                Objects.requireNonNull(index.newest().get(match.language().getLanguage()));
        return phrasings.explain(match, question);
    }

    private List<Match> matches(Stream<Found> found) {
        return found.flatMap(each -> knowledge.entry(each.entry()).stream()
                        .map(entry -> new Match(entry, Locale.forLanguageTag(each.language()), each.score())))
                .toList();
    }

    /** Latin letters may be English or Bulgarian: both are tried, and what fits better says which it was. */
    private Stream<Found> found(String asked) {
        var question = asMeant(asked);
        return languages(question)
                .flatMap(language -> compared(language, question))
                .collect(Collectors.toMap(Found::entry, each -> each, Found::better))
                .values()
                .stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::entry));
    }

    /** What we hardly know a word of may come from a keyboard left in another layout. */
    private String asMeant(String typed) {
        double known = known(typed);
        if (known + MORE_WHERE_ALL_IS_KNOWN > 1) {
            return typed;
        }
        var text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return Layouts.others(text, isCyrillic(text))
                .filter(other -> isBetter(known(other), known, isCyrillic(text)))
                .max(Comparator.comparingDouble(this::known))
                .orElse(typed);
    }

    /** A few short words are known in either alphabet; but hardly a whole sentence of another language. */
    private static boolean isBetter(double other, double known, boolean cyrillic) {
        double more = cyrillic && other == 1 ? MORE_WHERE_ALL_IS_KNOWN : CLEARLY_MORE;
        return other >= MOSTLY_KNOWN && other >= known + more;
    }

    private double known(String text) {
        return languages(text)
                .mapToDouble(
                        language -> ready(language).map(of -> of.known(text)).orElse(0.0))
                .max()
                .orElse(0);
    }

    private static Stream<String> languages(String text) {
        return isCyrillic(text) ? Stream.of("bg") : FaqFile.LANGUAGES.stream();
    }

    private static boolean isCyrillic(String text) {
        return text.codePoints().limit(LONGEST).anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC);
    }

    private Optional<Phrasings> ready(String language) {
        return Optional.ofNullable(index.ready().get(language));
    }

    private Stream<Found> compared(String language, String question) {
        return ready(language).stream()
                .flatMap(phrasings -> phrasings.compare(question).entrySet().stream())
                .map(each -> new Found(each.getKey(), language, each.getValue()));
    }

    private record Found(String entry, String language, double score) {

        private Found better(Found other) {
            return score >= other.score ? this : other;
        }
    }
}
