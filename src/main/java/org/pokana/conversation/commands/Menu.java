package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

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
    private static final List<String> ORGANIZERS =
            List.of("announce", "announcements", "move", "cancel_forum", "forum_numbers", "invite_organizer");

    private static final String TEAM = "team";

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
        boolean organizes = talk.contact().may(Role.ORGANIZER);
        if (organizes && talk.opening().equals(TEAM)) {
            return talk.end(talk.line("organizer")
                    .with(offers(flows.getObject(), talk, ORGANIZERS))
                    .with(Choice.to(name()).as(Tone.AWAY)));
        }
        return talk.end(talk.line("what")
                .with(organizes ? List.of(Choice.to(phrase("menu.team"), name(), TEAM)) : List.<Choice>of())
                .with(offers(flows.getObject(), talk, EVERYBODY)));
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
