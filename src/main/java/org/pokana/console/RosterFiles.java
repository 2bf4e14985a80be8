package org.pokana.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.RosterEntry;
import org.pokana.forum.RosterEntry.Standing;
import org.pokana.paper.Report;
import org.pokana.paper.Report.Section;
import org.pokana.phone.PhoneNumber;

/** The list of a forum as a file for a spreadsheet, written row by row, so that a long one takes no more memory. */
final class RosterFiles {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "number", "name", "organisation", "municipality", "group", "standing", "coming", "registered", "arrived");

    private static final double[] WIDTHS = {8, 28, 34, 18, 26, 16, 12, 18, 18, 20};

    private final PageWords words;
    private final ZoneId zone;
    private final @Nullable Map<String, PhoneNumber> numbers;

    /** Without telephone numbers, as it may leave the house. */
    RosterFiles(PageWords words, ZoneId zone) {
        this(words, zone, null);
    }

    /** @param numbers of those who left one, for whoever calls them; there is no such column without */
    RosterFiles(PageWords words, ZoneId zone, @Nullable Map<String, PhoneNumber> numbers) {
        this.words = words;
        this.zone = zone;
        this.numbers = numbers;
    }

    private Stream<String> head() {
        return with(COLUMNS.stream(), "phone").map(column -> words.say("console.column-" + column));
    }

    private Stream<String> row(RosterEntry entry) {
        var profile = entry.profile();
        var row = Stream.of(
                entry.number() == 0 ? "" : String.valueOf(entry.number()),
                or(profile.name()),
                or(profile.organisation()),
                named("forum.municipality.", profile.municipality()),
                named("forum.group.", profile.group()),
                words.say("console.standing-" + entry.standing()),
                entry.hasSeat() ? words.say(entry.coming() ? "console.yes" : "console.no-answer") : "",
                moment(entry.registeredAt()),
                moment(entry.standing() == Standing.HERE ? entry.arrivedAt() : null));
        var number = numbers == null ? null : numbers.get(entry.contact());
        return with(row, number == null ? words.say("phone.none") : number.shown());
    }

    private Stream<String> with(Stream<String> cells, String last) {
        return numbers == null ? cells : Stream.concat(cells, Stream.of(last));
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

    /** On paper there is room for what matters most, and for so many people. */
    Report report(List<RosterEntry> entries, int most) {
        var columns = numbers == null ? List.of(0, 1, 2, 3, 5) : List.of(0, 1, 2, 3, 5, COLUMNS.size());
        var head = head().toList();
        var rows = entries.stream()
                .limit(most)
                .map(entry -> row(entry).toList())
                .map(row -> columns.stream()
                        .map(row::get)
                        .map(RosterFiles::onOneLine)
                        .toList())
                .toList();
        var found = new ArrayList<String>(List.of(words.say("console.found", entries.size())));
        if (entries.size() > most) {
            found.add(words.say("console.list-cut", most));
        }
        return new Report(
                words.say("console.people"),
                List.of(new Section("", found, columns.stream().map(head::get).toList(), rows)));
    }

    /** Nobody dials a number that goes on below. */
    private static String onOneLine(String cell) {
        return cell.startsWith("+") ? cell.replace(' ', '\u00a0') : cell;
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

    void xlsx(Iterable<RosterEntry> entries, String title, OutputStream out) throws IOException {
        Spreadsheet.write(
                title,
                numbers == null ? Arrays.copyOf(WIDTHS, COLUMNS.size()) : WIDTHS,
                head().toList(),
                () -> StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> row(entry).toList())
                        .iterator(),
                out);
    }
}
