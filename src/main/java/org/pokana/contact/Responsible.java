package org.pokana.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who answers for people's data, as the operator named them; people are told in {@code /privacy}.
 *
 * @param organisation its name
 * @param contact how to reach it: an e-mail address, a telephone number
 */
@ConfigurationProperties("pokana")
public record Responsible(
        @Nullable String organisation, @Nullable String contact) {

    public Optional<String> name() {
        return given(organisation);
    }

    public Optional<String> reach() {
        return given(contact);
    }

    private static Optional<String> given(@Nullable String setting) {
        return Optional.ofNullable(setting).map(String::strip).filter(text -> !text.isEmpty());
    }
}
