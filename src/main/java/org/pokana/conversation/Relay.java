package org.pokana.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;

/**
 * A flow that carries words to somebody else: while two people talk, we are only the post, and silent. It is asked before
 * anything else takes free text, but after commands, buttons and what is typed in place of them.
 */
public interface Relay extends Flow {

    /** What it is opened with to carry the words; empty when they are meant for us. */
    Optional<String> takes(Contact person, Remark remark);

    /**
     * What somebody said.
     *
     * @param id of the message, so that carrying it twice is carrying it once
     * @param repliedTo the outbox id of our message that it replies to, if it does
     * @param seen the outbox id of the last message with choices under it that they got
     * @param asked whether a form waits for an answer
     */
    record Remark(
            String id,
            String text,
            @Nullable String repliedTo,
            @Nullable String seen,
            boolean asked) {

        /** Not said to a message in particular. */
        Remark toNobody() {
            return new Remark(id, text, null, seen, asked);
        }
    }
}
