package org.pokana.console;

import java.util.List;
import java.util.Map;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.pokana.settings.Settings;
import org.springframework.stereotype.Component;

/** Who changed the settings last. */
@Component
class SettingsMemory implements Remembers, Forgets {

    private final Settings settings;

    SettingsMemory(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var chosen = settings.latest();
        return contact.value().equals(chosen.by())
                ? List.of(Map.of("changedSettingsAt", String.valueOf(chosen.at())))
                : List.of();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        settings.forget(contact);
    }
}
