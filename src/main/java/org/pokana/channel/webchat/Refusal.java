package org.pokana.channel.webchat;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A request we do not take, and the sentence that tells the person why. */
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {

    /** Why; its name, in lower case, ends the key of the sentence and is what the page goes by. */
    enum Why {
        FOREIGN(HttpStatus.FORBIDDEN),
        NO_SESSION(HttpStatus.UNAUTHORIZED),
        UNREADABLE(HttpStatus.BAD_REQUEST),
        EMPTY(HttpStatus.BAD_REQUEST),
        TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        /** Files, while no question takes any. */
        NOT_ASKED(HttpStatus.CONFLICT),
        EMPTY_FILE(HttpStatus.BAD_REQUEST),
        FILES_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        TOO_MANY_FILES(HttpStatus.UNPROCESSABLE_CONTENT),
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
        AWAY(HttpStatus.SERVICE_UNAVAILABLE);

        private final HttpStatus status;

        Why(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Why why;
    private final Duration wait;

    Refusal(Why why) {
        this(why, Duration.ZERO);
    }

    Refusal(Why why, Duration wait) {
        super(why.code(), null, false, false);
        this.why = why;
        this.wait = wait;
    }

    Why why() {
        return why;
    }

    /** In whole seconds, rounded up. */
    long waitSeconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
