package org.pokana.helpdesk;

import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Gives a question to a colleague, or to somebody of an institution who is known here by name. */
@Component
class ForwardQuestion implements Flow {

    private final Desk desk;
    private final Sent sent;
    private final Team team;
    private final People people;

    ForwardQuestion(Desk desk, Sent sent, Team team, People people) {
        this.desk = desk;
        this.sent = sent;
        this.team = team;
        this.people = people;
    }

    @Override
    public String name() {
        return "forward";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var question = desk.find(talk.opening());
        if (question.isEmpty()) {
            return talk.goOnWith("questions");
        }
        var known = question.get();
        if (known.owner() != null && !known.isOf(talk.contact())) {
            return talk.end(sent.hadBy(known));
        }
        var to = one(talk, talk.ask(new WhichPerson("who", colleagues(talk), people)));
        var forwarded = desk.forward(known.id(), talk.with(), to.id(), !to.may(Role.ORGANIZER));
        return forwarded.isEmpty()
                ? talk.end(sent.hadBy(desk.find(known.id()).orElse(known)))
                : talk.end(talk.line("done", people.label(to)).with(Choice.to("questions"), Choice.to("menu")));
    }

    private Contact one(Talk talk, List<Contact> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        var picked = talk.ask(Questions.choice("which", people.choices(found)));
        return found.stream()
                .filter(one -> one.key().equals(picked))
                .findFirst()
                .orElseThrow();
    }

    private List<Contact> colleagues(Talk talk) {
        return team.all().stream()
                .filter(one -> !one.id().equals(talk.with()))
                .filter(people::isNamed)
                .toList();
    }
}
