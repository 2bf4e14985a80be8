package org.pokana.announcement;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose nights are kept quiet. */
@ConfigurationProperties("pokana")
public record AnnouncementSettings(
        @DefaultValue("Europe/Sofia") ZoneId zone) {}
