package org.pokana.forum;

import static org.pokana.conversation.Questions.yesNo;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.Locale;
import org.pokana.contact.Consent;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** The agreement without which nothing about a person is kept. */
@Component
class RegistrationConsent {

    static final String PURPOSE = "registration";

    /** To be raised whenever {@code register.consent} says something else, so that everybody is asked once more. */
    static final int TEXT_VERSION = 2;

    /** Word for word the same in every flow that asks for it. */
    private static final Phrase TEXT = phrase("register.consent");

    private final Contacts contacts;
    private final Words words;
    private final Clock clock;

    RegistrationConsent(Contacts contacts, Words words, Clock clock) {
        this.contacts = contacts;
        this.words = words;
        this.clock = clock;
    }

    /** True if given now or before; kept only by {@link #keep}. */
    boolean given(Talk talk) {
        return isKnown(talk) || talk.ask(yesNo("register", "consent", TEXT, phrase("register.consent.misunderstood")));
    }

    boolean isKnown(Talk talk) {
        return talk.contact()
                .consentTo(PURPOSE)
                .filter(consent -> consent.textVersion() >= TEXT_VERSION)
                .isPresent();
    }

    /** With proof of the exact text that was agreed to. */
    void keep(Talk talk) {
        if (isKnown(talk)) {
            return;
        }
        contacts.consents(
                talk.with(),
                new Consent(
                        PURPOSE,
                        TEXT_VERSION,
                        hash(talk.language()),
                        talk.language().toLanguageTag(),
                        talk.address().channel(),
                        clock.instant()));
    }

    String hash(Locale language) {
        return Consent.hash(words.say(TEXT, language));
    }
}
