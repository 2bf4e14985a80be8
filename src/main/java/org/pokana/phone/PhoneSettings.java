package org.pokana.phone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param retentionDays so long after somebody's last forum their number is kept */
@ConfigurationProperties("pokana")
public record PhoneSettings(@DefaultValue("90") int retentionDays) {}
