package org.pokana.organizer;

import java.util.Set;
import org.pokana.contact.Role;
import org.pokana.contact.Welcomes;
import org.pokana.kernel.Address;
import org.springframework.stereotype.Component;

/** The owners the operator named; they are owners from their first word. */
@Component
class NamedOwners implements Welcomes {

    private final Set<Address> addresses;

    NamedOwners(OrganizerSettings settings) {
        addresses = settings.owners();
    }

    Set<Address> addresses() {
        return addresses;
    }

    @Override
    public Set<Role> rolesOf(Address address) {
        return addresses.contains(address) ? Set.of(Role.OWNER) : Set.of();
    }
}
