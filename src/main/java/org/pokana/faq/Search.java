package org.pokana.faq;

import static org.pokana.faq.Phrasings.ELSEWHERE;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    private Stream<Found> found(String question) {
        boolean cyrillic = question.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC);
        return (cyrillic ? Stream.of("bg") : FaqFile.LANGUAGES.stream())
                        .flatMap(language -> compared(language, question))
                        .collect(Collectors.toMap(Found::entry, each -> each, Found::better))
                        .values()
                        .stream()
                        .sorted(Comparator.comparingDouble(Found::score)
                                .reversed()
                                .thenComparing(Found::entry));
    }

    private Stream<Found> compared(String language, String question) {
        var phrasings = index.ready().get(language);
        if (phrasings == null) {
            return Stream.empty();
        }
        return phrasings.compare(question).entrySet().stream()
                .map(each -> new Found(each.getKey(), language, each.getValue()));
    }

    private record Found(String entry, String language, double score) {

        private Found better(Found other) {
            return score >= other.score ? this : other;
        }
    }
}
