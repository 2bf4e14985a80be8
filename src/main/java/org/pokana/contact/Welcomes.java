package org.pokana.contact;

import java.util.Set;
import org.pokana.kernel.Address;

/** Says which roles somebody new has from the first word, because the operator named their address. */
@FunctionalInterface
public interface Welcomes {

    Set<Role> rolesOf(Address address);
}
