package org.pokana.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who answers for people's data, as the operator named them.
 *
 * @param organisation its name
 * @param contact how to reach it: an e-mail address, a telephone number
 */
@ConfigurationProperties("pokana")
record ResponsibleSettings(
        @Nullable String organisation, @Nullable String contact) {}
