package org.pokana.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Roster;
import org.pokana.forum.RosterEntry;
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

    static final String CSV = "text/csv; charset=utf-8";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A longer list is one for a spreadsheet. */
    private static final int MOST_ON_PAPER = 2_000;

    private final Downloads downloads;
    private final Roster roster;
    private final Papers papers;
    private final CallNumbers numbers;
    private final Words words;

    DownloadController(Downloads downloads, Roster roster, Papers papers, CallNumbers numbers, Words words) {
        this.downloads = downloads;
        this.roster = roster;
        this.papers = papers;
        this.numbers = numbers;
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
        named(response, "pokana-" + id + ".csv", CSV);
        var found = roster.find(id, wish.wish()).entries();
        files(forum, found, language).csv(found, response.getOutputStream());
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
        named(response, "pokana-" + id + ".xlsx", XLSX);
        var title = words.say(Facts.label(forum), language);
        var found = roster.find(id, wish.wish()).entries();
        files(forum, found, language).xlsx(found, title, response.getOutputStream());
    }

    @GetMapping("/desk/forums/{id}/people.pdf")
    ResponseEntity<byte[]> pdf(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @ModelAttribute PeopleWish wish,
            Locale language) {
        var forum = downloads.taken(me, id, "pdf");
        var found = roster.find(id, wish.wish()).entries();
        var report = files(forum, found, language).report(found, MOST_ON_PAPER);
        return pdf("pokana-list-" + id + ".pdf", papers.report(forum, report, language));
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attached(name))
                .body(pdf);
    }

    private RosterFiles files(Forum forum, List<RosterEntry> people, Locale language) {
        var left =
                numbers.of(forum.id(), people.stream().map(RosterEntry::contact).toList());
        return new RosterFiles(new PageWords(words, language), forum.zone(), left);
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

    static void named(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Downloads.attached(name));
    }
}
