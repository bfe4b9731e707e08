package app.recount.session;

import java.util.Arrays;
import java.util.List;

/** Finds the next of several marks in a block; positions that are asked for never go back. */
final class MarkSearch {

    private final LineBlock block;
    private final List<Mark> marks;
    private final int[] found;

    MarkSearch(LineBlock block, List<Mark> marks) {
        this.block = block;
        this.marks = marks;
        this.found = new int[marks.size()];
        Arrays.fill(found, -1);
    }

    /** The first position of a mark at or behind this one; the block's length if there is none. */
    int next(int from) {
        var next = block.length();
        for (var i = 0; i < found.length; i++) {
            if (found[i] < from) {
                found[i] = block.next(marks.get(i), from);
            }
            next = Math.min(next, found[i]);
        }
        return next;
    }
}
