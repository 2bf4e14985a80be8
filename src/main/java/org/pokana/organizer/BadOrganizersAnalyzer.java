package org.pokana.organizer;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends such a start with a sentence instead of a stack trace. */
final class BadOrganizersAnalyzer extends AbstractFailureAnalyzer<BadOrganizers> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadOrganizers bad) {
        return new FailureAnalysis(
                String.valueOf(bad.getMessage()),
                "Write addresses separated by commas, or leave it out and use the link in the log.",
                bad);
    }
}
