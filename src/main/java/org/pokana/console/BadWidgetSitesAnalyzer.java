package org.pokana.console;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends such a start with a sentence instead of a stack trace. */
final class BadWidgetSitesAnalyzer extends AbstractFailureAnalyzer<BadWidgetSites> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadWidgetSites bad) {
        return new FailureAnalysis(
                String.valueOf(bad.getMessage()),
                "Write scheme and host of each site, without a path, separated by commas; or leave it out.",
                bad);
    }
}
