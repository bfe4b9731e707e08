package app.recount.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under headings, columns as wide as they must be: the first to the left, numbers to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    List<String> lines() {
        int columns = rows.getFirst().size();
        var widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var padding = " ".repeat(widths[column] - row.get(column).length());
            line.append(column == 0 ? row.get(column) + padding : GAP + padding + row.get(column));
        }
        return line.toString().stripTrailing();
    }
}
