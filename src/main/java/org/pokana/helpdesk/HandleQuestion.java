package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Optional;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.faq.FaqEntry;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** What one press does with a question: {@code /handle take 7hq1}, {@code /handle give 7hq1 2}, {@code /handle finish 7hq1}. */
@Component
class HandleQuestion implements Flow {

    private final Desk desk;
    private final Leads leads;
    private final Sent sent;
    private final Teaching teaching;

    HandleQuestion(Desk desk, Leads leads, Sent sent, Teaching teaching) {
        this.desk = desk;
        this.leads = leads;
        this.sent = sent;
        this.teaching = teaching;
    }

    @Override
    public String name() {
        return "handle";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var words = talk.opening().split(" ");
        var question = words.length < 2 ? Optional.<Question>empty() : desk.find(words[1]);
        if (question.filter(each -> each.isFor(talk.contact())).isEmpty()) {
            return talk.end(talk.line("unknown").with(Choice.to("person"), Choice.to("menu")));
        }
        var known = question.get();
        return switch (words[0]) {
            case "take" -> taken(talk, known, desk.take(known.id(), talk.with()));
            case "take-over" -> taken(talk, known, desk.takeOver(known.id(), talk.with(), known.owner()));
            case "give" ->
                entry(known, words)
                        .map(entry -> look(talk, known, entry, words[2]))
                        .orElseGet(() -> show(talk, known));
            case "send" ->
                entry(known, words).map(entry -> send(talk, known, entry)).orElseGet(() -> show(talk, known));
            case "finish" -> finish(talk, known);
            case "learn" -> teaching.learn(talk, known);
            default -> show(talk, known);
        };
    }

    private Ending taken(Talk talk, Question before, Optional<Question> taken) {
        if (taken.isEmpty()) {
            return talk.end(sent.hadBy(desk.find(before.id()).orElse(before)));
        }
        return talk.end(talk.line("taken", News.excerpt(before.text()))
                .with(Choice.to("answer", before.id()), Choice.to("questions"), Choice.to("menu")));
    }

    private Optional<FaqEntry> entry(Question question, String[] words) {
        if (words.length < 3 || !words[2].matches("[1-9]")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(words[2]);
        return number > question.near().size()
                ? Optional.empty()
                : leads.entry(question.near().get(number - 1));
    }

    private static Ending look(Talk talk, Question question, FaqEntry entry, String number) {
        return talk.end(talk.line("look", verbatim(entry.question()), verbatim(entry.answer()))
                .with(Choice.to(phrase("handle.send"), "handle", "send", question.id(), number))
                .with(Choice.to(phrase("handle.show"), "questions", question.id())
                        .as(Tone.AWAY)));
    }

    private Ending send(Talk talk, Question question, FaqEntry entry) {
        var given = desk.answer(question.id(), "given-" + entry.id(), talk.with(), null, Kind.GIVEN, entry.id());
        return talk.end(sent.line(given, desk.find(question.id()).orElse(question)));
    }

    private Ending finish(Talk talk, Question question) {
        boolean over = question.state() == Question.State.OVER
                || desk.finish(question.id(), talk.with()).isPresent();
        return over
                ? talk.end(talk.line("finished", News.excerpt(question.text()))
                        .with(Choice.to("questions"), Choice.to("menu")))
                : talk.end(sent.hadBy(question));
    }

    private static Ending show(Talk talk, Question question) {
        return talk.goOnWith("questions", question.id());
    }
}
