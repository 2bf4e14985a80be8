package org.pokana.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pokana.change.Tallies;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Roster;
import org.pokana.forum.Roster.Wish;
import org.pokana.forum.RosterEntry;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Whom nobody has heard of since a forum was changed, with their numbers, for whoever calls them. */
@DeskPage
class UnheardFiles {

    private final Forums forums;
    private final Downloads downloads;
    private final Tallies tallies;
    private final Roster roster;
    private final CallNumbers numbers;
    private final Words words;

    UnheardFiles(Forums forums, Downloads downloads, Tallies tallies, Roster roster, CallNumbers numbers, Words words) {
        this.forums = forums;
        this.downloads = downloads;
        this.tallies = tallies;
        this.roster = roster;
        this.numbers = numbers;
        this.words = words;
    }

    @GetMapping("/desk/forums/{id}/understood.csv")
    void csv(@ModelAttribute("me") Organizer me, @PathVariable String id, Locale language, HttpServletResponse response)
            throws IOException {
        var forum = changed(id);
        downloads.note(me, id + " calls csv");
        var unheard = unheard(forum);
        DownloadController.named(response, "pokana-calls-" + id + ".csv", DownloadController.CSV);
        files(forum, unheard, language).csv(unheard, response.getOutputStream());
    }

    @GetMapping("/desk/forums/{id}/understood.xlsx")
    void xlsx(
            @ModelAttribute("me") Organizer me, @PathVariable String id, Locale language, HttpServletResponse response)
            throws IOException {
        var forum = changed(id);
        downloads.note(me, id + " calls xlsx");
        var unheard = unheard(forum);
        DownloadController.named(response, "pokana-calls-" + id + ".xlsx", DownloadController.XLSX);
        var title = words.say(Facts.label(forum), language);
        files(forum, unheard, language).xlsx(unheard, title, response.getOutputStream());
    }

    private Forum changed(String id) {
        return forums.find(id)
                .filter(tallies::counts)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<RosterEntry> unheard(Forum forum) {
        var missing =
                tallies.of(forum).missing().stream().map(Registration::contact).collect(Collectors.toSet());
        return roster.find(forum.id(), Wish.ALL).entries().stream()
                .filter(entry -> missing.contains(entry.contact()))
                .toList();
    }

    private RosterFiles files(Forum forum, List<RosterEntry> people, Locale language) {
        var left =
                numbers.of(forum.id(), people.stream().map(RosterEntry::contact).toList());
        return new RosterFiles(new PageWords(words, language), forum.zone(), left);
    }
}
