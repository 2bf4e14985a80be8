package org.pokana.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether somebody may be in the photos of a forum, with proof of what they were asked.
 *
 * @param id the forum and the person
 * @param given null as long as they have only been asked
 * @param textHash SHA-256 of the exact question, in the language it was asked in
 * @param at when they said so last, or were asked
 */
@Document("photoConsents")
record PhotoConsent(
        @Id String id,
        @Indexed String forum,
        @Indexed String contact,
        @Nullable Boolean given,
        int textVersion,
        @Nullable String textHash,
        @Nullable String language,
        Instant at) {

    static String id(String forum, String contact) {
        return forum + ":" + contact;
    }
}
