package org.pokana.faq;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** One entry: {@code /faq forum-dates}, its further screens, and the same in the language somebody asked in. */
@Component
class ShowEntry implements Flow {

    private final KnowledgeBase knowledge;
    private final Words words;
    private final Clock clock;

    ShowEntry(KnowledgeBase knowledge, Words words, Clock clock) {
        this.knowledge = knowledge;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "faq";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = List.of(talk.opening().split(" "));
        var entry = knowledge.entry(opening.get(0));
        if (entry.isEmpty()) {
            return talk.goOnWith("ask");
        }
        var card = new Card(
                entry.get(),
                knowledge,
                new Spoken(words, talk.language(), language(opening, talk)),
                YearMonth.now(clock));
        if (opening.contains("sources")) {
            return talk.end(card.sources());
        }
        return talk.end(opening.contains("more") ? card.more() : card.answer());
    }

    private static Locale language(List<String> opening, Talk talk) {
        return FaqFile.LANGUAGES.stream()
                .filter(opening::contains)
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(talk.language());
    }
}
