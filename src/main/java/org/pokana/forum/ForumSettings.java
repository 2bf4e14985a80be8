package org.pokana.forum;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators choose about forums.
 *
 * @param sample whether a store without any forum is filled from {@code forums.yaml}
 * @param zone in which new forums are held
 */
@ConfigurationProperties("pokana")
record ForumSettings(
        @DefaultValue("true") boolean sample,
        @DefaultValue("Europe/Sofia") ZoneId zone) {}
