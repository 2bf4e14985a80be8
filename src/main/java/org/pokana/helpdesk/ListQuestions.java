package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What waits for a person, page by page: {@code /questions}, {@code /questions 2}; {@code /questions <id>} shows one. */
@Component
class ListQuestions implements Flow {

    private static final int PAGE = 5;
    private static final int LABEL = 22;
    private static final int EXCERPT = 50;

    private final Desk desk;
    private final Card card;
    private final Names names;
    private final Clock clock;

    ListQuestions(Desk desk, Card card, Names names, Clock clock) {
        this.desk = desk;
        this.card = card;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening();
        return desk.find(opening)
                .map(question -> talk.end(card.of(question, talk.contact())))
                .orElseGet(() -> list(talk, opening.matches("[1-9]\\d?") ? Integer.parseInt(opening) : 1));
    }

    private Ending list(Talk talk, int page) {
        var open = desk.open();
        if (open.isEmpty()) {
            return talk.end(talk.line("none")
                    .with(Choice.to("duty"))
                    .with(Choice.to("menu").as(Tone.AWAY)));
        }
        int from = (page - 1) * PAGE < open.size() ? (page - 1) * PAGE : 0;
        var shown = open.subList(from, Math.min(from + PAGE, open.size()));
        var lines = IntStream.range(0, shown.size())
                .mapToObj(i -> line(i + 1, shown.get(i)))
                .reduce((some, one) -> phrase("questions.lines", some, one))
                .orElseThrow();
        return talk.end(talk.line("list", open.size(), lines)
                .with(choices(shown))
                .with(from + PAGE < open.size() ? List.of(more(from / PAGE + 2)) : List.of())
                .with(Choice.to("duty"))
                .with(Choice.to("menu").as(Tone.AWAY)));
    }

    private static Choice more(int page) {
        return Choice.to(phrase("questions.more"), "questions", String.valueOf(page));
    }

    private Phrase line(int number, Question question) {
        var hours = Duration.between(question.at(), clock.instant()).toHours();
        var owner = question.state() == State.WAITING ? phrase("questions.free") : names.colleague(question.owner());
        return phrase(
                "questions.line",
                number,
                News.cut(question.text(), EXCERPT),
                hours < 24 ? phrase("questions.hours", hours) : phrase("questions.days", hours / 24),
                owner,
                question.askers().size());
    }

    private static List<Choice> choices(List<Question> shown) {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < shown.size(); i++) {
            var label = (i + 1) + ". " + News.cut(shown.get(i).text(), LABEL);
            choices.add(Choice.to(verbatim(label), "questions", shown.get(i).id()));
        }
        return choices;
    }
}
