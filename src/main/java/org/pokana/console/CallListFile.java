package org.pokana.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.CallList;
import org.pokana.announcement.CallList.Call;
import org.pokana.announcement.Dispatches;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.messaging.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Whom to call about an announcement, for a spreadsheet; noted and limited like every list that leaves the desk. */
@DeskPage
class CallListFile {

    private static final List<String> COLUMNS = List.of(
            "column-name",
            "column-organisation",
            "column-municipality",
            "column-group",
            "announcement-why",
            "column-phone");

    private final Dispatches dispatches;
    private final CallList calls;
    private final Downloads downloads;
    private final Words words;

    CallListFile(Dispatches dispatches, CallList calls, Downloads downloads, Words words) {
        this.dispatches = dispatches;
        this.calls = calls;
        this.downloads = downloads;
        this.words = words;
    }

    @GetMapping("/desk/announcements/{id}/calls.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("me") Organizer me, @PathVariable String id, Locale language) {
        if (dispatches.progress(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        downloads.note(me, id + " csv");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attached("pokana-" + id + ".csv"))
                .body(file(calls.of(id), new PageWords(words, language)));
    }

    private static byte[] file(List<Call> calls, PageWords words) {
        var head = line(COLUMNS.stream().map(column -> words.say("console." + column)));
        var lines = calls.stream().map(call -> line(row(call, words)));
        var text = Stream.concat(Stream.of(head), lines).collect(Collectors.joining());
        return ('\uFEFF' + text).getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> row(Call call, PageWords words) {
        var profile = call.profile();
        var phone = call.phone();
        return Stream.of(
                named(words, "", profile.name()),
                named(words, "", profile.organisation()),
                named(words, "forum.municipality.", profile.municipality()),
                named(words, "forum.group.", profile.group()),
                words.say("console.announcement-why-" + call.why()),
                phone == null ? words.say("phone.none") : phone.shown());
    }

    private static String named(PageWords words, String phrase, @Nullable String key) {
        return key == null ? "" : !phrase.isEmpty() && words.knows(phrase + key) ? words.say(phrase + key) : key;
    }

    private static String line(Stream<String> cells) {
        return cells.map(RosterFiles::cell).collect(Collectors.joining(";")) + "\r\n";
    }
}
