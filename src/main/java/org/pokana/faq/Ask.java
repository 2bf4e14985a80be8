package org.pokana.faq;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** All topics and their questions, page by page: {@code /ask}, {@code /ask forums}, {@code /ask forums 2}. */
@Component
class Ask implements Flow {

    private static final int PAGE = 6;

    private final KnowledgeBase knowledge;

    Ask(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ");
        int page = page(opening[opening.length - 1]);
        if (knowledge.topics().contains(opening[0])) {
            return talk.end(questions(talk, opening[0], page));
        }
        if (opening[0].equals("none")) {
            return talk.end(talk.line("none").with(toTeam(opening)).with(Choice.to("ask"), Choice.to("menu")));
        }
        if (!opening[0].matches("\\d*")) {
            return talk.goOnWith("question", talk.opening());
        }
        return talk.end(talk.line("topics")
                .with(onePage(knowledge.topics(), page, Ask::toTopic, ""))
                .with(Choice.to("menu").as(Tone.AWAY)));
    }

    /** What was asked need not be typed again, if we know what it was. */
    private static Choice toTeam(String[] opening) {
        var label = phrase("person.ask-team");
        return opening.length < 2 ? Choice.to(label, "person") : Choice.to(label, "person", "said-" + opening[1]);
    }

    private Line questions(Talk talk, String topic, int page) {
        return talk.line("questions", phrase("ask.topic." + topic))
                .with(onePage(knowledge.about(topic), page, Ask::toEntry, topic))
                .with(Choice.to(phrase("ask.topics-button"), "ask").as(Tone.AWAY));
    }

    private static Choice toTopic(String topic) {
        return Choice.to(phrase("ask.topic." + topic), "ask", topic);
    }

    private static Choice toEntry(FaqEntry entry) {
        return Choice.to(verbatim(entry.label()), "faq", entry.id());
    }

    /** More than a handful of buttons is a wall: the next page takes over from the first when one is past the last. */
    private static <T> List<Choice> onePage(List<T> all, int page, Function<T, Choice> choice, String topic) {
        int from = (page - 1) * PAGE < all.size() ? (page - 1) * PAGE : 0;
        int to = Math.min(from + PAGE, all.size());
        var choices = new ArrayList<>(all.subList(from, to).stream().map(choice).toList());
        if (all.size() > PAGE) {
            int next = to < all.size() ? from / PAGE + 2 : 1;
            var opening = (topic + " " + next).strip().split(" ");
            choices.add(Choice.to(phrase("ask.more"), "ask", opening));
        }
        return choices;
    }

    private static int page(String text) {
        return text.matches("[1-9]\\d?") ? Integer.parseInt(text) : 1;
    }
}
