package org.pokana.forum;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What operators choose about forums; {@code sample}: whether a store without any forum is filled from {@code forums.yaml}. */
@ConfigurationProperties("pokana")
record ForumSettings(@DefaultValue("true") boolean sample) {}
