package org.pokana.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's wish to be forgotten, kept until nothing is left of them but this.
 *
 * @param carriedOutAt when everything was removed, if it was; what arrives later for them is removed once more
 */
@Document("erasures")
record Erasure(
        @Id String contact,
        List<String> addresses,
        Instant requestedAt,
        @Nullable Instant carriedOutAt) {

    static Erasure of(ContactId contact, List<Address> addresses, Instant now) {
        return new Erasure(
                contact.value(), addresses.stream().map(Address::toString).toList(), now, null);
    }

    ContactId person() {
        return new ContactId(contact);
    }

    List<Address> at() {
        return addresses.stream().map(Address::parse).toList();
    }
}
