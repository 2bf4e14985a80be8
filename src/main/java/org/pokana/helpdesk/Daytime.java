package org.pokana.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
import org.springframework.stereotype.Component;

/** When people are told what they did not ask for just now: at once if they are awake, as they have just written; else by day. */
@Component
class Daytime {

    /** Who wrote so lately is not asleep. */
    private static final Duration AWAKE = Duration.ofMinutes(30);

    private final HelpdeskSettings settings;
    private final Clock clock;

    Daytime(HelpdeskSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param lane in which it leaves if it leaves at once */
    Optional<Post> post(String id, Contact to, Content content, String cause, Lane lane) {
        var now = clock.instant();
        var due = isAwake(to, now)
                ? now
                : QuietHours.morningAfter(now, settings.zone()).orElse(now);
        var by = due.equals(now) ? lane : Lane.REMINDER;
        return to.address().map(address -> Post.of(id, to.id(), address, by, content, cause, due));
    }

    private static boolean isAwake(Contact who, Instant now) {
        return who.reaches().stream().map(Reach::lastHeard).anyMatch(heard -> heard.plus(AWAKE)
                .isAfter(now));
    }
}
