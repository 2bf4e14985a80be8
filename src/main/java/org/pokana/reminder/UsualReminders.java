package org.pokana.reminder;

import java.util.List;
import java.util.Optional;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** When people are reminded of forums that have no rules of their own, for whoever changes that. */
@Component
public class UsualReminders {

    private final Rules rules;
    private final RuleBook book;
    private final RuleWords words;

    UsualReminders(Rules rules, RuleBook book, RuleWords words) {
        this.rules = rules;
        this.book = book;
        this.words = words;
    }

    /** In words. */
    public List<Phrase> now() {
        return rules.usual().stream().map(RuleWords::of).toList();
    }

    /** As they are if nobody changes them. */
    public List<Phrase> installed() {
        return rules.installed().stream().map(RuleWords::of).toList();
    }

    /** One rule a line, as people say them; empty if one is not understood, or there are too many to be of use. */
    public Optional<List<String>> read(String lines) {
        return words.readAll(lines)
                .map(rules -> rules.stream().map(ReminderRule::text).toList());
    }

    /** The same as it will be said; empty if it cannot be read. */
    public Optional<List<Phrase>> said(String lines) {
        return words.readAll(lines)
                .map(rules -> rules.stream().map(RuleWords::of).toList());
    }

    /** Before they hold: what they would have rung for by now is let pass. */
    public void prepare(List<String> wanted) {
        book.usualChanges(wanted.stream().map(ReminderRule::parse).toList());
    }
}
