package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Thanks whoever said how it was, and gives them what they take home. */
@Component
class Farewell {

    /** With the thanks, as many messages as one reads in a row. */
    private static final int MOST = 2;

    private final Concerned concerned;
    private final Materials materials;
    private final ObjectProvider<Keepsakes> keepsakes;

    Farewell(Concerned concerned, Materials materials, ObjectProvider<Keepsakes> keepsakes) {
        this.concerned = concerned;
        this.materials = materials;
        this.keepsakes = keepsakes;
    }

    Ending say(Talk talk, Forum forum) {
        boolean some = materials.any(forum.id());
        var line = talk.line("thanks", forum.title(), some ? "some" : "none");
        if (some) {
            line = line.with(Choice.to("materials", forum.id()).as(Tone.GOOD));
        }
        talk.say(line.with(
                        Choice.to(phrase("after.change"), "after", forum.id()), Choice.to("forums"), SayHowItWas.menu())
                .thatLasts());
        keepsakes(talk, forum).forEach(talk::say);
        return talk.end();
    }

    private List<Line> keepsakes(Talk talk, Forum forum) {
        return concerned.seat(forum, talk.with()).stream()
                .flatMap(registration -> keepsakes
                        .orderedStream()
                        .flatMap(each -> each.of(forum, registration, talk.language()).stream()))
                .limit(MOST)
                .map(file -> Line.of(phrase("after.keepsake", forum.title())).carrying(file))
                .toList();
    }
}
