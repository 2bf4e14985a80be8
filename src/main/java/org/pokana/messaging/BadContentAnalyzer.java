package org.pokana.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with bad content with its sentence instead of a stack trace. */
class BadContentAnalyzer extends AbstractFailureAnalyzer<BadContent> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BadContent cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
