package org.pokana.messaging;

import java.util.List;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;

/** Implemented wherever something is kept about people, so that they can see and download all of it. */
public interface Remembers {

    /** What kind of thing is kept, such as {@code registrations}. */
    String name();

    /** Everything kept here about the person, as plain values. */
    List<?> of(ContactId contact, List<Address> addresses);
}
