package org.pokana.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.pokana.contact.Reachable;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forums;
import org.pokana.forum.Outreach;
import org.pokana.forum.Season;
import org.pokana.messaging.Deliveries;
import org.pokana.messaging.Message.State;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The season at a glance, what waits for somebody, and who is missing. */
@DeskPage
class OverviewController {

    private final Forums forums;
    private final Season season;
    private final Outreach outreach;
    private final Deliveries deliveries;
    private final Todos todos;
    private final Reachable reachable;
    private final Clock clock;

    OverviewController(
            Forums forums, Season season, Outreach outreach, Deliveries deliveries, Todos todos, Reachable reachable, Clock clock) {
        this.forums = forums;
        this.season = season;
        this.outreach = outreach;
        this.deliveries = deliveries;
        this.todos = todos;
        this.reachable = reachable;
        this.clock = clock;
    }

    /** How many people of a channel, and of how many, for a bar. */
    record Reached(String channel, int people, int most) {}

    @GetMapping(DeskRoutes.DESK)
    String show(@ModelAttribute("me") Organizer me, Locale language, Model model) {
        var now = clock.instant();
        var all = forums.all();
        var glance = season.look(all);
        var shown = all.stream()
                .map(forum -> ForumGlance.of(forum, glance.of(forum.id()), now, language))
                .toList();
        var toCome = shown.stream().filter(ForumGlance::isToCome).toList();
        model.addAttribute("forums", toCome.isEmpty() ? shown : toCome);
        model.addAttribute("todos", me.may(Role.ORGANIZER) ? todos.of(me.contact(), language, toCome) : List.of());
        model.addAttribute("board", new Board(glance, outreach.to(ids(toCome))));
        var day = deliveries.lastDay();
        model.addAttribute("sent", day.of(State.SENT));
        model.addAttribute("waiting", day.of(State.READY) + day.of(State.SENDING) + day.of(State.HELD));
        model.addAttribute("unsure", day.of(State.UNCERTAIN));
        model.addAttribute("failed", day.of(State.FAILED) + day.of(State.EXPIRED));
        model.addAttribute("reached", reached());
        return "desk/overview";
    }

    private static List<String> ids(List<ForumGlance> forums) {
        return forums.stream().map(ForumGlance::id).toList();
    }

    private List<Reached> reached() {
        var channels = reachable.byChannel();
        int most = channels.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return channels.entrySet().stream()
                .map(channel -> new Reached(channel.getKey(), channel.getValue(), most))
                .toList();
    }
}
