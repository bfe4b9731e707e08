package app.recount.memory;

import app.recount.text.Wording;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that the user should know about the data.
 *
 * @param count how many rows (or tables, columns, days: what the code says) it is about
 * @param message one sentence without the count, as it follows the count: “observations without text”
 * @param explanation what it means for the numbers, one or two sentences
 * @param days the days that it touches; empty where it is about none in particular
 */
public record Finding(Code code, long count, Wording message, Wording explanation, SortedSet<LocalDate> days) {

    /** Stable codes; scripts rely on them. */
    public enum Code {
        NULL_TEXTS(Severity.WARNING),
        CORRUPT_EPOCHS(Severity.WARNING),
        FUTURE_ROWS(Severity.WARNING),
        SECOND_EPOCHS(Severity.NOTE),
        ROWS_BEFORE_FLOOR(Severity.NOTE),
        ROWS_BEFORE_INSTALL_DAY(Severity.WARNING),
        ROWS_TOO_YOUNG(Severity.NOTE),
        TABLE_MISSING(Severity.WARNING),
        COLUMN_MISSING(Severity.WARNING),
        NOT_A_TABLE(Severity.WARNING),
        BEING_WRITTEN(Severity.NOTE),
        VALUE_OVERFLOW(Severity.WARNING);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    /** A warning changes what numbers mean; a note explains why something is as it should be. */
    public enum Severity {
        WARNING,
        NOTE
    }

    public static final Comparator<Finding> MOST_IMPORTANT_FIRST =
            Comparator.comparing((Finding finding) -> finding.code().severity()).thenComparing(Finding::code);

    public Finding {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }
}
