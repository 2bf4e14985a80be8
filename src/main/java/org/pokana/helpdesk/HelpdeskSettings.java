package org.pokana.helpdesk;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose nights are kept quiet, and whose working days are counted. */
@ConfigurationProperties("pokana")
record HelpdeskSettings(@DefaultValue("Europe/Sofia") ZoneId zone) {}
