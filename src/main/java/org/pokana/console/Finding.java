package org.pokana.console;

import java.util.List;
import org.pokana.faq.Match;
import org.pokana.faq.Search;
import org.pokana.faq.Understanding.Answer;
import org.pokana.faq.Understanding.Choose;
import org.springframework.stereotype.Component;

/** Finds answers for a page exactly as the chat does. */
@Component
class Finding {

    /** Longer than anybody asks; what is beyond is not looked at. */
    static final int LONGEST = 200;

    private final Search search;

    Finding(Search search) {
        this.search = search;
    }

    /** @param sure whether the one question there is was meant */
    record Found(boolean sure, List<QuestionCard> questions) {}

    static String asked(String typed) {
        var words = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip();
    }

    Found find(String asked, PageWords words) {
        var understanding = search.understand(asked);
        if (understanding instanceof Answer answer) {
            return new Found(true, cards(List.of(answer.match()), words));
        }
        return new Found(false, understanding instanceof Choose choose ? cards(choose.matches(), words) : List.of());
    }

    private static List<QuestionCard> cards(List<Match> matches, PageWords words) {
        return matches.stream()
                .map(match -> QuestionCard.of(match.entry(), words))
                .toList();
    }
}
