package org.pokana.messaging;

import java.util.List;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;

/** Implemented wherever something is kept about people, so that erasing a person reaches everything. */
@FunctionalInterface
public interface Forgets {

    /** Removes all that is kept here about the person; safe to repeat. */
    void forget(ContactId contact, List<Address> addresses);
}
