package org.pokana.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Roster;
import org.pokana.messaging.Words;
import org.pokana.paper.Papers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What leaves the desk as a file: lists of people and papers. Each is noted, and nobody takes many in an hour. */
@DeskPage
class DownloadController {

    static final int MOST_AN_HOUR = 20;
    static final String TAKEN = "downloaded a list";

    private final Forums forums;
    private final Roster roster;
    private final Papers papers;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    DownloadController(Forums forums, Roster roster, Papers papers, Audit audit, Words words, Clock clock) {
        this.forums = forums;
        this.roster = roster;
        this.papers = papers;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/forums/{id}/people.csv")
    void csv(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @ModelAttribute PeopleWish wish,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var forum = taken(me, id, "csv");
        named(response, "pokana-" + id + ".csv", "text/csv; charset=utf-8");
        files(forum, language).csv(roster.find(id, wish.wish()).entries(), response.getOutputStream());
    }

    @GetMapping("/desk/forums/{id}/people.xlsx")
    void xlsx(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @ModelAttribute PeopleWish wish,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var forum = taken(me, id, "xlsx");
        named(response, "pokana-" + id + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var title = words.say(Facts.label(forum), language);
        files(forum, language).xlsx(roster.find(id, wish.wish()).entries(), title, response.getOutputStream());
    }

    private RosterFiles files(Forum forum, Locale language) {
        return new RosterFiles(new PageWords(words, language), forum.zone());
    }

    @GetMapping("/desk/forums/{id}/papers/{kind}")
    ResponseEntity<byte[]> paper(
            @ModelAttribute("me") Organizer me, @PathVariable String id, @PathVariable String kind, Locale language) {
        if (!Papers.KINDS.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var forum = taken(me, id, kind);
        return papers.print(forum, kind, language)
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attached(Papers.fileName(forum, kind)))
                        .body(pdf))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/desk/forums/" + id + "?done=nobody-to-print")
                        .build());
    }

    private Forum taken(Organizer me, String id, String kind) {
        var forum = forums.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var hour = clock.instant().minus(Duration.ofHours(1));
        if (audit.count(me.id(), TAKEN, hour) >= MOST_AN_HOUR) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        audit.note(me.id(), TAKEN, id + " " + kind);
        return forum;
    }

    private static void named(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attached(name));
    }

    private static String attached(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
