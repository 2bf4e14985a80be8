package org.pokana.helpdesk;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.helpdesk.Question.State;
import org.pokana.helpdesk.TeamQuestion.Act;
import org.pokana.helpdesk.TeamQuestion.Asker;
import org.pokana.helpdesk.TeamQuestion.Standing;
import org.pokana.helpdesk.TeamQuestion.Step;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Puts a question into words for one of the team: the same as its card in the chat says and offers. */
@Component
class Shown {

    private final Names names;
    private final Leads leads;
    private final Words words;
    private final Clock clock;

    Shown(Names names, Leads leads, Words words, Clock clock) {
        this.names = names;
        this.leads = leads;
        this.words = words;
        this.clock = clock;
    }

    TeamQuestion to(Question question, Contact reader, Locale language) {
        boolean late = question.isOpen()
                && (question.overdueAt() != null || question.dueAt().isBefore(clock.instant()));
        return new TeamQuestion(
                question.id(),
                question.text(),
                words.say(Card.topic(question), language),
                standing(question, reader),
                question.owner() == null ? "" : words.say(names.colleague(question.owner()), language),
                question.at(),
                question.dueAt(),
                late,
                question.askers().stream().map(asker -> asker(asker, language)).toList(),
                question.events().stream()
                        .map(event -> step(question, event, language))
                        .toList(),
                question.near().stream()
                        .map(leads::entry)
                        .flatMap(Optional::stream)
                        .toList(),
                acts(question, reader));
    }

    private static Standing standing(Question question, Contact reader) {
        return switch (question.state()) {
            case WAITING -> Standing.FREE;
            case TAKEN -> question.isOf(reader) ? Standing.MINE : Standing.THEIRS;
            case ANSWERED -> Standing.ANSWERED;
            case OVER -> Standing.OVER;
        };
    }

    private Asker asker(Question.Asker asker, Locale language) {
        return new Asker(
                asker.key(),
                words.say(names.asker(asker.contact()), language),
                asker.text(),
                asker.before(),
                asker.at());
    }

    private Step step(Question question, Event event, Locale language) {
        var by = event.by();
        var who = by == null
                ? ""
                : words.say(question.askedBy(by).isPresent() ? names.asker(by) : names.colleague(by), language);
        return new Step(event.kind().name(), who, words.say(text(event, language), language), event.at());
    }

    private Phrase text(Event event, Locale language) {
        if (event.kind() == Kind.FORWARDED) {
            return names.colleague(event.text());
        }
        return Phrase.verbatim(
                event.kind() == Kind.GIVEN
                        ? leads.entry(event.text())
                                .map(entry -> entry.question().in(language))
                                .orElse(event.text())
                        : event.text());
    }

    /** What the buttons of the card are. */
    private static Set<Act> acts(Question question, Contact reader) {
        var acts = EnumSet.noneOf(Act.class);
        boolean mine = question.isOf(reader);
        boolean free = question.owner() == null && question.isOpen();
        if (free) {
            acts.add(Act.TAKE);
        }
        if (free || mine) {
            acts.add(Act.ANSWER);
        }
        if (free || mine && question.state() == State.TAKEN) {
            acts.addAll(Set.of(Act.FORWARD, Act.DECLINE));
        }
        if (mine && question.state() != State.OVER) {
            acts.add(Act.FINISH);
        }
        if (mine && question.answer().isPresent() && question.draft() == null) {
            acts.add(Act.LEARN);
        }
        boolean late = question.state() == State.TAKEN && question.overdueAt() != null;
        if (late && !mine && reader.may(Role.ORGANIZER)) {
            acts.add(Act.TAKE_OVER);
        }
        return acts;
    }
}
