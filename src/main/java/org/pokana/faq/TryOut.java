package org.pokana.faq;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a question would match, with scores and why; for whoever edits entries. */
@Component
public class TryOut {

    private final Search search;

    TryOut(Search search) {
        this.search = search;
    }

    /**
     * What people who ask this would get.
     *
     * @param nearest the likeliest first, also what would not be offered
     */
    public record Tried(Understanding understanding, List<Trial> nearest) {}

    /**
     * One entry.
     *
     * @param compared how well it fares when the question is compared with its phrasings, from 0 to 1
     * @param learned what all examples together teach about it, from 0 to 1
     * @param because the phrasings that speak for it, the strongest first
     */
    public record Trial(Match match, double compared, double learned, List<Reason> because) {}

    /**
     * A phrasing of an entry and what the question has in common with it.
     *
     * @param words those of the question that are met in it
     */
    public record Reason(String phrasing, List<String> words) {}

    /** Waits until the last change is understood. */
    public Tried ask(String question, int most) {
        search.catchUp();
        return new Tried(
                search.understand(question),
                search.matches(question).stream()
                        .limit(most)
                        .map(match -> search.explain(match, question))
                        .toList());
    }
}
