package org.pokana.forum;

import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;

/** Wants to know which organizer changed a forum, and where they are to be told what people say to it. */
@FunctionalInterface
public interface ChangeWatch {

    /** Safe to repeat; the people concerned may not have been told yet. */
    void changed(Forum forum, ContactId by, Address at);
}
