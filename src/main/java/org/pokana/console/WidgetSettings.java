package org.pokana.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param widgetSites the sites that may show our chat, such as {@code https://ngo.example}, separated by commas */
@ConfigurationProperties("pokana")
record WidgetSettings(@Nullable String widgetSites) {}
