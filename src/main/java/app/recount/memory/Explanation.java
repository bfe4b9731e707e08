package app.recount.memory;

import app.recount.text.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How one value came about.
 *
 * @param value as it stands in the event, digit by digit; empty if the day has no such key
 * @param absence why it has none
 * @param formula in words short enough for a label
 * @param sources tables and columns
 * @param tables each table whose rows were looked at; counted and left out add up to all of its rows
 * @param queries what counts the value alone
 * @param rule how several queries make one value
 * @param recount what they gave when the explanation was made; empty if they gave nothing or there is no value
 */
public record Explanation(
        String key,
        LocalDate day,
        Optional<String> value,
        Optional<Wording> absence,
        Wording formula,
        Wording meaning,
        List<String> sources,
        List<TableRows> tables,
        List<ValueQuery> queries,
        Optional<Wording> rule,
        Optional<Recount> recount) {

    /** The one key of {@code install_inferred} that is read from rows. */
    public static final String FIRST_ACTIVE_DATE = "first_active_date";

    /**
     * The rows of one table.
     *
     * @param leftOut only what is more than zero
     */
    public record TableRows(SourceTable table, long counted, List<LeftOut> leftOut) {
        public TableRows {
            leftOut = leftOut.stream().filter(part -> part.rows() > 0).toList();
        }

        public long all() {
            return counted + leftOut.stream().mapToLong(LeftOut::rows).sum();
        }
    }

    /** Rows that were not counted, and why. */
    public record LeftOut(Reason reason, long rows) {}

    /** Why a row does not count for a value. */
    public enum Reason {
        /** Of the day, but of another kind. */
        NO_MATCH,
        /** Of the day, but NULL. */
        NO_VALUE,
        /** A turn that the memory database has as well. */
        KNOWN_TO_BOTH,
        OTHER_DAY,
        /** From before 2024. */
        BEFORE_FLOOR,
        /** With a time after now. */
        FUTURE,
        /** Whose epoch is no integer. */
        CORRUPT_EPOCH
    }

    /**
     * A statement that anybody can run.
     *
     * @param place the database that it is for
     */
    public record ValueQuery(Place place, String sql) {}

    /** Whose database a statement is for. */
    public enum Place {
        MEMORY_DATABASE,
        RECOUNT
    }

    public Explanation {
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
        queries = List.copyOf(queries);
    }

    /**
     * What the queries gave.
     *
     * @param agrees whether that is the value
     */
    public record Recount(String value, boolean agrees) {

        /** Fractions of a sum are as exact as floating-point numbers are, and depend on the order in which they are added. */
        static Recount of(BigDecimal again, BigDecimal value) {
            boolean whole = again.scale() == 0 && value.scale() == 0;
            double difference = again.subtract(value).abs().doubleValue();
            return new Recount(
                    again.toPlainString(),
                    whole ? again.compareTo(value) == 0 : difference <= 4 * Math.ulp(value.doubleValue()));
        }
    }
}
