package org.pokana.forum;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.stereotype.Component;

/** Whom a helper at the door checked in: they learn how many, and once they are forgotten nobody knows who it was. */
@Component
class DoorWork implements Remembers, Forgets {

    private final Arrivals arrivals;

    DoorWork(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public String name() {
        return "door-work";
    }

    @Override
    public List<Map<String, Object>> of(ContactId contact, List<Address> addresses) {
        return arrivals.notedBy(contact).stream()
                .filter(registration -> !registration.contactId().equals(contact))
                .collect(groupingBy(Registration::forum, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(forum -> Map.<String, Object>of("forum", forum.getKey(), "checkedIn", forum.getValue()))
                .toList();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        arrivals.forgetWhoNoted(contact);
    }
}
