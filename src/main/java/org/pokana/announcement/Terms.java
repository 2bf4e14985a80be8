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
 * @param standing who registers for the forum later gets it then
 * @param urgent why it does not count towards how much a person gets; shown to everybody who gets it
 */
public record Terms(
        Narrowing narrowing,
        boolean atNight,
        @Nullable Timing timing,
        @Nullable Instant notAfter,
        boolean receipt,
        boolean standing,
        @Nullable String urgent) {

    public static final Terms USUAL = new Terms(Narrowing.NONE, false, null, null, false, false, null);

    Terms with(Narrowing narrower) {
        return new Terms(narrower, atNight, timing, notAfter, receipt, standing, urgent);
    }

    Terms atNight(boolean also) {
        return new Terms(narrowing, also, timing, notAfter, receipt, standing, urgent);
    }

    Terms at(Timing later) {
        return new Terms(narrowing, atNight, later, notAfter, receipt, standing, urgent);
    }

    Terms notAfter(Instant latest) {
        return new Terms(narrowing, atNight, timing, latest, receipt, standing, urgent);
    }

    Terms withReceipt(boolean wanted) {
        return new Terms(narrowing, atNight, timing, notAfter, wanted, standing, urgent);
    }

    Terms standing(boolean also) {
        return new Terms(narrowing, atNight, timing, notAfter, receipt, also, urgent);
    }

    Terms urgentBecause(String reason) {
        return new Terms(narrowing, atNight, timing, notAfter, receipt, standing, reason);
    }
}
