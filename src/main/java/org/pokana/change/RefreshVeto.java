package org.pokana.change;

import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.forum.Forums;
import org.pokana.messaging.Message;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets nothing be put in the place of an older card that is out of date itself by now. */
@Component
class RefreshVeto implements Veto {

    private static final Pattern ID = Pattern.compile("now:(?<forum>[^:]+):(?<version>\\d+):.+");

    private final Forums forums;

    RefreshVeto(Forums forums) {
        this.forums = forums;
    }

    @Override
    public Optional<Objection> against(Message message) {
        var id = ID.matcher(message.id());
        if (!id.matches()) {
            return Optional.empty();
        }
        long version = Long.parseLong(id.group("version"));
        return forums.find(id.group("forum"))
                        .filter(forum -> forum.version() == version)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Objection.never("the forum changed again"));
    }
}
