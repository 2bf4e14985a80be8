package org.pokana.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Season;
import org.pokana.messaging.Links;
import org.pokana.paper.Papers;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** All forums, and one of them with its numbers, which follow what happens. */
@DeskPage
class DeskForumPages {

    private final Forums forums;
    private final Season season;
    private final Links links;
    private final Clock clock;

    DeskForumPages(Forums forums, Season season, Links links, Clock clock) {
        this.forums = forums;
        this.season = season;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/desk/forums")
    String list(Locale language, Model model) {
        var all = forums.all();
        var glance = season.look(all);
        var now = clock.instant();
        var shown = all.stream()
                .map(forum -> ForumGlance.of(forum, glance.of(forum.id()), now, language))
                .toList();
        model.addAttribute(
                "toCome", shown.stream().filter(ForumGlance::isToCome).toList());
        model.addAttribute(
                "past", shown.stream().filter(forum -> !forum.isToCome()).toList());
        return "desk/forums";
    }

    @GetMapping("/desk/forums/{id}")
    String show(@PathVariable String id, Locale language, Model model) {
        var forum = look(id, language, model);
        model.addAttribute("agenda", forum.agenda());
        model.addAttribute("language", language);
        model.addAttribute("papers", Papers.KINDS);
        model.addAttribute("link", links.page("go/" + forum.id()));
        return "desk/forum";
    }

    /** Asked for again and again by the page. */
    @GetMapping("/desk/forums/{id}/numbers")
    String numbers(@PathVariable String id, Locale language, Model model) {
        look(id, language, model);
        return "desk/forum :: numbers";
    }

    private Forum look(String id, Locale language, Model model) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var numbers = season.look(List.of(forum)).of(id);
        model.addAttribute("forum", ForumGlance.of(forum, numbers, clock.instant(), language));
        return forum;
    }
}
