package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Objects;
import java.util.stream.Stream;
import org.pokana.contact.Profile;
import org.pokana.kernel.Phrase;

/** Says how far somebody got in the form, counting only what they are really asked. */
final class Steps {

    /** For a question that stands alone. */
    static final Phrase NONE = verbatim("");

    private final long all;
    private int asked;

    Steps(Profile known) {
        all = Stream.of(known.group(), known.municipality(), known.organisation(), known.name())
                .filter(Objects::isNull)
                .count();
    }

    Phrase next() {
        asked++;
        return all > 1 ? phrase("register.step", asked, all) : NONE;
    }
}
