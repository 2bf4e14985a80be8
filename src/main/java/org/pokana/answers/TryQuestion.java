package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.List;
import java.util.Locale;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.TryOut;
import org.pokana.faq.TryOut.Trial;
import org.pokana.faq.Understanding.Answer;
import org.pokana.faq.Understanding.Choose;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What a question would find, and why. */
@Component
class TryQuestion implements ForTheTeam {

    private static final int LONGEST = 300;
    private static final int MOST = 3;
    private static final int FITS = 45;

    private final TryOut tryOut;

    TryQuestion(TryOut tryOut) {
        this.tryOut = tryOut;
    }

    @Override
    public String name() {
        return "try_question";
    }

    @Override
    public Ending hold(Talk talk) {
        var question = talk.ask(Dictated.of("question", LONGEST, LONGEST));
        var tried = tryOut.ask(question, MOST);
        var lines = tried.nearest().stream()
                .map(trial -> line(trial, talk.language()))
                .reduce((above, below) -> phrase("answers.lines", above, below))
                .orElse(verbatim(""));
        var understood = tried.understanding() instanceof Answer
                ? "answer"
                : tried.understanding() instanceof Choose ? "choose" : "nothing";
        return talk.end(talk.line("found", understood, lines)
                .with(tried.nearest().stream()
                        .map(trial -> Choice.to(
                                verbatim(trial.match().entry().label()),
                                "entry",
                                trial.match().entry().id()))
                        .toList())
                .with(
                        Choice.to(phrase("try_question.another"), name()),
                        Choice.to("new_answer"),
                        ForTheTeam.all(),
                        ForTheTeam.menu()));
    }

    /** Phrasings of another language than the one that is talked in tell nobody much. */
    private static Phrase line(Trial trial, Locale language) {
        var match = trial.match();
        var label = match.entry().label();
        var spoken = match.entry().phrasings().getOrDefault(language.getLanguage(), List.of());
        long percent = Math.round(100 * match.score());
        return trial.because().stream()
                .filter(reason -> spoken.contains(reason.phrasing()))
                .findFirst()
                .map(reason -> phrase(
                        "try_question.because",
                        label,
                        percent,
                        Short.of(reason.phrasing(), FITS),
                        Short.of(String.join(", ", reason.words()), FITS)))
                .orElseGet(() -> phrase("try_question.line", label, percent));
    }
}
