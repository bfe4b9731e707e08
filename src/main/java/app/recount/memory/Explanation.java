package app.recount.memory;

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
        Optional<String> absence,
        String formula,
        String meaning,
        List<String> sources,
        List<TableRows> tables,
        List<ValueQuery> queries,
        Optional<String> rule,
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
        NO_MATCH("of this day, of another kind"),
        NO_VALUE("of this day, without a value (NULL)"),
        KNOWN_TO_BOTH("which the memory database has as well"),
        OTHER_DAY("of other days"),
        BEFORE_FLOOR("from before 2024"),
        FUTURE("with a time after now"),
        CORRUPT_EPOCH("whose epoch is no integer");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** Follows the number of rows. */
        public String words() {
            return words;
        }
    }

    /**
     * A statement that anybody can run.
     *
     * @param place the database that it is for
     */
    public record ValueQuery(Place place, String sql) {}

    /** Whose database a statement is for. */
    public enum Place {
        MEMORY_DATABASE("the memory database"),
        RECOUNT("recount.db");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
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
