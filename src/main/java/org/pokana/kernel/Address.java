package org.pokana.kernel;

/** Where a message can be delivered, written {@code telegram:3527065}. */
public record Address(String channel, String id) {

    /** @throws IllegalArgumentException when the text has no channel and id around a colon */
    public static Address parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not an address such as telegram:123456");
        }
        return new Address(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return channel + ":" + id;
    }
}
