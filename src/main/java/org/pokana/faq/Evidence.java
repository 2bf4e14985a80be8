package org.pokana.faq;

/**
 * What speaks for one entry. One phrasing that matches may be chance, a second one hardly is; so both count, together
 * with how much of the question the entry's phrasings cover among them.
 */
final class Evidence {

    private double best;
    private double second;
    private double together;

    /** What the question has besides counts against the phrasing more than what the phrasing has besides. */
    void phrasing(double met, double asked, double offered) {
        double alike = met / (met + 0.8 * Math.max(0, asked - met) + 0.3 * Math.max(0, offered - met));
        if (alike > best) {
            second = best;
            best = alike;
        } else {
            second = Math.max(second, alike);
        }
    }

    /** Answers mention much in passing. */
    void answer(double met, double asked) {
        best = Math.max(best, 0.6 * met / (met + 0.8 * Math.max(0, asked - met)));
    }

    void together(double met, double asked) {
        together = Math.max(together, met / asked);
    }

    double score() {
        return 0.4 * best + 0.3 * second + 0.3 * together;
    }
}
