package org.pokana.announcement;

/**
 * What became of an announcement; each person it was for is in exactly one of the numbers.
 *
 * @param unsent called off: they opted out, it was stopped, or it could not leave in time
 */
public record Report(int delivered, int blocked, int failed, int uncertain, int unsent) {

    public int total() {
        return delivered + blocked + failed + uncertain + unsent;
    }
}
