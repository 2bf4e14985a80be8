package org.pokana.messaging;

import java.time.Duration;
import org.pokana.kernel.Address;

/** How sending ended. The courier, not the channel, decides what to do about it. */
public sealed interface Delivery {

    /** @param receipt the service's own id of the message, by which it can be edited later */
    record Delivered(String receipt) implements Delivery {}

    /** Throttled: the service asked us to wait. */
    record TryLater(Duration after) implements Delivery {}

    /** It certainly never left us: refused connection, unknown host. */
    record NotSent(String reason) implements Delivery {}

    /** It may or may not have arrived: silence after writing, a server error, an unreadable answer. */
    record Uncertain(String reason) implements Delivery {}

    /** The service will never accept this message. */
    record Refused(String reason) implements Delivery {}

    /** What it carries is more than the service takes. */
    record TooLarge(String reason) implements Delivery {}

    /** The bot is in that chat but may not write there; others can give it the right. */
    record Barred(String reason) implements Delivery {}

    /** The person blocked us or left: stop writing to this address. */
    record Gone(String reason) implements Delivery {}

    /** The chat has another address from now on; nothing was delivered. */
    record Moved(Address to) implements Delivery {}

    /** The channel as a whole may not send any more, such as when its token was revoked. */
    record Closed(String reason) implements Delivery {}
}
