package app.recount.desktop.review;

import app.recount.problem.Problem;
import java.util.Optional;

/** What is known of Recount's own books; where it is nothing, nothing may be sent, for a delivery could be waiting in them. */
sealed interface BooksState {

    /** They are being read, or nobody has looked yet. */
    record Reading() implements BooksState {}

    /** They stand as they were read last. */
    record Known(Books books) implements BooksState {}

    /** The last reading failed. */
    record Unreadable(Problem problem) implements BooksState {}

    /** What they say; empty while that is unknown. */
    default Optional<Books> known() {
        return this instanceof Known known ? Optional.of(known.books()) : Optional.empty();
    }

    /** Why they could not be read, if that is so. */
    default Optional<Problem> failure() {
        return this instanceof Unreadable unreadable ? Optional.of(unreadable.problem()) : Optional.empty();
    }
}
