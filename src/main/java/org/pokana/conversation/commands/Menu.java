package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.stream.Stream;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way home: what can be done here, and for organizers what they can do besides, in screens of eight at most. */
@Component
class Menu implements Flow {

    private static final List<String> EVERYBODY = List.of("forums", "my", "ask", "settings", "person", "help");

    private static final Screen TEAM =
            new Screen("team", "menu.team", "organizer", Role.ORGANIZER, List.of("announce", "questions", "answers"));

    private static final List<Screen> OF_THE_TEAM = List.of(
            new Screen("sent", "menu.sent", "messages", Role.ORGANIZER, List.of("announcements", "undelivered")),
            new Screen(
                    "team-forums",
                    "menu.team-forums",
                    "forums",
                    Role.ORGANIZER,
                    List.of("forum_numbers", "waiting", "places", "move", "change_agenda", "cancel_forum")),
            new Screen(
                    "plan",
                    "menu.plan",
                    "planning",
                    Role.ORGANIZER,
                    List.of("understood_by", "reminders", "call_list", "duplicates")),
            new Screen("after", "menu.after", "around", Role.ORGANIZER, List.of("feedback", "materials", "needs_list")),
            new Screen(
                    "invite",
                    "menu.invite",
                    "inviting",
                    Role.ORGANIZER,
                    List.of("desk", "duty", "signature", "invite_helper", "invite_viewer", "invite_organizer")));

    private static final Screen DOOR = new Screen(
            "door",
            "menu.at-door",
            "door",
            Role.DOOR,
            List.of("door_code", "checkin", "scanner", "guest", "guests", "papers"));

    private final ObjectProvider<Flows> flows;

    Menu(ObjectProvider<Flows> flows) {
        this.flows = flows;
    }

    /**
     * One more screen of choices.
     *
     * @param opening what follows the command to get there
     * @param button the phrase of the button that leads there
     * @param phrase what it says, without {@code menu.}
     */
    private record Screen(String opening, String button, String phrase, Role role, List<String> flows) {}

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
        return Stream.concat(Stream.of(TEAM, DOOR), OF_THE_TEAM.stream())
                .filter(screen -> screen.opening().equals(talk.opening()))
                .filter(screen -> talk.contact().may(screen.role()))
                .findFirst()
                .map(screen -> talk.end(line(talk, screen)))
                .orElseGet(() -> talk.end(first(talk)));
    }

    private Line first(Talk talk) {
        var further = Stream.of(TEAM, DOOR)
                .filter(screen -> talk.contact().may(screen.role()))
                .map(this::to)
                .toList();
        boolean onlyLooks = talk.contact().may(Role.VIEWER) && !talk.contact().may(Role.ORGANIZER);
        var desk = onlyLooks ? List.of("desk") : List.<String>of();
        return talk.line("what")
                .with(further)
                .with(offers(flows.getObject(), talk, desk))
                .with(offers(flows.getObject(), talk, EVERYBODY));
    }

    private Line line(Talk talk, Screen screen) {
        var line = talk.line(screen.phrase()).with(offers(flows.getObject(), talk, screen.flows()));
        if (screen.equals(TEAM)) {
            line = line.with(OF_THE_TEAM.stream().map(this::to).toList());
        }
        return OF_THE_TEAM.contains(screen) ? line.with(to(TEAM).as(Tone.AWAY), home()) : line.with(home());
    }

    private Choice to(Screen screen) {
        return Choice.to(phrase(screen.button()), name(), screen.opening());
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
