package org.pokana.faq;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an answer did not help; stored by name. */
public enum Complaint {
    WRONG,
    OUTDATED,
    /** It answers another question. */
    BESIDE,
    UNCLEAR;

    /** As it stands in commands and phrases. */
    public String said() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Complaint> of(String said) {
        return Arrays.stream(values()).filter(one -> one.said().equals(said)).findFirst();
    }
}
