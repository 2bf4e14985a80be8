package org.pokana.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** In whose time pages say when something was that belongs to no forum. */
@ConfigurationProperties("pokana")
record ConsoleSettings(@DefaultValue("Europe/Sofia") ZoneId zone) {}
