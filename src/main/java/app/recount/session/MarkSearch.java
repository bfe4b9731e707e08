package app.recount.session;

import java.util.List;

/** Finds the next of several marks in a text; positions that are asked for never go back. */
final class MarkSearch {

    private final String text;
    private final List<String> marks;
    private final int[] found;

    MarkSearch(String text, List<String> marks) {
        this.text = text;
        this.marks = marks;
        this.found = new int[marks.size()];
        java.util.Arrays.fill(found, -1);
    }

    /** The first position of a mark at or behind this one; the text's length if there is none. */
    int next(int from) {
        var next = text.length();
        for (var i = 0; i < found.length; i++) {
            if (found[i] < from) {
                var at = text.indexOf(marks.get(i), from);
                found[i] = at < 0 ? text.length() : at;
            }
            next = Math.min(next, found[i]);
        }
        return next;
    }
}
