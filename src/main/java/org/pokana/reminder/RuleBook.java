package org.pokana.reminder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.reminder.Wave.State;
import org.springframework.stereotype.Component;

/** Changes the rules of a forum: for what is still to ring, and never so that somebody is reminded of the same twice. */
@Component
class RuleBook {

    private final Forums forums;
    private final Rules rules;
    private final Waves waves;
    private final Clock clock;

    RuleBook(Forums forums, Rules rules, Waves waves, Clock clock) {
        this.forums = forums;
        this.rules = rules;
        this.waves = waves;
        this.clock = clock;
    }

    /** The forum with other rules of its own; none at all if there are none. */
    Forum follow(Forum forum, List<ReminderRule> wanted) {
        letPass(forum, wanted);
        forums.reminders(
                forum.id(),
                wanted.isEmpty()
                        ? Rules.NONE
                        : wanted.stream().map(ReminderRule::text).toList());
        return forums.find(forum.id()).orElse(forum);
    }

    /** The forum with the usual rules again. */
    Forum followUsual(Forum forum) {
        letPass(forum, rules.usual());
        forums.reminders(forum.id(), List.of());
        return forums.find(forum.id()).orElse(forum);
    }

    /** Before other rules become the usual ones: for each forum that has none of its own. */
    void usualChanges(List<ReminderRule> wanted) {
        forums.upcoming(clock.instant()).stream().filter(rules::areUsual).forEach(forum -> letPass(forum, wanted));
    }

    /** First, so that no tick takes a rule whose hour is over for one that has just struck. */
    private void letPass(Forum forum, List<ReminderRule> wanted) {
        var held = rules.of(forum);
        wanted.stream()
                .filter(rule -> !held.contains(rule))
                .filter(rule -> !Rules.dueAt(rule, forum).isAfter(clock.instant()))
                .forEach(rule -> waves.add(Wave.of(forum, rule, Rules.dueAt(rule, forum), State.SKIPPED)));
    }

    /** Without one, with another one, or both for one in the place of the other. */
    static List<ReminderRule> with(List<ReminderRule> held, Optional<ReminderRule> less, Optional<ReminderRule> more) {
        var wanted = new ArrayList<>(held);
        less.ifPresent(wanted::remove);
        more.filter(rule -> !wanted.contains(rule)).ifPresent(wanted::add);
        return wanted;
    }
}
