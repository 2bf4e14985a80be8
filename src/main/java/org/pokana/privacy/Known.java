package org.pokana.privacy;

import java.util.List;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Remembers;
import org.springframework.stereotype.Component;

/** Who a person is to us: addresses, language, profile, consents, roles. */
@Component
class Known implements Remembers {

    private final Contacts contacts;

    Known(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return contacts.find(contact).stream().toList();
    }
}
