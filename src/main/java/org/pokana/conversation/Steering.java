package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Set;
import org.pokana.kernel.Line;

/** The commands that steer an open talk rather than open one. */
final class Steering {

    static final String BACK = "back";
    static final String CANCEL = "cancel";
    static final String CONTINUE = "continue";
    static final String AGAIN = "again";

    static final Set<String> COMMANDS = Set.of(BACK, CANCEL, CONTINUE, AGAIN);

    private final OpenTalks talks;

    Steering(OpenTalks talks) {
        this.talks = talks;
    }

    void steer(String command) {
        var talk = talks.held();
        if (talk == null) {
            talks.speech().say(Line.of(phrase("conversation.nothing-open")).with(OpenTalks.home()));
            return;
        }
        switch (command) {
            case BACK -> back(talk);
            case CONTINUE -> talks.resume(talk, talk);
            case AGAIN -> {
                talks.drop(talk);
                talks.open(new Flows.Opening(talk.flow(), talk.opening()));
            }
            default -> {
                talks.drop(talk);
                talks.speech()
                        .say(Line.of(phrase("conversation.cancelled", OpenTalks.title(talk)))
                                .with(OpenTalks.home()));
                talks.mentionUnfinished();
            }
        }
    }

    private void back(OpenTalk talk) {
        if (talk.answers().isEmpty()) {
            talks.speech().say(Line.of(phrase("conversation.nothing-before")));
        }
        talks.resume(talk, talk.back());
    }
}
