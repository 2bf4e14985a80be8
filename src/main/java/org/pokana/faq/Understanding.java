package org.pokana.faq;

import java.util.List;

/** What we make of a question. */
public sealed interface Understanding {

    /** This is it. */
    record Answer(Match match) implements Understanding {}

    /** Perhaps one of these, at most three, the likeliest first; the person knows which. */
    record Choose(List<Match> matches) implements Understanding {}

    /** No entry is near enough to be offered. */
    record Nothing() implements Understanding {}
}
