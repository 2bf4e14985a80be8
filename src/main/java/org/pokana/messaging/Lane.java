package org.pokana.messaging;

/** Which queue a message waits in; replies never wait behind the other two. */
public enum Lane {
    REPLY,
    REMINDER,
    ANNOUNCEMENT
}
