package org.pokana.faq;

/** What became of a wish to change an entry. */
public sealed interface Edited {

    /** People get it like this from now on. */
    record Done(Version now) implements Edited {}

    /** Somebody else changed it meanwhile; this is what it is now. */
    record Overtaken(Version now) implements Edited {}

    /** There is no such entry or version. */
    record Gone() implements Edited {}

    /** It cannot be shown to people like this. */
    record Refused(Fault fault) implements Edited {}

    /**
     * What is wrong.
     *
     * @param field as it is called in the file, such as {@code answer}
     * @param limit what would have fitted, if it is about a number
     */
    record Fault(String field, Kind kind, int limit) {

        /** Why something does not fit. */
        public enum Kind {
            MISSING,
            TOO_LONG,
            TOO_MANY,
            UNKNOWN,
            TAKEN
        }
    }
}
