package org.pokana.kernel;

import java.util.function.Consumer;

/** A moment at which the process may die without harm; there is a test that lets it die at each of them. */
public enum CrashPoint {
    /** Something came, and is stored nowhere. */
    RECEIVED,

    /** It is in the inbox. */
    STORED,

    /** Telegram's numbers are followed up to it, and Telegram does not know that we have it. */
    FOLLOWED,

    /** It is about to be heard. */
    HEARING,

    /** What to say to it is decided, and known nowhere. */
    DECIDED,

    /** The conversation knows what is to be said, the outbox does not. */
    REMEMBERED,

    /** The outbox knows, the conversation does not know that it does. */
    PUT,

    /** All is said, and the inbox still takes it for unheard. */
    ANSWERED,

    /** A message is claimed for sending, and has not left. */
    CLAIMED,

    /** It was accepted by the service, and that is noted nowhere. */
    ACCEPTED,

    /** It is noted as sent. */
    NOTED,

    /** Part of an announcement is in the outbox, the announcement does not know. */
    HANDED_OUT,

    /** Part of a reminder is in the outbox, its wave does not know. */
    RUNG;

    private static volatile Consumer<CrashPoint> fate = point -> {};

    /** Does nothing. */
    public void hit() {
        fate.accept(this);
    }

    /** For tests, in a process of their own: no setting leads here. */
    static void decidedBy(Consumer<CrashPoint> other) {
        fate = other;
    }
}
