package org.pokana.followup;

import org.pokana.forum.Forum;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** How a forum was for those who came, in numbers alone: what they said in their own words stays with the team. */
@Component
public class Feedback {

    private final Impressions impressions;
    private final Tally tally;

    Feedback(Impressions impressions, Tally tally) {
        this.impressions = impressions;
        this.tally = tally;
    }

    public Phrase of(Forum forum) {
        return tally.of(forum, impressions.of(forum.id()));
    }
}
