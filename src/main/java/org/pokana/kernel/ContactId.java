package org.pokana.kernel;

/** A person we talk to, on whichever channel. */
public record ContactId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
