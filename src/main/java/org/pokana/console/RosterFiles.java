package org.pokana.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.RosterEntry;
import org.pokana.forum.RosterEntry.Standing;

/** The list of a forum as a file for a spreadsheet, written row by row, so that a long one takes no more memory. */
final class RosterFiles {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "number", "name", "organisation", "municipality", "group", "standing", "coming", "registered", "arrived");

    /** Rows that are written out together. */
    private static final int AT_ONCE = 500;

    private static final double[] WIDTHS = {8, 28, 34, 18, 26, 16, 12, 18, 18};

    private final PageWords words;
    private final ZoneId zone;

    RosterFiles(PageWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    private Stream<String> head() {
        return COLUMNS.stream().map(column -> words.say("console.column-" + column));
    }

    private Stream<String> row(RosterEntry entry) {
        var profile = entry.profile();
        return Stream.of(
                entry.number() == 0 ? "" : String.valueOf(entry.number()),
                or(profile.name()),
                or(profile.organisation()),
                named("forum.municipality.", profile.municipality()),
                named("forum.group.", profile.group()),
                words.say("console.standing-" + entry.standing()),
                entry.hasSeat() ? words.say(entry.coming() ? "console.yes" : "console.no-answer") : "",
                moment(entry.registeredAt()),
                moment(entry.standing() == Standing.HERE ? entry.arrivedAt() : null));
    }

    private static String or(@Nullable String known) {
        return known == null ? "" : known;
    }

    private String named(String phrase, @Nullable String key) {
        return key == null ? "" : words.knows(phrase + key) ? words.say(phrase + key) : key;
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(zone));
    }

    /** With a mark at its beginning and semicolons, which is how a Bulgarian Excel reads it by a double click. */
    void csv(Iterable<RosterEntry> entries, OutputStream out) throws IOException {
        Writer file = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        file.write('\uFEFF');
        line(head(), file);
        for (RosterEntry entry : entries) {
            line(row(entry), file);
        }
        file.flush();
    }

    private static void line(Stream<String> cells, Writer file) throws IOException {
        file.write(String.join(";", cells.map(RosterFiles::cell).toList()));
        file.write("\r\n");
    }

    /** Whatever a spreadsheet would take for a formula is text to it, once it begins with an apostrophe. */
    static String cell(String text) {
        var begins = text.stripLeading();
        boolean formula = !begins.isEmpty() && "=+-@\t\r|%".indexOf(begins.charAt(0)) >= 0 || text.startsWith("\t");
        var plain = formula ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }

    /** Cells are text or numbers, never formulas. */
    void xlsx(Iterable<RosterEntry> entries, String title, OutputStream out) throws IOException {
        var book = new Workbook(out, "Pokana", "1.0");
        var sheet =
                book.newWorksheet(title.replaceAll("[\\[\\]*?:/\\\\]", " ").substring(0, Math.min(31, title.length())));
        write(sheet, 0, head().toList());
        sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.width(column, WIDTHS[column]);
        }
        sheet.freezePane(0, 1);
        int at = 1;
        for (RosterEntry entry : entries) {
            write(sheet, at, row(entry).toList());
            if (at++ % AT_ONCE == 0) {
                sheet.flush();
            }
        }
        book.finish();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            var text = cells.get(column);
            if (column == 0 && text.matches("\\d+")) {
                sheet.value(row, column, Long.parseLong(text));
            } else if (!text.isEmpty()) {
                sheet.value(row, column, clean(text));
            }
        }
    }

    /** Without what no XML may hold. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
