package org.pokana.messaging;

import org.pokana.kernel.Address;

/** Knows what somebody is waited for to send, for channels that offer to attach files only then. */
@FunctionalInterface
public interface Awaits {

    boolean files(Address from);
}
