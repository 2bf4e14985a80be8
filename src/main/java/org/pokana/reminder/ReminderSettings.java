package org.pokana.reminder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** When people are reminded of forums that have no rules of their own. */
@ConfigurationProperties("pokana")
public record ReminderSettings(@Nullable String reminders) {

    static final String USUAL = "7d@10:00,1d@10:00,2h";

    public ReminderSettings {
        try {
            ReminderRule.parseAll(reminders == null ? USUAL : reminders);
        } catch (IllegalArgumentException e) {
            // Without the cause: the start tells only the innermost message, and it must name the setting.
            throw new IllegalArgumentException("POKANA_REMINDERS is wrong. " + e.getMessage());
        }
    }

    /** A setting left empty is a setting not made. */
    List<ReminderRule> rules() {
        return ReminderRule.parseAll(reminders == null || reminders.isBlank() ? USUAL : reminders);
    }
}
