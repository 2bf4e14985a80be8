package org.pokana.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was said is kept.
 *
 * @param retentionDays what people wrote and were told is removed after this many days
 */
@ConfigurationProperties("pokana")
record PrivacySettings(@DefaultValue("90") int retentionDays) {

    PrivacySettings {
        if (retentionDays < 1) {
            throw new IllegalArgumentException("POKANA_RETENTION_DAYS is " + retentionDays + "; it must be 1 or more.");
        }
    }

    Duration retention() {
        return Duration.ofDays(retentionDays);
    }
}
