package org.pokana.helpdesk;

import java.util.regex.Pattern;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Ids;
import org.springframework.stereotype.Component;

/** Whoever asked says or asks more, for whoever has the question. */
@Component
class Reply implements Flow {

    private static final Pattern WITH_KEY = Pattern.compile("\\S+ \\S+");

    private final Desk desk;
    private final Talking talking;
    private final Ids ids;

    Reply(Desk desk, Talking talking, Ids ids) {
        this.desk = desk;
        this.talking = talking;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "reply";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var words = talk.opening().split(" ");
        var question = desk.find(words[0])
                .filter(each -> each.askedBy(talk.with().value()).isPresent());
        if (question.isEmpty()) {
            return talk.goOnWith("person");
        }
        if (!WITH_KEY.matcher(talk.opening()).matches()) {
            return talk.goOnWith(name(), words[0], ids.next());
        }
        var text = talk.ask(Questions.dictation("more", CallPerson.LONGEST));
        talking.say(words[0], words[1], talk.with(), text);
        return talk.end(talk.line("sent").with(Choice.to("menu")));
    }
}
