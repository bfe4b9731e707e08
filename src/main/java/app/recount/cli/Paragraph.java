package app.recount.cli;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines that fit a terminal of 80 columns. */
final class Paragraph {

    static final int WIDTH = 80;

    private Paragraph() {}

    /** A label in a column of its own, and the text beside it. */
    static List<String> labelled(String label, int column, String text) {
        return wrap(label + " ".repeat(Math.max(1, column - label.length())), " ".repeat(column), text);
    }

    /** The text behind {@code first}; further lines begin with {@code next}. A word that is too long stands alone. */
    static List<String> wrap(String first, String next, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        boolean empty = true;
        for (var word : text.strip().split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
