package org.pokana.answers;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose days and nights count. */
@ConfigurationProperties("pokana")
record AnswersSettings(@DefaultValue("Europe/Sofia") ZoneId zone) {}
