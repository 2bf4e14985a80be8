package org.pokana.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;
import org.pokana.announcement.Announcement;
import org.pokana.announcement.Announcements;
import org.pokana.followup.Feedback;
import org.pokana.followup.Shelf;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.RosterEntry;
import org.pokana.messaging.Words;
import org.pokana.paper.Certificates;
import org.pokana.paper.Papers;
import org.pokana.paper.Report;
import org.pokana.paper.Report.Section;
import org.springframework.stereotype.Component;

/**
 * Everything a funder asks for after a forum, in one file: each paper is made when its turn comes and leaves at once, so
 * that a large forum takes no more memory than a small one.
 */
@Component
class FunderPack {

    private final FunderFigures figures;
    private final Papers papers;
    private final Certificates certificates;
    private final Announcements announcements;
    private final Feedback feedback;
    private final Shelf shelf;
    private final Words words;
    private final Clock clock;

    FunderPack(
            FunderFigures figures,
            Papers papers,
            Certificates certificates,
            Announcements announcements,
            Feedback feedback,
            Shelf shelf,
            Words words,
            Clock clock) {
        this.figures = figures;
        this.papers = papers;
        this.certificates = certificates;
        this.announcements = announcements;
        this.feedback = feedback;
        this.shelf = shelf;
        this.words = words;
        this.clock = clock;
    }

    /** Such as {@code pokana-funder-pack-haskovo-2027-02-bg.zip}. */
    static String fileName(Forum forum, Locale language) {
        return "pokana-funder-pack-" + forum.id() + "-" + language.getLanguage() + ".zip";
    }

    /** @param photos whether those of the album go along, but for the ones that somebody wants to be taken out of */
    void write(Forum forum, Locale language, boolean photos, OutputStream out) throws IOException {
        try {
            pack(forum, language, photos, out);
        } catch (UncheckedIOException gone) {
            throw new IOException("whoever took the pack is gone", gone);
        }
    }

    private void pack(Forum forum, Locale language, boolean photos, OutputStream out) throws IOException {
        var page = new PageWords(words, language);
        var people = figures.everybody(forum);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            var pack = new Bundle(zip, page, clock.instant());
            pack.put("report", "pdf", papers.report(forum, report(forum, people, page), language));
            papers.print(forum, "sheet", language).ifPresent(pdf -> pack.put("sheet", "pdf", pdf));
            pack.put("people", "xlsx", to -> new RosterFiles(page, forum.zone())
                    .xlsx(people, words.say(Facts.label(forum), language), to));
            pack.put("agenda", "pdf", papers.report(forum, agenda(forum, page), language));
            letters(forum, language, pack);
            pack.put("announcements", "txt", announced(forum, page));
            pack.put("feedback", "pdf", papers.report(forum, feedback(forum, page), language));
            pack.put("certificates", "xlsx", to -> register(forum, page, to));
            pack.put("coverage", "xlsx", to -> coverage(people, page, to));
            if (!page.funding().isEmpty()) {
                pack.put("funding", "txt", page.funding());
            }
            if (photos) {
                photos(forum, pack);
            }
            pack.put("contents", "txt", contents(forum, photos, pack.names(), page));
        }
    }

    private Report report(Forum forum, List<RosterEntry> people, PageWords page) {
        return new Report(
                page.say("pack.report"),
                List.of(
                        figures.inAll(forum, people, page),
                        figures.byGroup(people, page),
                        figures.byMunicipality(people, page),
                        Section.of(page.say("pack.announcements"), List.of(announcedCount(forum, page))),
                        Section.of(page.say("pack.feedback"), said(forum, page))));
    }

    private String announcedCount(Forum forum, PageWords page) {
        var sent = announcements.ofForum(forum.id());
        return page.say(
                "pack.announced",
                sent.size(),
                sent.stream().mapToInt(Announcement::total).sum());
    }

    private List<String> said(Forum forum, PageWords page) {
        return words.say(feedback.of(forum), FunderFigures.language(page))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Report feedback(Forum forum, PageWords page) {
        return new Report(page.say("pack.feedback"), List.of(Section.of("", said(forum, page))));
    }

    private static Report agenda(Forum forum, PageWords page) {
        var language = FunderFigures.language(page);
        var rows = forum.agenda().stream()
                .map(item -> List.of(
                        page.format("console.format-hour", item.starts()) + "–"
                                + page.format("console.format-hour", item.ends()),
                        item.title().in(language)))
                .toList();
        var head = List.of(page.say("pack.hours"), page.say("pack.part"));
        return new Report(page.say("console.agenda"), List.of(Section.of("", head, rows)));
    }

    private void letters(Forum forum, Locale language, Bundle pack) {
        var all = papers.letters(forum, language).iterator();
        for (int number = 1; all.hasNext(); number++) {
            pack.put("letters", "-" + number + ".pdf", all.next());
        }
    }

    private String announced(Forum forum, PageWords page) {
        var all = new ArrayList<String>();
        for (Announcement each : announcements.ofForum(forum.id())) {
            var texts = each.texts().words().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .map(text -> "[" + text.getKey() + "]\n" + text.getValue())
                    .collect(Collectors.joining("\n\n"));
            var when = page.format("console.format-moment", each.dueAt().atZone(forum.zone()));
            all.add(page.say("pack.announcement", when, each.total()) + "\n\n" + texts);
        }
        return all.isEmpty() ? page.say("pack.no-announcements") : String.join("\n\n————\n\n", all);
    }

    private void register(Forum forum, PageWords page, OutputStream to) throws IOException {
        var rows = certificates.register(forum, FunderFigures.language(page)).stream()
                .map(each -> List.of(each.number(), each.name(), each.organisation(), each.link()))
                .toList();
        var head = List.of(
                page.say("pack.certificate"),
                page.say("console.column-name"),
                page.say("console.column-organisation"),
                page.say("pack.verify"));
        Spreadsheet.write(page.say("pack.certificates"), new double[] {24, 30, 40, 60}, head, rows, to);
    }

    private void coverage(List<RosterEntry> people, PageWords page, OutputStream to) throws IOException {
        Spreadsheet.write(
                page.say("pack.coverage"),
                new double[] {20, 18, 18, 18, 18, 18, 18},
                FunderFigures.coverageHead(page),
                figures.coverage(people, page),
                to);
    }

    private void photos(Forum forum, Bundle pack) {
        for (var photo : shelf.album(forum.id())) {
            shelf.bytes(photo).ifPresent(bytes -> pack.put("photos", "/" + photo.number() + "-" + photo.name(), bytes));
        }
    }

    private String contents(Forum forum, boolean photos, List<String> names, PageWords page) {
        var language = FunderFigures.language(page);
        var refused = shelf.refused(forum.id());
        var about = photos && !refused.isEmpty()
                ? "\n\n" + page.say("pack.refused", refused.size(), shelf.listed(refused))
                : "";
        return forum.title().in(language) + "\n" + words.say(Facts.when(forum), language) + "\n"
                + words.say(Facts.place(forum), language) + "\n\n" + String.join("\n", names) + about + "\n\n"
                + page.say("pack.personal");
    }
}
