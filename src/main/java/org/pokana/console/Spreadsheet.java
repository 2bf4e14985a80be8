package org.pokana.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a file for Excel, written row by row; cells are text or numbers, never formulas. */
final class Spreadsheet {

    /** Rows that are written out together. */
    private static final int AT_ONCE = 500;

    private static final int LONGEST_TITLE = 31;

    private Spreadsheet() {}

    static void write(String title, double[] widths, List<String> head, Iterable<List<String>> rows, OutputStream out)
            throws IOException {
        var book = new Workbook(out, "Pokana", "1.0");
        var name = title.replaceAll("[\\[\\]*?:/\\\\]", " ");
        var sheet = book.newWorksheet(name.substring(0, Math.min(LONGEST_TITLE, name.length())));
        write(sheet, 0, head);
        sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
        sheet.freezePane(0, 1);
        int at = 1;
        for (List<String> row : rows) {
            write(sheet, at, row);
            if (at++ % AT_ONCE == 0) {
                sheet.flush();
            }
        }
        book.finish();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            var text = cells.get(column);
            if (text.matches("0|[1-9]\\d{0,8}")) {
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
