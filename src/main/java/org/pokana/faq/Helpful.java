package org.pokana.faq;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Arrays;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** What somebody thinks of an answer: {@code /helpful piro yes}, {@code /helpful piro no}, {@code /helpful piro wrong}. */
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
        var id = entry.get().id();
        var complaint = Complaint.of(opening[1]);
        if (complaint.isPresent()) {
            opinions.complain(id, complaint.get());
            return talk.end(talk.line("noted").with(askTeam(id), Choice.to("ask"), Choice.to("menu")));
        }
        boolean helpful = opening[1].equals("yes");
        opinions.count(id, helpful);
        return talk.end(
                helpful
                        ? talk.line("thanks").with(Choice.to("ask"), Choice.to("menu"))
                        : talk.line("sorry")
                                .with(Arrays.stream(Complaint.values())
                                        .map(why -> why(id, why))
                                        .toList())
                                .with(
                                        askTeam(id),
                                        Choice.to("ask"),
                                        Choice.to("menu").as(Tone.AWAY)));
    }

    private static Choice askTeam(String id) {
        return Choice.to(phrase("person.ask-team"), "person", "about-" + id);
    }

    private Choice why(String id, Complaint why) {
        return Choice.to(phrase("helpful.why." + why.said()), name(), id, why.said());
    }
}
