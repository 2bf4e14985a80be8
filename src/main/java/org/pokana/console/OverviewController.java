package org.pokana.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.pokana.contact.Role;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forums;
import org.pokana.forum.Outreach;
import org.pokana.forum.Season;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The season at a glance, what waits for somebody, and who is missing. */
@DeskPage
class OverviewController {

    private final Forums forums;
    private final Season season;
    private final Outreach outreach;
    private final Todos todos;
    private final Charts charts;
    private final Clock clock;

    OverviewController(Forums forums, Season season, Outreach outreach, Todos todos, Charts charts, Clock clock) {
        this.forums = forums;
        this.season = season;
        this.outreach = outreach;
        this.todos = todos;
        this.charts = charts;
        this.clock = clock;
    }

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
        model.addAttribute("todos", me.may(Role.ORGANIZER) ? todos.of(me.contact(), language, toCome, all) : List.of());
        model.addAttribute("board", new Board(glance, outreach.to(ids(toCome))));
        model.addAttribute("questions", charts.questions(language));
        model.addAttribute("reach", charts.reach(language));
        model.addAttribute("deliveries", charts.deliveries(language));
        return "desk/overview";
    }

    private static List<String> ids(List<ForumGlance> forums) {
        return forums.stream().map(ForumGlance::id).toList();
    }
}
