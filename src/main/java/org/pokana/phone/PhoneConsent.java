package org.pokana.phone;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import org.pokana.contact.Consent;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Who sees a number and what for: whoever leaves one after reading this agrees to it. */
@Component
class PhoneConsent {

    static final String PURPOSE = "phone";

    /** To be raised whenever {@code phone.consent} says something else. */
    static final int TEXT_VERSION = 1;

    private final Contacts contacts;
    private final Words words;
    private final PhoneSettings settings;
    private final Clock clock;

    PhoneConsent(Contacts contacts, Words words, PhoneSettings settings, Clock clock) {
        this.contacts = contacts;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    Phrase text() {
        return phrase("phone.consent", settings.retentionDays());
    }

    /** With proof of the exact text that was agreed to. */
    void keep(Talk talk) {
        contacts.consents(
                talk.with(),
                new Consent(
                        PURPOSE,
                        TEXT_VERSION,
                        Consent.hash(words.say(text(), talk.language())),
                        talk.language().toLanguageTag(),
                        talk.address().channel(),
                        clock.instant()));
    }
}
