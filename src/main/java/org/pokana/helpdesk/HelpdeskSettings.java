package org.pokana.helpdesk;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose nights are kept quiet, and how soon people get an answer.
 *
 * @param answerWithin so much working time
 */
@ConfigurationProperties("pokana")
record HelpdeskSettings(
        @DefaultValue("Europe/Sofia") ZoneId zone,
        @DefaultValue("12h") Duration answerWithin) {}
