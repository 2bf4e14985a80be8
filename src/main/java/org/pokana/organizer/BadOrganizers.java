package org.pokana.organizer;

/** An operator named an organizer in a way we cannot read. */
final class BadOrganizers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadOrganizers(String text, Throwable cause) {
        super("POKANA_ORGANIZERS has '%s', which is not an address such as telegram:123456.".formatted(text), cause);
    }
}
