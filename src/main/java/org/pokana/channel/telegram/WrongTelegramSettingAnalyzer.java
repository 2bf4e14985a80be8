package org.pokana.channel.telegram;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Comes before Spring's own analyzer, which would print the value of the setting: a token. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongTelegramSettingAnalyzer extends AbstractFailureAnalyzer<WrongTelegramSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongTelegramSetting wrong) {
        return new FailureAnalysis(
                String.valueOf(wrong.getMessage()), "Correct the setting and start Pokana again.", wrong);
    }
}
