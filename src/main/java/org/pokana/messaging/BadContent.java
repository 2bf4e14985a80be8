package org.pokana.messaging;

import java.io.Serial;

/** Content that cannot be used; the message is one sentence with file, line and reason. */
public class BadContent extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    BadContent(String file, String reason) {
        super(file + ": " + reason + ".");
    }

    BadContent(String file, int line, String reason) {
        super(file + ", line " + line + ": " + reason + ".");
    }
}
