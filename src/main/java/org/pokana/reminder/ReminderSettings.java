package org.pokana.reminder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** When people are reminded of forums that have no rules of their own. */
@ConfigurationProperties("pokana")
public record ReminderSettings(@Nullable String reminders) {

    static final String USUAL = "7d@10:00,1d@10:00,2h";

    /**
     * A setting left empty is a setting not made.
     *
     * @throws BadReminders when a rule makes no sense
     */
    List<ReminderRule> rules() {
        var text = reminders == null || reminders.isBlank() ? USUAL : reminders;
        try {
            return ReminderRule.parseAll(text);
        } catch (IllegalArgumentException malformed) {
            throw new BadReminders(text, malformed);
        }
    }
}
