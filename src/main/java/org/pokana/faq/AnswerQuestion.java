package org.pokana.faq;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pokana.contact.Contact;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Saying;
import org.pokana.conversation.Talk;
import org.pokana.faq.Understanding.Answer;
import org.pokana.faq.Understanding.Choose;
import org.pokana.faq.Understanding.Nothing;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Answers a question in people's own words if an entry does; offers the nearest when it is not sure which. */
@Component
class AnswerQuestion implements Listener {

    private static final int MOST_NEAREST = 3;

    private final KnowledgeBase knowledge;
    private final Search search;
    private final Words words;
    private final Clock clock;

    AnswerQuestion(KnowledgeBase knowledge, Search search, Words words, Clock clock) {
        this.knowledge = knowledge;
        this.search = search;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "question";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean understands(Contact person, String text) {
        return !(search.understand(text) instanceof Nothing);
    }

    @Override
    public boolean isSure(Contact person, String text) {
        return search.understand(text) instanceof Answer;
    }

    @Override
    public List<Choice> nearest(Contact person, String text) {
        return search.matches(text).stream()
                .limit(MOST_NEAREST)
                .map(match -> toEntry(match, new Spoken(words, person.language(), match.language())))
                .toList();
    }

    @Override
    public Ending hold(Talk talk) {
        var understanding = search.understand(talk.opening());
        if (understanding instanceof Answer answer) {
            return talk.end(
                    new Card(answer.match().entry(), knowledge, spoken(talk, answer.match()), YearMonth.now(clock))
                            .answer());
        }
        if (understanding instanceof Choose choose) {
            return talk.endChoosing(which(talk, choose.matches()));
        }
        return talk.goOnWith("ask", "none", Saying.key(talk.opening()));
    }

    private Line which(Talk talk, List<Match> matches) {
        var spoken = spoken(talk, matches.get(0));
        var listed = IntStream.range(0, matches.size())
                .mapToObj(
                        i -> (i + 1) + ". " + matches.get(i).entry().question().in(spoken.asked()))
                .collect(Collectors.joining("\n"));
        var choices = new ArrayList<Choice>();
        for (var match : matches) {
            choices.add(toEntry(match, spoken));
        }
        choices.add(Choice.to(phrase("question.none"), "ask", "none", Saying.key(talk.opening()))
                .as(Tone.AWAY));
        return spoken.say(talk.line("which", listed).with(choices));
    }

    private static Choice toEntry(Match match, Spoken spoken) {
        return Choice.to(
                verbatim(match.entry().label()),
                "faq",
                spoken.opening(match.entry().id()));
    }

    private Spoken spoken(Talk talk, Match match) {
        return new Spoken(words, talk.language(), match.language());
    }
}
