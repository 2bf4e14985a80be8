package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** A question as those see it who may answer it: what is asked, by whom, who has it, and what can be done. */
@Component
class Card {

    private static final int LONGEST = 1500;
    private static final Phrase NOTHING = verbatim("");

    private final Names names;
    private final Leads leads;
    private final Contacts contacts;
    private final HelpdeskSettings settings;

    Card(Names names, Leads leads, Contacts contacts, HelpdeskSettings settings) {
        this.names = names;
        this.leads = leads;
        this.contacts = contacts;
        this.settings = settings;
    }

    /** Stays as it is when one of its buttons is pressed; it is changed when the question does. */
    Line of(Question question, Contact reader) {
        boolean ofTheTeam = reader.may(Role.ORGANIZER);
        var asker = question.askers().get(0);
        var who = ofTheTeam ? names.asker(asker.contact()) : names.askerToGuests(asker.contact());
        var says = question.wasOpened()
                ? opened(question, who)
                : phrase(
                        "helpdesk.card",
                        phrase("helpdesk.about", topic(question)),
                        text(question),
                        who,
                        LocalDateTime.ofInstant(question.at(), settings.zone()),
                        others(question),
                        ofTheTeam ? before(asker) : NOTHING,
                        language(asker, reader.language()),
                        standing(question, reader));
        return Line.of(says)
                .with(choices(question, reader))
                .with(
                        ofTheTeam
                                ? Choice.to("questions").as(Tone.AWAY)
                                : Choice.to("menu").as(Tone.AWAY))
                .thatLasts();
    }

    private Phrase opened(Question question, Phrase who) {
        var phrase = question.state() == State.OVER ? "helpdesk.opened-card-over" : "helpdesk.opened-card";
        return phrase(phrase, who, LocalDateTime.ofInstant(question.at(), settings.zone()));
    }

    /** A very long one is shown in part, so that the card stays one message that can be changed. */
    private static String text(Question question) {
        var text = question.text();
        return text.length() <= LONGEST ? text : News.cut(text, LONGEST);
    }

    static Phrase topic(Question question) {
        return topic(question.topic() == null ? Team.ANYTHING : question.topic());
    }

    static Phrase topic(String topic) {
        return topic.equals(Team.ANYTHING) ? phrase("helpdesk.topic-other") : phrase("ask.topic." + topic);
    }

    private static Phrase others(Question question) {
        int others = question.askers().size() - 1;
        return others == 0 ? NOTHING : phrase("helpdesk.others", others);
    }

    private static Phrase before(Question.Asker asker) {
        return asker.before().isEmpty() ? NOTHING : phrase("helpdesk.before", String.join("\n", asker.before()));
    }

    private Phrase language(Question.Asker asker, Locale reads) {
        return contacts.find(new ContactId(asker.contact()))
                .map(Contact::language)
                .filter(speaks -> !speaks.getLanguage().equals(reads.getLanguage()))
                .map(speaks -> phrase("helpdesk.speaks-" + speaks.getLanguage()))
                .orElse(NOTHING);
    }

    private Phrase standing(Question question, Contact reader) {
        var owner = names.colleague(question.owner());
        return switch (question.state()) {
            case WAITING ->
                phrase(
                        question.overdueAt() == null ? "helpdesk.waits" : "helpdesk.waits-long",
                        LocalDateTime.ofInstant(question.dueAt(), settings.zone()));
            case TAKEN -> question.isOf(reader) ? phrase("helpdesk.yours") : phrase("helpdesk.taken-by", owner);
            case ANSWERED -> phrase("helpdesk.answered-by", owner);
            case OVER -> phrase("helpdesk.over");
        };
    }

    private List<Choice> choices(Question question, Contact reader) {
        boolean free = question.owner() == null && question.isOpen();
        if (free || (question.isOf(reader) && question.state() == State.TAKEN)) {
            return toAnswer(question, reader);
        }
        if (question.isOf(reader)) {
            return toGoOn(question);
        }
        boolean late = question.state() == State.TAKEN && question.overdueAt() != null;
        return late && reader.may(Role.ORGANIZER) ? List.of(act("take-over", question)) : List.of();
    }

    private List<Choice> toAnswer(Question question, Contact reader) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.to("answer", question.id()).as(Tone.GOOD));
        if (!question.isOf(reader)) {
            choices.add(act("take", question));
        }
        for (int i = 0; i < question.near().size(); i++) {
            int number = i + 1;
            leads.entry(question.near().get(i))
                    .map(entry ->
                            Choice.to(verbatim(entry.label()), "handle", "give", question.id(), String.valueOf(number)))
                    .ifPresent(choices::add);
        }
        choices.add(Choice.to("forward", question.id()));
        choices.add(Choice.to("decline", question.id()));
        return choices;
    }

    private static List<Choice> toGoOn(Question question) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.to("answer", question.id()));
        if (question.answer().isPresent() && question.draft() == null) {
            choices.add(act("learn", question));
        }
        if (question.state() != State.OVER) {
            choices.add(act("finish", question));
        }
        return choices;
    }

    static Choice act(String what, Question question) {
        return Choice.to(phrase("handle." + what), "handle", what, question.id());
    }
}
