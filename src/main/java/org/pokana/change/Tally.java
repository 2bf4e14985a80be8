package org.pokana.change;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.Phrase;

/**
 * How far a change of a forum has got to people.
 *
 * @param people how many hold or await a seat and can be told
 * @param understood how many of them said that they have understood
 * @param left how many gave it up since
 * @param missing whom nobody has heard of, guests among them
 */
public record Tally(int people, int understood, int left, List<Registration> missing) {

    Phrase words(Forum forum) {
        return phrase("change.tally", Facts.label(forum), understood, people, left);
    }
}
