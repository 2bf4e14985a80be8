package org.pokana.organizer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who organizes from the start, and where links lead.
 *
 * @param organizers addresses such as {@code telegram:123456}, separated by commas
 * @param publicUrl where people find the web chat
 */
@ConfigurationProperties("pokana")
record OrganizerSettings(
        @Nullable String organizers,
        @DefaultValue("http://localhost:8080") String publicUrl) {

    /** @throws BadOrganizers when one of them is no address */
    Set<Address> owners() {
        if (organizers == null) {
            return Set.of();
        }
        return Arrays.stream(organizers.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(OrganizerSettings::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Address address(String text) {
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadOrganizers(text, e);
        }
    }

    String link(String start) {
        return publicUrl.replaceFirst("/+$", "") + "/?start=" + start;
    }
}
