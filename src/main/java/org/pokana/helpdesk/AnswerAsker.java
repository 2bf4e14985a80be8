package org.pokana.helpdesk;

import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.helpdesk.Question.Asker;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Ids;
import org.springframework.stereotype.Component;

/** Takes down an answer, for all who ask or for one: {@code /answer 7hq1}, {@code /answer 7hq1 k2m9}. */
@Component
class AnswerAsker implements Flow {

    private static final int LONGEST = 2000;
    private static final String ALL = "-";

    private final Desk desk;
    private final Sent sent;
    private final Ids ids;

    AnswerAsker(Desk desk, Sent sent, Ids ids) {
        this.desk = desk;
        this.sent = sent;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var words = talk.opening().split(" ");
        var question = desk.find(words[0]).filter(each -> each.isFor(talk.contact()));
        if (question.isEmpty()) {
            return talk.end(talk.line("unknown").with(Choice.to("person"), Choice.to("menu")));
        }
        var known = question.get();
        if (known.owner() != null && !known.isOf(talk.contact())) {
            return talk.end(sent.hadBy(known));
        }
        if (words.length < 3) {
            return talk.goOnWith(name(), words[0], words.length == 2 ? words[1] : ALL, ids.next());
        }
        talk.say("about", News.cut(known.text(), 200));
        var text = talk.ask(Questions.dictation("text", LONGEST));
        var answered = desk.answer(known.id(), words[2], talk.with(), contact(known, words[1]), Kind.ANSWERED, text);
        return talk.end(sent.line(answered, desk.find(known.id()).orElse(known)));
    }

    private static @Nullable String contact(Question question, String asker) {
        return question.askers().stream()
                .filter(each -> each.mark().equals(asker))
                .map(Asker::contact)
                .findFirst()
                .orElse(null);
    }
}
