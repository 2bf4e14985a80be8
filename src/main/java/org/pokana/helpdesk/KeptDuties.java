package org.pokana.helpdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.stereotype.Component;

/** On which topics somebody answers, and by what name they sign. */
@Component
class KeptDuties implements Remembers, Forgets {

    private final Team team;
    private final Signatures signatures;

    KeptDuties(Team team, Signatures signatures) {
        this.team = team;
        this.signatures = signatures;
    }

    @Override
    public String name() {
        return "duties";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var duties = team.dutiesOf(contact).stream().map(duty -> Map.of("topic", duty.topic()));
        var signature = signatures.of(contact).stream().map(name -> Map.of("signature", name));
        return Stream.concat(duties, signature).map(LinkedHashMap::new).toList();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        team.dutiesOf(contact).forEach(duty -> team.isOff(contact, duty.topic()));
        signatures.signsNoMore(contact);
    }
}
