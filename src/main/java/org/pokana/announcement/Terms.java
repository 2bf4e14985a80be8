package org.pokana.announcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an announcement is to be sent.
 *
 * @param atNight quiet hours do not hold it back
 * @param timing when it leaves, if not as soon as it is confirmed
 * @param notAfter nobody gets it later than this
 * @param receipt it carries a button by which people say that they have read it
 * @param urgent why it does not count towards how much a person gets; shown to everybody who gets it
 */
public record Terms(
        Narrowing narrowing,
        boolean atNight,
        @Nullable Timing timing,
        @Nullable Instant notAfter,
        boolean receipt,
        @Nullable String urgent) {

    public static final Terms USUAL = new Terms(Narrowing.NONE, false, null, null, false, null);

    Terms with(Narrowing narrower) {
        return new Terms(narrower, atNight, timing, notAfter, receipt, urgent);
    }

    Terms atNight(boolean also) {
        return new Terms(narrowing, also, timing, notAfter, receipt, urgent);
    }

    Terms at(Timing later) {
        return new Terms(narrowing, atNight, later, notAfter, receipt, urgent);
    }

    Terms notAfter(Instant latest) {
        return new Terms(narrowing, atNight, timing, latest, receipt, urgent);
    }

    Terms withReceipt(boolean wanted) {
        return new Terms(narrowing, atNight, timing, notAfter, wanted, urgent);
    }

    Terms urgentBecause(String reason) {
        return new Terms(narrowing, atNight, timing, notAfter, receipt, reason);
    }
}
