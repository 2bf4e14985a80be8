package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A point on the map that somebody sent, as whoever types says it: the name and address it may have, then its degrees. */
final class Pin {

    private Pin() {}

    /** Empty if there is none. */
    static String said(JsonNode message) {
        var location = message.path("location");
        if (!location.path("latitude").isNumber() || !location.path("longitude").isNumber()) {
            return "";
        }
        var degrees = String.format(
                Locale.ROOT,
                "%.5f, %.5f",
                location.path("latitude").asDouble(),
                location.path("longitude").asDouble());
        var venue = message.path("venue");
        return Stream.of(venue.path("title").asText(""), venue.path("address").asText(""), degrees)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
