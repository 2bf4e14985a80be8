package org.pokana.messaging;

/** How fetching a file ended. */
public sealed interface Fetched {

    record Here(byte[] bytes) implements Fetched {}

    /** Larger than was asked for, or than the service hands out. */
    record TooBig() implements Fetched {}

    /** It could not be had just now, or no longer can. */
    record Away(String reason) implements Fetched {}
}
