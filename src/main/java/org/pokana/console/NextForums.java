package org.pokana.console;

import java.util.List;
import java.util.Locale;

/** The forums the public page shows, the soonest first. */
@FunctionalInterface
interface NextForums {

    List<ForumCard> in(Locale language);
}
