package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.helpdesk.Team.Duty;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/**
 * Who answers on which topic: {@code /duty} lists the topics, {@code /duty housing} shows one, {@code /duty housing on}
 * takes it, {@code deputy} stands in for those who have it, {@code off} does neither.
 */
@Component
class SetDuty implements Flow {

    private static final int PAGE = 5;

    private final Team team;
    private final Leads leads;
    private final Names names;

    SetDuty(Team team, Leads leads, Names names) {
        this.team = team;
        this.leads = leads;
        this.names = names;
    }

    @Override
    public String name() {
        return "duty";
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
        var words = talk.opening().split(" ");
        if (!topics().contains(words[0])) {
            return talk.end(list(talk, words[0].matches("[1-9]") ? Integer.parseInt(words[0]) : 1));
        }
        if (words.length > 1) {
            change(talk, words[0], words[1]);
        }
        return talk.end(one(talk, team.duty(words[0])));
    }

    private List<String> topics() {
        var topics = new ArrayList<>(leads.topics());
        topics.add(Team.ANYTHING);
        return topics;
    }

    private void change(Talk talk, String topic, String how) {
        switch (how) {
            case "on" -> team.answers(talk.with(), topic);
            case "deputy" -> team.standsIn(talk.with(), topic);
            case "off" -> team.isOff(talk.with(), topic);
            default -> {}
        }
    }

    private Line list(Talk talk, int page) {
        var topics = topics();
        int from = (page - 1) * PAGE < topics.size() ? (page - 1) * PAGE : 0;
        int to = Math.min(from + PAGE, topics.size());
        var choices = new ArrayList<Choice>();
        topics.subList(from, to).forEach(topic -> choices.add(Choice.to(Card.topic(topic), name(), topic)));
        choices.add(Choice.to(phrase("ask.more"), name(), to < topics.size() ? String.valueOf(from / PAGE + 2) : "1"));
        choices.add(Choice.to("signature"));
        return talk.line("topics")
                .with(choices)
                .with(Choice.to(phrase("menu.team"), "menu", "team").as(Tone.AWAY));
    }

    private Line one(Talk talk, Duty duty) {
        boolean on = duty.onDuty().contains(talk.with().value());
        boolean deputy = duty.deputies().contains(talk.with().value());
        var choices = new ArrayList<Choice>();
        if (!on) {
            choices.add(Choice.to(phrase("duty.take"), name(), duty.topic(), "on"));
        }
        if (!deputy) {
            choices.add(Choice.to(phrase("duty.stand-in"), name(), duty.topic(), "deputy"));
        }
        if (on || deputy) {
            choices.add(Choice.to(phrase("duty.leave"), name(), duty.topic(), "off"));
        }
        return talk.line("topic", Card.topic(duty.topic()), listed(duty.onDuty()), listed(duty.deputies()))
                .with(choices)
                .with(Choice.to(name()).as(Tone.AWAY), Choice.to("menu").as(Tone.AWAY));
    }

    private Phrase listed(List<String> people) {
        return people.stream()
                .map(names::colleague)
                .reduce((some, one) -> phrase("conversation.or", some, one))
                .orElse(phrase("duty.everybody"));
    }
}
