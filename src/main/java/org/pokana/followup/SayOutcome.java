package org.pokana.followup;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.Arrays;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.followup.FollowUp.Occasion;
import org.pokana.followup.Impression.Outcome;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Three months later: did they put it to use? {@code /applied <forum> <outcome>}. */
@Component
class SayOutcome implements Flow {

    private final Forums forums;
    private final Impressions impressions;
    private final Clock clock;

    SayOutcome(Forums forums, Impressions impressions, Clock clock) {
        this.forums = forums;
        this.impressions = impressions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "applied";
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = forums.find(opening[0]).orElse(null);
        if (forum == null || !isAsked(talk, forum)) {
            return talk.end(talk.line("none").with(Choice.to("forums"), SayHowItWas.menu()));
        }
        var outcome =
                Impression.read(opening.length > 1 ? opening[1] : ask(talk, forum), Outcome.values(), Impression::pick);
        if (outcome.isEmpty()) {
            return talk.goOnWith(name(), forum.id());
        }
        impressions.note(forum, talk.with(), outcome.get());
        return talk.end(talk.line("thanks", forum.title(), Impression.pick(outcome.get()))
                .with(Choice.to(phrase("after.change"), name(), forum.id()), Choice.to("forums"), SayHowItWas.menu())
                .thatLasts());
    }

    /** Whoever said something of the forum is asked, and can answer as long as it counts. */
    private boolean isAsked(Talk talk, Forum forum) {
        var now = clock.instant();
        return !now.isBefore(Occasion.QUARTER_LATER.nominal(forum))
                && now.isBefore(Occasion.QUARTER_LATER.closes(forum))
                && impressions.of(forum.id(), talk.with()).isPresent();
    }

    private static String ask(Talk talk, Forum forum) {
        var outcomes = Arrays.stream(Outcome.values())
                .map(outcome ->
                        new Choice(Impression.pick(outcome), phrase("applied.outcome." + Impression.pick(outcome))))
                .toList();
        return talk.ask(choice("outcome", outcomes, forum.title()));
    }
}
