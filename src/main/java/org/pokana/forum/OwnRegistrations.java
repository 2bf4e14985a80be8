package org.pokana.forum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.stereotype.Component;

/** What a person's registrations are to themselves: to be seen, and to be forgotten with the seats going to others. */
@Component
class OwnRegistrations implements Remembers, Forgets {

    private final Registrations registrations;
    private final Delegations delegations;

    OwnRegistrations(Registrations registrations, Delegations delegations) {
        this.registrations = registrations;
        this.delegations = delegations;
    }

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public List<Map<String, Object>> of(ContactId contact, List<Address> addresses) {
        var tookOver = delegations.takenBy(contact);
        return registrations.everOf(contact).stream()
                .map(registration -> plain(registration, contact, tookOver.contains(registration.forum())))
                .toList();
    }

    private static Map<String, Object> plain(Registration registration, ContactId contact, boolean tookOver) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("forum", registration.forum());
        plain.put("status", registration.status().name());
        plain.put("number", registration.number());
        var profile = registration.profile();
        put(plain, "name", profile.name());
        put(plain, "organisation", profile.organisation());
        put(plain, "group", profile.group());
        put(plain, "municipality", profile.municipality());
        plain.put("coming", registration.coming());
        plain.put("registeredAt", registration.registeredAt().toString());
        plain.put("changedAt", registration.changedAt().toString());
        atTheDoor(plain, registration, contact);
        var offer = registration.offer();
        if (offer != null) {
            plain.put("seatKeptUntil", offer.until().toString());
            plain.put("seatsLetPass", offer.lapses());
        }
        var link = registration.link();
        if (link != null) {
            plain.put("linkForAColleague", link.isOpen() ? "open" : "taken");
            plain.put("linkMadeAt", link.madeAt().toString());
        }
        if (tookOver) {
            plain.put("seatOfAColleague", true);
        }
        return plain;
    }

    private static void atTheDoor(Map<String, Object> plain, Registration registration, ContactId contact) {
        var arrivedAt = registration.checkedInAt();
        if (arrivedAt != null) {
            plain.put("checkedInAt", arrivedAt.toString());
            plain.put("checkedInBy", contact.value().equals(registration.checkedInBy()) ? "myself" : "the door");
        }
        var wrong = registration.wrongCodes();
        if (wrong != null) {
            plain.put("wrongCodes", wrong.count());
        }
    }

    private static void put(Map<String, Object> plain, String name, @Nullable String value) {
        if (value != null) {
            plain.put(name, value);
        }
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        delegations.forget(contact);
        registrations.everOf(contact).forEach(registration -> registrations.erase(registration.forum(), contact));
    }
}
