package org.pokana.forum;

import java.util.Optional;

/** A person's name as it stands in lists. */
public final class PersonName {

    /** So many characters at most. */
    public static final int LONGEST = 80;

    private PersonName() {}

    /** On one line and without anything invisible; empty when there is no letter in it, or too many. */
    public static Optional<String> of(String written) {
        return OneLine.of(written, LONGEST);
    }
}
