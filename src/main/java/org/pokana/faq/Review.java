package org.pokana.faq;

import java.time.Period;
import java.time.YearMonth;

/** When an answer has to be looked at again: rules change about once a year. */
public final class Review {

    private static final Period GOOD_FOR = Period.ofYears(1);

    private Review() {}

    /** The first month in which it has to be looked at. */
    public static YearMonth due(YearMonth checked) {
        return checked.plus(GOOD_FOR);
    }

    /** The last month for whose checks that is so. */
    static YearMonth dueIfCheckedIn(YearMonth now) {
        return now.minus(GOOD_FOR);
    }

    public static boolean isDue(FaqEntry entry, YearMonth now) {
        return entry.checked().map(checked -> !due(checked).isAfter(now)).orElse(false);
    }
}
