package org.pokana.conversation.commands;

import java.util.List;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way home: what can be done here, and for organizers what they can do besides. */
@Component
class Menu implements Flow {

    private static final List<String> EVERYBODY = List.of("forums", "my", "ask", "settings", "person", "help");
    private static final List<String> ORGANIZERS = List.of(
            "announce", "announcements", "move", "cancel_forum", "forum_numbers", "undelivered", "invite_organizer");

    private static final List<String> HELPERS = List.of("door_code", "checkin", "guest", "guests", "invite_helper");

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
        talk.say(talk.line("what").with(offers(flows.getObject(), talk, EVERYBODY)));
        if (talk.contact().may(Role.ORGANIZER)) {
            talk.say(talk.line("organizer").with(offers(flows.getObject(), talk, ORGANIZERS)));
        }
        if (talk.contact().may(Role.DOOR)) {
            talk.say(talk.line("door").with(offers(flows.getObject(), talk, HELPERS)));
        }
        return talk.end();
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
