package app.recount.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what compressing cost, as a hook would have told it since one day of the history; what came before is unknown. Chance is the
 * session's own here, so that the rest of the history does not depend on it.
 */
final class TurnRows implements AutoCloseable {

    /** How many days of the history nobody told of anything. */
    static final int UNTOLD_DAYS = 96;

    private static final String TABLE = """
            CREATE TABLE compression_events (
                memory_session_id TEXT NOT NULL,
                turn INTEGER NOT NULL,
                tokens_input INTEGER,
                tokens_output INTEGER,
                cost_usd REAL,
                model TEXT,
                provider TEXT,
                outcome TEXT,
                created_at_epoch INTEGER NOT NULL,
                PRIMARY KEY (memory_session_id, turn)
            )""";

    private static final String INDEX =
            "CREATE INDEX idx_compression_events_created ON compression_events (created_at_epoch DESC)";

    /** Dollars per million tokens; a way that tells no cost has no price. */
    private record Way(
            String provider,
            String model,
            @Nullable BigDecimal input,
            @Nullable BigDecimal output) {

        @Nullable
        BigDecimal cost(long tokensIn, long tokensOut) {
            return input == null || output == null
                    ? null
                    : input.multiply(BigDecimal.valueOf(tokensIn))
                            .add(output.multiply(BigDecimal.valueOf(tokensOut)))
                            .movePointLeft(6);
        }
    }

    private static final Way HAIKU = new Way("claude", "claude-haiku-4-5", BigDecimal.ONE, BigDecimal.valueOf(5));
    private static final Way SONNET = new Way("claude", "claude-sonnet-4-5", null, null);
    private static final Way GEMINI = new Way("gemini", "gemini-2.5-flash", null, null);
    private static final Way ROUTED =
            new Way("openrouter", "deepseek/deepseek-chat", new BigDecimal("0.3"), new BigDecimal("0.9"));

    /** The more often one is named, the more it is used. */
    private static final List<Way> WAYS = List.of(HAIKU, HAIKU, HAIKU, HAIKU, HAIKU, SONNET, ROUTED, ROUTED, GEMINI);

    private final Instant since;
    private final PreparedStatement insert;

    TurnRows(Connection connection, Instant since) throws SQLException {
        this.since = since;
        this.insert = connection.prepareStatement("""
                INSERT INTO compression_events (memory_session_id, turn, tokens_input, tokens_output, cost_usd, model, provider,
                    outcome, created_at_epoch)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
    }

    static List<String> schema() {
        return List.of(TABLE, INDEX);
    }

    /** Told at the end of the turn. */
    void write(WorkSession work, int turn, Instant at) throws SQLException {
        if (at.isBefore(since)) {
            return;
        }
        var session = new Dice(work.id().getMostSignificantBits());
        var way = session.oneOf(WAYS);
        var dice = new Dice(work.id().getLeastSignificantBits() + turn);
        insert.setString(1, work.id().toString());
        insert.setInt(2, turn);
        insert.setString(6, way.model());
        insert.setString(7, way.provider());
        insert.setLong(9, at.toEpochMilli());
        if (dice.chance(0.03)) {
            tell(null, null, null, "aborted");
        } else {
            long in = 600L + dice.skewed(2_400);
            long out = 80L + dice.skewed(420);
            tell(in, out, way.cost(in, out), outcome(dice));
        }
    }

    private static String outcome(Dice dice) {
        return dice.chance(0.02) ? "invalid_output" : dice.chance(0.02) ? "partial" : "ok";
    }

    private void tell(@Nullable Long in, @Nullable Long out, @Nullable BigDecimal cost, String outcome)
            throws SQLException {
        insert.setObject(3, in);
        insert.setObject(4, out);
        insert.setObject(5, cost == null ? null : cost.doubleValue());
        insert.setString(8, outcome);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
