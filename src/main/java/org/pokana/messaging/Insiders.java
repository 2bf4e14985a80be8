package org.pokana.messaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.springframework.stereotype.Component;

/** Where organizers are reached, for channels that show them more than others. It grants nothing. */
@Component
public class Insiders {

    private final Contacts contacts;

    public Insiders(Contacts contacts) {
        this.contacts = contacts;
    }

    public List<Address> on(String channel) {
        return Stream.of(Role.OWNER, Role.ORGANIZER)
                .flatMap(this::withRole)
                .filter(address -> address.channel().equals(channel))
                .distinct()
                .toList();
    }

    private Stream<Address> withRole(Role role) {
        try (var people = contacts.withRole(role)) {
            return people.flatMap(Insiders::addresses).toList().stream();
        }
    }

    private static Stream<Address> addresses(Contact contact) {
        return contact.reaches().stream().map(Contact.Reach::address);
    }

    /** @param watcher told every address of whoever has other roles now */
    public void whenChanged(Consumer<Address> watcher) {
        contacts.whenRolesChange(contact -> addresses(contact).forEach(watcher));
    }
}
