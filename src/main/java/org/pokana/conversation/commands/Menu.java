package org.pokana.conversation.commands;

import java.util.ArrayList;
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

    private static final List<String> EVERYBODY = List.of("forums", "my", "ask", "settings", "help");
    private static final List<String> ORGANIZERS =
            List.of("announce", "announcements", "move", "forum_numbers", "invite_organizer");

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
        talk.say(talk.line("what").with(choices(EVERYBODY, talk)));
        if (talk.contact().may(Role.ORGANIZER)) {
            talk.say(talk.line("organizer").with(choices(ORGANIZERS, talk)));
        }
        return talk.end();
    }

    private List<Choice> choices(List<String> names, Talk talk) {
        var choices = new ArrayList<Choice>();
        for (String name : names) {
            flows.getObject()
                    .named(name)
                    .filter(flow -> flow.needs().map(talk.contact()::may).orElse(true))
                    .ifPresent(flow -> choices.add(Choice.to(name)));
        }
        return choices;
    }
}
