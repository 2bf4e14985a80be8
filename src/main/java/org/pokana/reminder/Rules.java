package org.pokana.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.pokana.forum.Forum;
import org.pokana.messaging.QuietHours;
import org.pokana.settings.Chosen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which rules hold for a forum: its own, else the usual ones. */
@Component
class Rules {

    private static final Logger log = LoggerFactory.getLogger(Rules.class);

    /** Less than this before the start, a reminder that waited for the morning would come too late. */
    private static final Duration NEEDED = Duration.ofMinutes(30);

    /** How it is written down that a forum has no reminders at all, as none of its own are the usual ones. */
    static final List<String> NONE = List.of("none");

    private final List<ReminderRule> installed;
    private final Supplier<Chosen> chosen;
    private final Set<String> complainedAbout = ConcurrentHashMap.newKeySet();

    Rules(ReminderSettings installed, Supplier<Chosen> chosen) {
        this.installed = installed.rules();
        this.chosen = chosen;
    }

    /** As the owner has them at the desk, else the operator. */
    List<ReminderRule> usual() {
        var rules = chosen.get().reminders();
        return rules == null
                ? installed
                : rules.stream().map(ReminderRule::parse).toList();
    }

    List<ReminderRule> installed() {
        return installed;
    }

    /** Whether it has no rules of its own. */
    boolean areUsual(Forum forum) {
        return forum.reminders().isEmpty();
    }

    List<ReminderRule> of(Forum forum) {
        if (forum.reminders().equals(NONE)) {
            return List.of();
        }
        if (forum.reminders().isEmpty()) {
            return usual();
        }
        try {
            return forum.reminders().stream()
                    .map(ReminderRule::parse)
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException malformed) {
            complain(forum, String.valueOf(malformed.getMessage()));
            return usual();
        }
    }

    /** The people registered are not to miss their reminders because of a slip of the pen; but it is said, once. */
    private void complain(Forum forum, String what) {
        if (complainedAbout.add(forum.id() + what)) {
            log.error("Forum {} is reminded of by the usual rules. {}", forum.id(), what);
        }
    }

    /** When a rule rings for the forum if nothing holds it up. */
    static Instant dueAt(ReminderRule rule, Forum forum) {
        return considerate(rule.dueAt(forum.startsAt()), forum);
    }

    /** The moment itself, or the morning after the night it falls into, if that still leaves time before the start. */
    static Instant considerate(Instant moment, Forum forum) {
        return QuietHours.morningAfter(moment, forum.zone())
                .filter(morning -> !morning.plus(NEEDED).isAfter(forum.starts()))
                .orElse(moment);
    }
}
