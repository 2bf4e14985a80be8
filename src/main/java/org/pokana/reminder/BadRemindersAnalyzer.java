package org.pokana.reminder;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends such a start with a sentence instead of a stack trace. */
final class BadRemindersAnalyzer extends AbstractFailureAnalyzer<BadReminders> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadReminders bad) {
        return new FailureAnalysis(
                String.valueOf(bad.getMessage()),
                "Write rules separated by commas, or leave it out for " + ReminderSettings.USUAL + ".",
                bad);
    }
}
