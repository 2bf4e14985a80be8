package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.contact.Responsible;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Saying;
import org.pokana.conversation.Talk;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Transcript.Said;
import org.springframework.stereotype.Component;

/**
 * Calls a person: {@code /person said-1f2e3d4c5b6a} passes on what was said just now, {@code /person about-housing-rent}
 * the question that an answer did not help with, {@code /person} asks what to pass on.
 */
@Component
class CallPerson implements Flow {

    static final int LONGEST = 1000;
    private static final String SAID = "said-";
    private static final String ABOUT = "about-";
    private static final Pattern ID = Pattern.compile("[a-z0-9]{3,40}");

    private final Responsible responsible;
    private final Asking asking;
    private final Earlier earlier;
    private final Team team;
    private final Names names;
    private final HelpdeskSettings settings;
    private final Ids ids;

    CallPerson(
            Responsible responsible,
            Asking asking,
            Earlier earlier,
            Team team,
            Names names,
            HelpdeskSettings settings,
            Ids ids) {
        this.responsible = responsible;
        this.asking = asking;
        this.earlier = earlier;
        this.team = team;
        this.names = names;
        this.settings = settings;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening();
        if (responsible.reach().isPresent() && team.all().isEmpty()) {
            return talk.end(
                    talk.line("reach", whom(), responsible.reach().get()).with(Choice.to("menu")));
        }
        if (!ID.matcher(opening).matches()) {
            return said(talk)
                    .map(said -> passOn(talk, keyOf(talk, said), said.text(), said.at()))
                    .orElseGet(() -> talk.goOnWith(name(), ids.next())); // repeated, it is still the same question
        }
        if (asking.areTooMany(talk.with())) {
            return tooMany(talk);
        }
        responsible.reach().ifPresent(reach -> talk.say("or-reach", whom(), reach));
        return passOn(
                talk, opening, talk.ask(Questions.dictation("message", LONGEST)), earlier.calledAt(talk.address()));
    }

    private Object whom() {
        return responsible.name().map(each -> verbatim(each)).orElse(phrase("person.organizer"));
    }

    private Optional<Said> said(Talk talk) {
        var opening = talk.opening();
        if (opening.startsWith(SAID)) {
            return earlier.said(talk.address(), opening.substring(SAID.length()));
        }
        return opening.startsWith(ABOUT)
                ? earlier.saidAbout(talk.address(), opening.substring(ABOUT.length()))
                : Optional.empty();
    }

    /** The same words said another day are another question. */
    private static String keyOf(Talk talk, Said said) {
        return Saying.key(talk.with() + " " + said.at().toEpochMilli() + " " + said.text());
    }

    private Ending passOn(Talk talk, String key, String text, Instant since) {
        if (!asking.isAsked(talk.with(), key) && asking.areTooMany(talk.with())) {
            return tooMany(talk);
        }
        var question = asking.ask(talk.with(), talk.address(), key, text, since);
        return talk.end(talk.line(
                        phraseFor(question),
                        names.isNamed(talk.with().value()) ? "named" : "nameless",
                        LocalDateTime.ofInstant(question.dueAt(), settings.zone()))
                .with(Choice.to(phrase("question_end.not-needed"), "question_end", "not-needed", question.id()))
                .with(Choice.to("menu")));
    }

    private static String phraseFor(Question question) {
        if (question.shownTo().isEmpty()) {
            return "kept";
        }
        return question.state() == State.WAITING ? "passed-on" : "under-way";
    }

    private static Ending tooMany(Talk talk) {
        return talk.end(talk.line("too-many", Asking.MOST_A_DAY).with(Choice.to("menu")));
    }
}
