package org.pokana.faq;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** What somebody thinks of an answer. */
@Component
class Helpful implements Flow {

    private final KnowledgeBase knowledge;
    private final Opinions opinions;

    Helpful(KnowledgeBase knowledge, Opinions opinions) {
        this.knowledge = knowledge;
        this.opinions = opinions;
    }

    @Override
    public String name() {
        return "helpful";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ");
        var entry = knowledge.entry(opening[0]);
        if (entry.isEmpty() || opening.length < 2) {
            return talk.goOnWith("ask");
        }
        boolean helpful = opening[1].equals("yes");
        opinions.count(entry.get().id(), helpful);
        if (helpful) {
            return talk.end(talk.line("thanks").with(Choice.to("ask"), Choice.to("menu")));
        }
        var askTeam = Choice.to(
                phrase("person.ask-team"), "person", "about-" + entry.get().id());
        return talk.end(talk.line("sorry").with(askTeam, Choice.to("ask"), Choice.to("menu")));
    }
}
