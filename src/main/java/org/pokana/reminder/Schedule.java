package org.pokana.reminder;

import static java.util.Comparator.comparing;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.kernel.Phrase;
import org.pokana.reminder.Wave.State;
import org.springframework.stereotype.Component;

/** The reminders of a forum as a list: when by its rules, when by the clock on the wall, and what became of it. */
@Component
class Schedule {

    private static final Set<State> RUNG = EnumSet.of(State.DONE, State.EXPANDING);

    private final Rules rules;
    private final Waves waves;
    private final Clock clock;

    Schedule(Rules rules, Waves waves, Clock clock) {
        this.rules = rules;
        this.waves = waves;
        this.clock = clock;
    }

    /** In the order in which they ring. */
    List<ReminderRule> of(Forum forum) {
        return inOrder(forum, rules.of(forum));
    }

    private static List<ReminderRule> inOrder(Forum forum, List<ReminderRule> rules) {
        return rules.stream()
                .sorted(comparing((ReminderRule rule) -> rule.dueAt(forum.startsAt())))
                .toList();
    }

    Phrase lines(Forum forum) {
        return lines(forum, rules.of(forum));
    }

    /** The same if it had these. */
    Phrase lines(Forum forum, List<ReminderRule> rules) {
        var held = inOrder(forum, rules);
        if (held.isEmpty()) {
            return phrase("reminders.nothing");
        }
        var rung = waves.of(forum).stream()
                .filter(wave -> RUNG.contains(wave.state()))
                .map(Wave::rule)
                .collect(Collectors.toSet());
        var nudge = Nudge.at(forum, held).map(at -> phrase("reminders.nudge", local(at, forum)));
        return Facts.lines(Stream.concat(held.stream().map(rule -> line(rule, forum, rung)), nudge.stream()));
    }

    private Phrase line(ReminderRule rule, Forum forum, Set<String> rung) {
        var at = Rules.dueAt(rule, forum);
        var state = rung.contains(rule.text()) ? "sent" : at.isAfter(clock.instant()) ? "ahead" : "missed";
        return phrase("reminders.item", RuleWords.of(rule), local(at, forum), state);
    }

    /** Whose time it is stands above the list. */
    private static LocalDateTime local(Instant at, Forum forum) {
        return LocalDateTime.ofInstant(at, forum.zone());
    }
}
