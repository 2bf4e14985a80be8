package org.pokana.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that failed at the store with what is wrong and what to do, instead of a stack trace. */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StoreFailure failure) {
        return new FailureAnalysis(String.valueOf(failure.getMessage()), failure.action(), failure);
    }
}
