package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way home: what can be done here, and for organizers what they can do besides. */
@Component
class Menu implements Flow {

    private static final List<String> EVERYBODY = List.of("forums", "my", "ask", "settings", "person", "help");
    private static final List<String> TEAM = List.of(
            "announce",
            "announcements",
            "forum_numbers",
            "move",
            "cancel_forum",
            "undelivered",
            "invite_helper",
            "invite_organizer");
    private static final List<String> DOOR = List.of("door_code", "checkin", "scanner", "guest", "guests", "papers");

    private final ObjectProvider<Flows> flows;

    Menu(ObjectProvider<Flows> flows) {
        this.flows = flows;
    }

    @Override
    public String name() {
        return "menu";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var person = talk.contact();
        var offered = flows.getObject();
        if (person.may(Role.ORGANIZER) && talk.opening().equals("team")) {
            return talk.end(
                    talk.line("organizer").with(offers(offered, talk, TEAM)).with(home()));
        }
        if (person.may(Role.DOOR) && talk.opening().equals("door")) {
            return talk.end(talk.line("door").with(offers(offered, talk, DOOR)).with(home()));
        }
        var further = new ArrayList<Choice>();
        if (person.may(Role.ORGANIZER)) {
            further.add(Choice.to(phrase("menu.team"), name(), "team"));
        }
        if (person.may(Role.DOOR)) {
            further.add(Choice.to(phrase("menu.at-door"), name(), "door"));
        }
        return talk.end(talk.line("what").with(further).with(offers(offered, talk, EVERYBODY)));
    }

    private Choice home() {
        return Choice.to(name()).as(Tone.AWAY);
    }

    /** Those of the flows that exist and that this person may open. */
    static List<Choice> offers(Flows flows, Talk talk, List<String> names) {
        return names.stream()
                .filter(name -> flows.named(name)
                        .map(flow -> flow.needs().map(talk.contact()::may).orElse(true))
                        .orElse(false))
                .map(Choice::to)
                .toList();
    }
}
