package org.pokana.conversation;

import java.util.Set;

/** The commands that steer an open talk rather than open one. */
final class Steering {

    static final String BACK = "back";
    static final String CANCEL = "cancel";
    static final String CONTINUE = "continue";
    static final String AGAIN = "again";

    static final Set<String> COMMANDS = Set.of(BACK, CANCEL, CONTINUE, AGAIN);

    private Steering() {}
}
