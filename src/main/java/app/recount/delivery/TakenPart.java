package app.recount.delivery;

import app.recount.delivery.Outcome.Acknowledgement;

/**
 * A part that the server took.
 *
 * @param range which events it had
 */
record TakenPart(Range range, Acknowledgement acknowledgement) {

    /** Events of a payload from {@code from} (included) to {@code to} (excluded). */
    record Range(int from, int to) {

        int length() {
            return to - from;
        }

        int middle() {
            return (from + to) >>> 1;
        }

        Range firstHalf() {
            return new Range(from, middle());
        }

        Range secondHalf() {
            return new Range(middle(), to);
        }
    }
}
