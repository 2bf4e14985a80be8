package org.pokana.reminder;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.forum.Forum;
import org.pokana.kernel.Choice;

/** Asks when to remind of a forum, in people's own words or by one of some suggestions. */
record WhichRule(String name, Forum forum, List<ReminderRule> held, RuleWords words) implements Question<ReminderRule> {

    private static final List<ReminderRule> SUGGESTED =
            ReminderRule.parseAll("14d@10:00,3d@10:00,1d@10:00,1d@18:00,2h,30m");

    @Override
    public List<Object> arguments() {
        return List.of(forum.title());
    }

    @Override
    public List<Choice> choices() {
        return SUGGESTED.stream()
                .filter(rule -> !held.contains(rule))
                .limit(4)
                .map(rule -> new Choice(rule.text(), RuleWords.of(rule)))
                .toList();
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<ReminderRule> understand(Answer answer) {
        var pick = answer.pick();
        var read = pick == null
                ? words.read(answer.text())
                : SUGGESTED.stream().filter(rule -> rule.text().equals(pick)).findFirst();
        return read.filter(rule -> ringsBefore(rule, forum));
    }

    /** Whether it would ring before the forum begins. */
    static boolean ringsBefore(ReminderRule rule, Forum forum) {
        return rule.dueAt(forum.startsAt()).isBefore(forum.starts());
    }
}
