package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.helpdesk.Question.Asker;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** What an event of a question means to whom. Every button leads away, so that a typed number is meant for the other. */
@Component
class News {

    private static final int EXCERPT = 60;

    private final Names names;
    private final Team team;
    private final ToAskers toAskers;

    News(Names names, Team team, ToAskers toAskers) {
        this.names = names;
        this.team = team;
        this.toAskers = toAskers;
    }

    /** By contact. */
    Map<String, Line> of(Question question, Event event) {
        var told = new LinkedHashMap<String, Line>();
        switch (event.kind()) {
            case SAID -> said(question, event, told);
            case RETURNED -> team(question, event).forEach(one -> told.put(one, returned(question, event)));
            case OVERDUE -> late(question).forEach(one -> told.put(one, overdue(question)));
            case THANKED -> owner(question).forEach(one -> told.put(one, gone("thanked", question, event)));
            case FINISHED, FELL_SILENT -> over(question, event, told);
            default ->
                asking(question, event).forEach(one -> told.put(one.contact(), toAskers.line(question, event, one)));
        }
        return told;
    }

    private static Stream<Asker> asking(Question question, Event event) {
        return question.askers().stream()
                .filter(asker -> event.to() == null || asker.contact().equals(event.to()));
    }

    private static Stream<String> owner(Question question) {
        return Stream.ofNullable(question.owner());
    }

    /** Whoever has it, or should have taken it. */
    private Stream<String> late(Question question) {
        return question.owner() != null
                ? owner(question)
                : team.onDuty(question.topic()).stream().map(Contact::key).filter(question.shownTo()::contains);
    }

    private static Stream<String> team(Question question, Event event) {
        return question.shownTo().stream()
                .filter(one -> !one.equals(event.by()) && !question.guests().contains(one));
    }

    private void said(Question question, Event event, Map<String, Line> told) {
        var readers = question.owner() == null ? question.shownTo() : List.of(question.owner());
        readers.forEach(one -> told.put(one, saidTo(question, event, one)));
    }

    private Line saidTo(Question question, Event event, String reader) {
        var by = Objects.requireNonNullElse(event.by(), "");
        var who = question.guests().contains(reader) ? names.askerToGuests(by) : names.asker(by);
        var asker = question.askedBy(by);
        var asked = excerpt(asker.map(Asker::text).orElse(question.text()));
        return Line.of(phrase("helpdesk.said", who, event.text(), asked))
                .with(Choice.to("answer", question.id(), asker.map(Asker::mark).orElse("-"))
                        .as(Tone.AWAY))
                .with(away("handle.show", "questions", question.id()))
                .with(away("handle.finish", "handle", "finish", question.id()))
                .thatLasts();
    }

    private Line returned(Question question, Event event) {
        return Line.of(phrase("helpdesk.returned", names.colleague(event.by()), excerpt(question.text()), event.text()))
                .with(away("handle.show", "questions", question.id()))
                .thatLasts();
    }

    private static Line overdue(Question question) {
        return Line.of(phrase("helpdesk.overdue", excerpt(question.text())))
                .with(away("handle.show", "questions", question.id()))
                .thatLasts();
    }

    private Line gone(String phrase, Question question, Event event) {
        var who = names.asker(Objects.requireNonNullElse(event.by(), ""));
        return Line.of(phrase("helpdesk." + phrase, who, excerpt(question.text())))
                .with(away("handle.show", "questions", question.id()))
                .thatLasts();
    }

    /** Whoever ended it knows; the others learn that we speak again. */
    private void over(Question question, Event event, Map<String, Line> told) {
        boolean byAsker = event.by() != null && question.askedBy(event.by()).isPresent();
        if (!byAsker) {
            question.askers().stream()
                    .filter(asker -> !asker.done())
                    .forEach(asker -> told.put(asker.contact(), weSpeakAgain(question, event)));
        }
        if (!Objects.equals(event.by(), question.owner())) {
            var phrase = event.kind() == Kind.FINISHED ? "left" : "fell-silent";
            owner(question).forEach(one -> told.put(one, gone(phrase, question, event)));
        }
    }

    private static Line weSpeakAgain(Question question, Event event) {
        var phrase = event.kind() == Kind.FINISHED ? "helpdesk.ended" : "helpdesk.silence-ended";
        // What the team began is about nothing that somebody asked.
        return Line.of(question.wasOpened() ? phrase(phrase + "-talk") : phrase(phrase, excerpt(question.text())))
                .with(Choice.to("reply", question.id()).as(Tone.AWAY))
                .with(Choice.to("menu").as(Tone.AWAY))
                .thatLasts();
    }

    static Choice away(String label, String flow, String... opening) {
        return Choice.to(phrase(label), flow, opening).as(Tone.AWAY);
    }

    static String excerpt(String text) {
        return cut(text, EXCERPT);
    }

    static String cut(String text, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
