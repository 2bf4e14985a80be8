package org.pokana.contact;

import java.time.Instant;

/**
 * An agreement to a named use of personal data, with proof of what was agreed to.
 *
 * @param purpose such as {@code registration}
 * @param textHash SHA-256 of the exact text shown, in the language it was shown in
 */
public record Consent(String purpose, int textVersion, String textHash, String language, String channel, Instant at) {}
