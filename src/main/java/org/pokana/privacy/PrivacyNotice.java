package org.pokana.privacy;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.contact.Responsible;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What people are told about their data, in the same words wherever they ask. */
@Component
public class PrivacyNotice {

    private final Responsible responsible;
    private final PrivacySettings settings;

    PrivacyNotice(Responsible responsible, PrivacySettings settings) {
        this.responsible = responsible;
        this.settings = settings;
    }

    /** Who keeps what, why and for how long. */
    public Phrase notice() {
        return phrase("privacy.notice", name(), reach(), settings.retentionDays());
    }

    /** Who sees it, by what right, and where to complain. */
    public Phrase more() {
        return phrase("privacy.more", reach());
    }

    private Phrase name() {
        return responsible
                .name()
                .map(name -> responsible
                        .address()
                        .map(address -> name + ", " + address)
                        .orElse(name))
                .map(Phrase::verbatim)
                .orElse(phrase("privacy.nobody-named"));
    }

    private Phrase reach() {
        return responsible.reach().map(Phrase::verbatim).orElse(phrase("privacy.no-contact-named"));
    }
}
