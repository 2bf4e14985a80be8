package org.pokana.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Roster;
import org.pokana.messaging.Words;
import org.pokana.paper.Papers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Lists of people and papers as files. */
@DeskPage
class DownloadController {

    /** A longer list is one for a spreadsheet. */
    private static final int MOST_ON_PAPER = 2_000;

    private final Downloads downloads;
    private final Roster roster;
    private final Papers papers;
    private final Words words;

    DownloadController(Downloads downloads, Roster roster, Papers papers, Words words) {
        this.downloads = downloads;
        this.roster = roster;
        this.papers = papers;
        this.words = words;
    }

    @GetMapping("/desk/forums/{id}/people.csv")
    void csv(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @ModelAttribute PeopleWish wish,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var forum = downloads.taken(me, id, "csv");
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
        var forum = downloads.taken(me, id, "xlsx");
        named(response, "pokana-" + id + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var title = words.say(Facts.label(forum), language);
        files(forum, language).xlsx(roster.find(id, wish.wish()).entries(), title, response.getOutputStream());
    }

    @GetMapping("/desk/forums/{id}/people.pdf")
    ResponseEntity<byte[]> pdf(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @ModelAttribute PeopleWish wish,
            Locale language) {
        var forum = downloads.taken(me, id, "pdf");
        var found = roster.find(id, wish.wish()).entries();
        var report = files(forum, language).report(found, MOST_ON_PAPER);
        return pdf("pokana-list-" + id + ".pdf", papers.report(forum, report, language));
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attached(name))
                .body(pdf);
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
        var forum = downloads.taken(me, id, kind);
        return papers.print(forum, kind, language)
                .map(pdf -> pdf(Papers.fileName(forum, kind), pdf))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/desk/forums/" + id + "?done=nobody-to-print")
                        .build());
    }

    private static void named(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Downloads.attached(name));
    }
}
