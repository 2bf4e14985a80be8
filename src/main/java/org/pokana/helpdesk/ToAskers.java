package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.LocalDate;
import org.pokana.helpdesk.Question.Asker;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What those who ask are told of what others do with their question. */
@Component
class ToAskers {

    private final Names names;
    private final Leads leads;
    private final HelpdeskSettings settings;

    ToAskers(Names names, Leads leads, HelpdeskSettings settings) {
        this.names = names;
        this.leads = leads;
        this.settings = settings;
    }

    Line line(Question question, Event event, Asker asker) {
        var line = Line.of(inWords(question, event, asker));
        return switch (event.kind()) {
            case ANSWERED, GIVEN ->
                line.with(News.away("question_end.thanks", "question_end", "thanks", question.id()))
                        .with(Choice.to("reply", question.id()).as(Tone.AWAY))
                        .with(Choice.to("menu").as(Tone.AWAY))
                        .thatLasts();
            case DECLINED ->
                line.with(Choice.to("ask").as(Tone.AWAY))
                        .with(Choice.to("menu").as(Tone.AWAY))
                        .thatLasts();
            default ->
                line.with(News.away("question_end.end", "question_end", "end", question.id()))
                        .with(Choice.to("menu").as(Tone.AWAY))
                        .thatLasts();
        };
    }

    private Phrase inWords(Question question, Event event, Asker asker) {
        var by = names.answerer(event.by());
        var asked = News.excerpt(asker.text());
        if (question.wasOpened() && event.kind() == Kind.ANSWERED) {
            return phrase("helpdesk.line", by, event.text());
        }
        return switch (event.kind()) {
            case ANSWERED -> phrase("helpdesk.answer", by, event.text(), asked, day(asker));
            case GIVEN -> phrase("helpdesk.answer", by, given(event.text()), asked, day(asker));
            case FORWARDED -> phrase("helpdesk.forwarded", asked, names.answerer(event.text()));
            case OPENED -> phrase("helpdesk.opened", by);
            case DECLINED -> phrase("helpdesk.declined", asked, event.text());
            default -> phrase("helpdesk.taken", by, asked);
        };
    }

    private LocalDate day(Asker asker) {
        return asker.at().atZone(settings.zone()).toLocalDate();
    }

    private Phrase given(String entry) {
        return leads.entry(entry)
                .map(known -> phrase(
                        "helpdesk.entry", known.answer(), known.sources().get(0).name()))
                .orElse(verbatim(entry));
    }
}
