package app.recount.session;

import java.util.Arrays;
import java.util.Collection;

/** Where marks stand in a block, in this order. */
final class Sightings {

    private final int length;
    private Mark[] marks = new Mark[64];
    private int[] positions = new int[64];
    private int size;

    /** @param length of the block */
    Sightings(int length) {
        this.length = length;
    }

    void add(Mark mark, int position) {
        if (size == marks.length) {
            marks = Arrays.copyOf(marks, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        marks[size] = mark;
        positions[size++] = position;
    }

    /** Those of some marks. */
    Search of(Collection<Mark> wanted) {
        return new Search(wanted);
    }

    /** Goes from one to the next; positions that are asked for never go back. */
    final class Search {

        private final Collection<Mark> wanted;
        private int at;

        private Search(Collection<Mark> wanted) {
            this.wanted = wanted;
        }

        /** The first position of a mark at or behind this one; the block's length if there is none. */
        int next(int from) {
            while (at < size && (positions[at] < from || !wanted.contains(marks[at]))) {
                at++;
            }
            return at < size ? positions[at] : length;
        }
    }
}
