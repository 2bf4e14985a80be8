package org.pokana.reminder;

import java.util.List;
import java.util.Optional;
import org.pokana.forum.Forum;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** When people are reminded of one forum, for whoever changes that away from the chat, by the rules of the chat. */
@Component
public class ForumReminders {

    private final Rules rules;
    private final Schedule schedule;
    private final RuleBook book;
    private final RuleWords words;

    ForumReminders(Rules rules, Schedule schedule, RuleBook book, RuleWords words) {
        this.rules = rules;
        this.schedule = schedule;
        this.book = book;
        this.words = words;
    }

    /** Whether it has none of its own. */
    public boolean areUsual(Forum forum) {
        return rules.areUsual(forum);
    }

    /** As people say them, and as they are read again. */
    public List<Phrase> now(Forum forum) {
        return schedule.of(forum).stream().map(RuleWords::of).toList();
    }

    /** Each with the day and hour at which it rings, and what became of it. */
    public Phrase lines(Forum forum) {
        return schedule.lines(forum);
    }

    /** The same if it had these. */
    public Phrase lines(Forum forum, List<ReminderRule> wanted) {
        return schedule.lines(forum, wanted);
    }

    public List<ReminderRule> usual() {
        return rules.usual();
    }

    /** One rule a line; empty if one is not understood or rings only after the beginning, or if there are too many. */
    public Optional<List<ReminderRule>> read(Forum forum, String lines) {
        return words.readAll(lines).filter(read -> read.stream().allMatch(rule -> WhichRule.ringsBefore(rule, forum)));
    }

    /** The same as it will be said; empty if it cannot be read. */
    public Optional<List<Phrase>> said(Forum forum, String lines) {
        return read(forum, lines).map(rules -> rules.stream().map(RuleWords::of).toList());
    }

    /** From then on; none at all is none. Nobody is reminded of the same twice. */
    public void follow(Forum forum, List<ReminderRule> wanted) {
        book.follow(forum, wanted);
    }

    public void followUsual(Forum forum) {
        book.followUsual(forum);
    }
}
