package org.pokana.reminder;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.messaging.Outbox;
import org.pokana.reminder.Wave.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reminds the people registered for each forum when its rules say so, and each of them once. */
@Component
public class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    /** A restart may lie between a rule becoming known and the tick that sees it. */
    private static final Duration OVERLOOKED = Duration.ofMinutes(5);

    private final Forums forums;
    private final Rules rules;
    private final Waves waves;
    private final Expansion expansion;
    private final Outbox outbox;
    private final Clock clock;

    Reminders(Forums forums, Rules rules, Waves waves, Expansion expansion, Outbox outbox, Clock clock) {
        this.forums = forums;
        this.rules = rules;
        this.waves = waves;
        this.expansion = expansion;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One tick: any instance, any number of times, also at once. */
    public void ringDue() {
        var now = clock.instant();
        plan(forums.upcoming(now).stream()
                .filter(forum -> !forum.hasStarted(now))
                .toList());
        waves.due().stream().collect(groupingBy(Wave::forum)).forEach(this::ringSafely);
    }

    private void plan(List<Forum> upcoming) {
        var known = waves.known(upcoming.stream()
                .flatMap(forum -> rules.of(forum).stream().map(rule -> Wave.id(forum, rule)))
                .toList());
        for (Forum forum : upcoming) {
            var fresh = rules.of(forum).stream()
                    .filter(rule -> !known.contains(Wave.id(forum, rule)))
                    .toList();
            if (!fresh.isEmpty()) {
                callOffOlderVersions(forum); // first, so that a crash in between repeats it
                fresh.forEach(rule -> waves.add(wave(forum, rule)));
            }
        }
    }

    private void callOffOlderVersions(Forum forum) {
        waves.before(forum.id(), forum.version()).stream()
                .map(Wave::cause)
                .distinct()
                .forEach(cause -> outbox.callOff(cause, Optional.empty(), "the forum changed"));
    }

    private Wave wave(Forum forum, ReminderRule rule) {
        var dueAt = Rules.dueAt(rule, forum);
        boolean past = !dueAt.isAfter(forum.changedAt())
                || dueAt.isBefore(clock.instant().minus(OVERLOOKED));
        return Wave.of(forum, rule, dueAt, past ? State.SKIPPED : State.PENDING);
    }

    /** The trouble of one forum must not silence the others. */
    private void ringSafely(String forum, List<Wave> due) {
        try {
            ring(forums.find(forum), due);
        } catch (RuntimeException e) {
            log.error("reminding of forum {} failed and is tried again", forum, e);
        }
    }

    private void ring(Optional<Forum> found, List<Wave> due) {
        var now = clock.instant();
        var current = found.map(forum -> current(forum, due)).orElse(List.of());
        due.stream().filter(wave -> !current.contains(wave)).forEach(wave -> waves.settle(wave, State.SUPERSEDED));
        if (current.isEmpty()) {
            return;
        }
        var forum = found.orElseThrow();
        if (forum.hasStarted(now)) {
            current.forEach(wave -> waves.settle(wave, State.LAPSED));
            return;
        }
        var last = current.stream().max(comparing(wave -> nominal(wave, forum))).orElseThrow();
        current.stream().filter(wave -> !wave.equals(last)).forEach(wave -> waves.settle(wave, State.LAPSED));
        ring(last, forum, now);
    }

    private void ring(Wave wave, Forum forum, Instant now) {
        var allowed = Rules.considerate(now, forum);
        if (allowed.isAfter(now)) {
            waves.postpone(wave, allowed);
            return;
        }
        waves.claim(wave).ifPresent(expansion::expand);
    }

    private List<Wave> current(Forum forum, List<Wave> due) {
        var held = rules.of(forum).stream().map(ReminderRule::text).toList();
        return due.stream()
                .filter(wave -> !forum.isCancelled() && wave.version() == forum.version() && held.contains(wave.rule()))
                .toList();
    }

    /** By what the rules say and not by when they ring: two that wait for the same morning still have an order. */
    private static Instant nominal(Wave wave, Forum forum) {
        return ReminderRule.parse(wave.rule()).dueAt(forum.startsAt());
    }
}
