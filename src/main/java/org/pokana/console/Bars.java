package org.pokana.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A chart of bars, each cut into kinds, in boxes of 100 by 8. It stands in a table with its numbers, so that nothing
 * depends on seeing it.
 *
 * @param kinds what is counted; the ends of the phrases {@code console.bar-…} and the classes of the pieces
 */
public record Bars(List<String> kinds, List<Bar> bars) {

    private static final double WIDTH = 100;

    /** One row: a number for each kind. */
    record Row(String label, List<Long> counts) {

        static Row of(String label, long... counts) {
            return new Row(label, LongStream.of(counts).boxed().toList());
        }

        private long all() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A part of a bar; as wide as it counts. */
    public record Piece(String kind, double x, double width) {}

    public record Bar(String label, List<Long> counts, List<Piece> pieces) {}

    /** The longest bar fills its box. */
    static Bars of(List<String> kinds, List<Row> rows) {
        long most = Math.max(1, rows.stream().mapToLong(Row::all).max().orElse(1));
        return new Bars(kinds, rows.stream().map(row -> bar(kinds, row, most)).toList());
    }

    private static Bar bar(List<String> kinds, Row row, long most) {
        var pieces = new ArrayList<Piece>();
        double x = 0;
        for (int i = 0; i < kinds.size(); i++) {
            double width = WIDTH * row.counts().get(i) / most;
            if (width > 0) {
                pieces.add(new Piece(kinds.get(i), rounded(x), rounded(width)));
            }
            x += width;
        }
        return new Bar(row.label(), row.counts(), pieces);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    public boolean isEmpty() {
        return bars.stream().allMatch(bar -> bar.pieces().isEmpty());
    }
}
