package app.recount.cli;

import app.recount.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, columns as wide as they must be. */
final class TextTable {

    private static final String GAP = "  ";

    /** Begins the heading of a column whose cells stand to the right, as numbers do. */
    static final String RIGHT = ">";

    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** Under the headings of a text of the bundle, which stand between bars. */
    static TextTable headed(String headings) {
        return new TextTable(List.of(headings.split(" *\\| *", -1)));
    }

    TextTable(List<String> headings) {
        right = headings.stream().map(heading -> heading.startsWith(RIGHT)).toList();
        rows.add(headings.stream()
                .map(heading -> heading.startsWith(RIGHT) ? heading.substring(RIGHT.length()) : heading)
                .toList());
    }

    void row(List<String> cells) {
        rows.add(cells.stream().map(VisibleText::name).toList());
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

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cell(row.get(column), widths[column], right.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String cell(String text, int width, boolean right) {
        var padding = " ".repeat(width - text.length());
        return right ? padding + text : text + padding;
    }
}
