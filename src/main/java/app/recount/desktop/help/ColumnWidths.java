package app.recount.desktop.help;

import app.recount.desktop.help.Block.Table;
import app.recount.desktop.help.Piece.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the columns of a table share its width: two are names and meanings, those of more go by their longest cells. */
final class ColumnWidths {

    /** In characters, the least and the most that count for a column, whose text can be broken. */
    private static final int SHORT = 10;

    private static final int LONG = 36;

    /** What stands at both sides of a cell, in characters. */
    private static final int EDGES = 3;

    /** Code is not broken within a word, and its letters are wider. */
    private static final double CODE = 1.7;

    private ColumnWidths() {}

    /** A percentage for each column. */
    static List<Double> of(Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        if (columns == 2) {
            return List.of(30.0, 70.0);
        }
        var widths = IntStream.range(0, columns)
                .mapToDouble(column -> EDGES
                        + table.rows().stream()
                                .filter(row -> column < row.size())
                                .mapToDouble(row -> length(row.get(column)))
                                .max()
                                .orElse(SHORT))
                .toArray();
        double all = IntStream.range(0, columns)
                .mapToDouble(column -> widths[column])
                .sum();
        return IntStream.range(0, columns)
                .mapToObj(column -> 100 * widths[column] / all)
                .toList();
    }

    private static double length(List<Piece> cell) {
        int all = cell.stream().mapToInt(piece -> piece.text().length()).sum();
        double longestWord = cell.stream()
                .filter(piece -> piece.kind() == Kind.CODE)
                .flatMap(piece -> Stream.of(piece.text().split(" ")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(Math.clamp(all, SHORT, LONG), longestWord * CODE);
    }
}
