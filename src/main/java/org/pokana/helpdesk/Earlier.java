package org.pokana.helpdesk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Saying;
import org.pokana.kernel.Address;
import org.pokana.messaging.Transcript;
import org.pokana.messaging.Transcript.Said;
import org.springframework.stereotype.Component;

/** What somebody said and was told before they asked for a person. */
@Component
class Earlier {

    private static final int LOOK_BACK = 60;
    private static final int BEFORE = 3;
    private static final int LONGEST_BEFORE = 90;

    private final Leads leads;
    private final Transcript transcript;
    private final Clock clock;

    Earlier(Leads leads, Transcript transcript, Clock clock) {
        this.leads = leads;
        this.transcript = transcript;
        this.clock = clock;
    }

    /** What they said lately that this is the key of. */
    Optional<Said> said(Address address, String key) {
        return transcript.latest(address, clock.instant().plusMillis(1), LOOK_BACK).stream()
                .filter(said -> said.byThem() && Saying.key(said.text()).equals(key))
                .findFirst();
    }

    /** What they asked lately of which an entry may have been the answer. */
    Optional<Said> saidAbout(Address address, String entry) {
        return transcript.latest(address, clock.instant().plusMillis(1), LOOK_BACK).stream()
                .filter(said -> said.byThem() && !said.text().startsWith("/"))
                .filter(said -> leads.nearest(said.text()).stream()
                        .anyMatch(near -> near.id().equals(entry)))
                .findFirst();
    }

    /** When they asked for a person: two messages before now, as the last is what they want to say. */
    Instant calledAt(Address address) {
        return transcript.latest(address, clock.instant().plusMillis(1), LOOK_BACK).stream()
                .filter(Said::byThem)
                .skip(1)
                .findFirst()
                .map(Said::at)
                .orElse(clock.instant());
    }

    /** The last few things said on either side until then, without what was pressed. */
    List<String> before(Address address, Instant until) {
        var said = new ArrayList<>(transcript.latest(address, until, 2 * BEFORE).stream()
                .filter(each -> !each.text().isBlank() && !each.text().startsWith("/"))
                .limit(BEFORE)
                .map(each -> (each.byThem() ? "› " : "‹ ") + News.cut(each.text(), LONGEST_BEFORE))
                .toList());
        Collections.reverse(said);
        return List.copyOf(said);
    }
}
