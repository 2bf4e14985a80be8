package org.pokana.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pokana.forum.Forum;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which rules hold for a forum: its own, else the usual ones. */
@Component
class Rules {

    private static final Logger log = LoggerFactory.getLogger(Rules.class);

    private final ReminderSettings settings;
    private final Set<String> complainedAbout = ConcurrentHashMap.newKeySet();

    Rules(ReminderSettings settings) {
        this.settings = settings;
    }

    List<ReminderRule> of(Forum forum) {
        if (forum.reminders().isEmpty()) {
            return settings.rules();
        }
        try {
            return forum.reminders().stream()
                    .map(ReminderRule::parse)
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException malformed) {
            complain(forum, String.valueOf(malformed.getMessage()));
            return settings.rules();
        }
    }

    /** The people registered are not to miss their reminders because of a slip of the pen; but it is said, once. */
    private void complain(Forum forum, String what) {
        if (complainedAbout.add(forum.id() + what)) {
            log.error("Forum {} is reminded of by the usual rules. {}", forum.id(), what);
        }
    }

    /** When a rule rings for the forum if nothing holds it up. */
    Instant dueAt(ReminderRule rule, Forum forum) {
        return QuietHours.after(rule.dueAt(forum.startsAt()), forum.startsAt());
    }
}
