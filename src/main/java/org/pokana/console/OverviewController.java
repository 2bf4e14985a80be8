package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.contact.Reachable;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forums;
import org.pokana.forum.Season;
import org.pokana.messaging.Deliveries;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Undelivered;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The season at a glance, what waits for somebody, and who is missing. */
@DeskPage
class OverviewController {

    private static final Duration SOON = Duration.ofDays(30);

    private final Forums forums;
    private final Season season;
    private final Deliveries deliveries;
    private final Undelivered undelivered;
    private final Reachable reachable;
    private final Clock clock;

    OverviewController(
            Forums forums,
            Season season,
            Deliveries deliveries,
            Undelivered undelivered,
            Reachable reachable,
            Clock clock) {
        this.forums = forums;
        this.season = season;
        this.deliveries = deliveries;
        this.undelivered = undelivered;
        this.reachable = reachable;
        this.clock = clock;
    }

    /**
     * Something that waits for the team.
     *
     * @param what the end of its phrase {@code console.todo-…}
     * @param href where it is dealt with; empty where that is the chat
     */
    record Todo(String what, long count, String about, String href) {}

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
        model.addAttribute("todos", me.may(Role.ORGANIZER) ? todos(toCome) : List.of());
        model.addAttribute("board", new Board(glance));
        var day = deliveries.lastDay();
        model.addAttribute("sent", day.of(State.SENT));
        model.addAttribute("waiting", day.of(State.READY) + day.of(State.SENDING) + day.of(State.HELD));
        model.addAttribute("unsure", day.of(State.UNCERTAIN));
        model.addAttribute("failed", day.of(State.FAILED) + day.of(State.EXPIRED));
        model.addAttribute("reached", reached());
        return "desk/overview";
    }

    private List<Reached> reached() {
        var channels = reachable.byChannel();
        int most = channels.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return channels.entrySet().stream()
                .map(channel -> new Reached(channel.getKey(), channel.getValue(), most))
                .toList();
    }

    private List<Todo> todos(List<ForumGlance> toCome) {
        var todos = new ArrayList<Todo>();
        int lost = undelivered.all().size();
        if (lost > 0) {
            todos.add(new Todo("undelivered", lost, "", ""));
        }
        toCome.stream().flatMap(this::todos).forEach(todos::add);
        return todos;
    }

    private Stream<Todo> todos(ForumGlance forum) {
        var page = "/desk/forums/" + forum.id();
        var numbers = forum.numbers();
        var which = forum.label();
        var found = new ArrayList<Todo>();
        if (forum.state().equals("now")) {
            found.add(new Todo("check-in", (long) numbers.seats() - numbers.here(), which, page + "/people"));
        }
        if (numbers.kept() > 0) {
            found.add(new Todo("kept", numbers.kept(), which, page + "/people?standing=KEPT"));
        }
        if (numbers.waiting() > 0) {
            found.add(new Todo("waiting", numbers.waiting(), which, page + "/people?standing=WAITING&order=LINE"));
        }
        if (forum.state().equals("open") && isSoon(forum) && forum.taken() < forum.capacity() / 2) {
            found.add(new Todo("empty", (long) forum.capacity() - forum.taken(), which, page));
        }
        return found.stream();
    }

    private boolean isSoon(ForumGlance forum) {
        return forum.starts().toInstant().isBefore(clock.instant().plus(SOON));
    }
}
