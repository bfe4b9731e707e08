package app.recount.generation;

import app.recount.memory.DayWindow;
import app.recount.memory.TurnKey;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes a turn of what a worker or a hook tells, or says what is wrong with it. The fields are named as the columns are. */
public final class TurnFields {

    public static final String SESSION = "memory_session_id";
    public static final String TURN = "turn";
    public static final String TOKENS_INPUT = "tokens_input";
    public static final String TOKENS_OUTPUT = "tokens_output";
    public static final String COST = "cost_usd";
    public static final String MODEL = "model";
    public static final String PROVIDER = "provider";
    public static final String OUTCOME = "outcome";
    public static final String TIME = "created_at_epoch";

    private static final Set<String> KNOWN =
            Set.of(SESSION, TURN, TOKENS_INPUT, TOKENS_OUTPUT, COST, MODEL, PROVIDER, OUTCOME, TIME);

    private static final int LONGEST_NAME = 200;

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

    /** What a JSON number can be, short enough that its plain form stays short. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");

    private static final BigDecimal LARGEST_COST = BigDecimal.valueOf(1_000_000);

    /** Clocks of two programs on one machine agree; this is for those that were just set. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final long SMALLEST_MILLIS = 1_000_000_000_000L;

    private final Clock clock;

    public TurnFields(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks the fields.
     *
     * @param fields what is not known is left out
     * @throws ProblemException with {@code TURN_INVALID} if something is wrong
     */
    public CompressionEvent read(Map<String, String> fields) {
        var strange = new TreeSet<>(fields.keySet());
        strange.removeAll(KNOWN);
        if (!strange.isEmpty()) {
            throw invalid("unknownField", strange.first());
        }
        var provider = name(fields, PROVIDER);
        var cost = cost(fields);
        if (cost.isPresent() && provider.isEmpty()) {
            throw invalid("costWithoutProvider");
        }
        return new CompressionEvent(
                new TurnKey(
                        name(fields, SESSION).orElseThrow(() -> missing(SESSION)),
                        whole(fields, TURN).orElseThrow(() -> missing(TURN))),
                new TurnFigures(whole(fields, TOKENS_INPUT), whole(fields, TOKENS_OUTPUT), cost),
                name(fields, MODEL),
                provider,
                Optional.of(outcome(fields)),
                time(fields),
                TurnOrigin.RECORDED);
    }

    private static Optional<String> name(Map<String, String> fields, String field) {
        return Optional.ofNullable(fields.get(field)).map(name -> {
            if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw invalid("noName", field, LONGEST_NAME);
            }
            return name;
        });
    }

    private static Optional<Long> whole(Map<String, String> fields, String field) {
        return Optional.ofNullable(fields.get(field)).map(written -> {
            if (!WHOLE.matcher(written).matches()) {
                throw invalid("notWhole", field, shortened(written));
            }
            long number = Long.parseLong(written);
            if (number < 0) {
                throw invalid("negative", field);
            }
            return number;
        });
    }

    private static Optional<BigDecimal> cost(Map<String, String> fields) {
        return Optional.ofNullable(fields.get(COST)).map(written -> {
            if (!DECIMAL.matcher(written).matches()) {
                throw invalid("notDecimal", COST, shortened(written));
            }
            var amount = new BigDecimal(written);
            if (amount.signum() < 0) {
                throw invalid("negative", COST);
            }
            if (amount.compareTo(LARGEST_COST) > 0) {
                throw invalid("tooDear", COST);
            }
            return amount;
        });
    }

    private static TurnOutcome outcome(Map<String, String> fields) {
        var word = Optional.ofNullable(fields.get(OUTCOME)).orElseThrow(() -> missing(OUTCOME));
        return TurnOutcome.byWord(word)
                .orElseThrow(() -> invalid("otherWord", OUTCOME, TurnOutcome.words(), shortened(word)));
    }

    /** An epoch in seconds or milliseconds, or an instant; now where nothing is said. */
    private Instant time(Map<String, String> fields) {
        var now = clock.instant();
        var at = Optional.ofNullable(fields.get(TIME)).map(TurnFields::instant).orElse(now);
        if (at.isBefore(DayWindow.FLOOR) || at.isAfter(now.plus(SLACK))) {
            throw invalid("otherTime", TIME, at);
        }
        return at;
    }

    private static Instant instant(String written) {
        if (WHOLE.matcher(written).matches()) {
            long epoch = Long.parseLong(written);
            return epoch < SMALLEST_MILLIS ? Instant.ofEpochSecond(epoch) : Instant.ofEpochMilli(epoch);
        }
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw invalid("noTime", TIME, shortened(written));
        }
    }

    private static String shortened(String written) {
        return written.length() > 40 ? written.substring(0, 40) + "…" : written;
    }

    private static ProblemException missing(String field) {
        return invalid("missing", field);
    }

    /** @param rule the text's key behind {@code problem.TURN_INVALID.} */
    static ProblemException invalid(String rule, Object... arguments) {
        return new ProblemException(Problem.of("TURN_INVALID")
                .because(Wording.of("problem.TURN_INVALID." + rule, arguments))
                .advising(Action.read("recordAgain")));
    }
}
