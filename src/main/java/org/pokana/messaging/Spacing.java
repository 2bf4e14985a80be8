package org.pokana.messaging;

import java.time.Duration;

/**
 * How closely messages may follow each other in one chat.
 *
 * @param atOnce so many without a pause
 * @param each and one more each time this has passed
 */
public record Spacing(int atOnce, Duration each) {

    /** Where nobody minds. */
    public static final Spacing NONE = new Spacing(1, Duration.ZERO);
}
