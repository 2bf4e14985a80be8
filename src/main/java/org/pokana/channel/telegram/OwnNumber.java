package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody's own contact, sent on purpose, as whoever types says their number; other people's are nobody's to send. */
final class OwnNumber {

    private static final int MOST_DIGITS = 15;

    private OwnNumber() {}

    /** Empty if there is none. */
    static String said(JsonNode message) {
        var contact = message.path("contact");
        var sender = message.path("from").path("id");
        boolean own = contact.path("user_id").isIntegralNumber()
                && sender.isIntegralNumber()
                && contact.path("user_id").asLong() == sender.asLong();
        var digits = contact.path("phone_number").asText("").replaceAll("[^0-9]", "");
        return own && !digits.isEmpty() && digits.length() <= MOST_DIGITS && !isForwarded(message) ? "+" + digits : "";
    }

    private static boolean isForwarded(JsonNode message) {
        return message.has("forward_origin") || message.has("forward_date");
    }
}
