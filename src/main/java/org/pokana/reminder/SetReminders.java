package org.pokana.reminder;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Planned;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** An organizer sees when people are reminded of a forum, and changes it: {@code /reminders <forum>}. */
@Component
class SetReminders implements Flow {

    /** More would be a nuisance, and would not fit a screen. */
    static final int MOST = 5;

    private final Planned planned;
    private final Rules rules;
    private final Schedule schedule;
    private final RuleBook book;
    private final RuleWords words;
    private final Clock clock;

    SetReminders(Planned planned, Rules rules, Schedule schedule, RuleBook book, RuleWords words, Clock clock) {
        this.planned = planned;
        this.rules = rules;
        this.schedule = schedule;
        this.book = book;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = planned.meant(talk, talk.opening()).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        if (!planned.isToCome(forum) || forum.hasStarted(clock.instant())) {
            return talk.end(talk.line("gone", forum.title()).with(Facts.all(), Facts.menu()));
        }
        var held = schedule.of(forum);
        var what = talk.ask(choice("what", choices(forum, held), forum.title(), schedule.lines(forum)));
        return switch (what) {
            case "add" -> follow(talk, forum, Optional.empty(), Optional.of(asked(talk, "when", forum, held)));
            case "usual" -> done(talk, book.followUsual(forum));
            default -> change(talk, forum, held, ReminderRule.parse(what));
        };
    }

    private List<Choice> choices(Forum forum, List<ReminderRule> held) {
        var choices = new ArrayList<Choice>();
        held.forEach(rule -> choices.add(new Choice(rule.text(), RuleWords.of(rule))));
        if (held.size() < MOST) {
            choices.add(new Choice("add", phrase("reminders.what.add"), Choice.Tone.GOOD));
        }
        if (!rules.areUsual(forum)) {
            choices.add(new Choice("usual", phrase("reminders.what.usual")));
        }
        return choices;
    }

    private ReminderRule asked(Talk talk, String question, Forum forum, List<ReminderRule> held) {
        return talk.ask(new WhichRule(question, forum, held, words));
    }

    private Ending change(Talk talk, Forum forum, List<ReminderRule> held, ReminderRule rule) {
        var how = talk.ask(choice(
                "how",
                List.of(
                        new Choice("other", phrase("reminders.how.other")),
                        new Choice("remove", phrase("reminders.how.remove"))),
                RuleWords.of(rule)));
        var instead =
                how.equals("other") ? Optional.of(asked(talk, "instead", forum, held)) : Optional.<ReminderRule>empty();
        return follow(talk, forum, Optional.of(rule), instead);
    }

    private Ending follow(Talk talk, Forum forum, Optional<ReminderRule> less, Optional<ReminderRule> more) {
        return done(talk, book.follow(forum, RuleBook.with(schedule.of(forum), less, more)));
    }

    private Ending done(Talk talk, Forum forum) {
        return talk.end(talk.line("done", forum.title(), schedule.lines(forum))
                .with(Choice.to(phrase("reminders.more"), name(), forum.id()), Facts.menu()));
    }
}
