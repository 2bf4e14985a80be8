package org.pokana.forum;

import java.util.List;
import org.pokana.conversation.Question;
import org.pokana.conversation.Questions;

/** Asks which forum is meant, for the features around forums; the first ones given are offered. */
public final class ForumChoice {

    private ForumChoice() {}

    public static Question<Forum> among(List<Forum> forums) {
        return Questions.oneOf(
                "forum", forums.stream().limit(Facts.MOST_OFFERED).toList(), Forum::id, Facts::label);
    }
}
