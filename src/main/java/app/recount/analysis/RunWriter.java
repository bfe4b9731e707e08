package app.recount.analysis;

import app.recount.analysis.AnalysisRun.Identity;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes runs with their stages and moves, within the transaction of the caller. */
final class RunWriter {

    private static final String FIELDS = """
            source_id, pass, status, tool,
            analysis_file, command, model, framework_version, methodology_version, notes, git_commit,
            started_at, completed_at, duration_seconds, created_at,
            tokens_in, tokens_out, total_tokens, tokens_baseline, tokens_final, tokens_check, cost_usd,
            usage_provider, usage_mode, usage_session_id, folder, chosen_by, unknown_reason,
            baseline_snapshot, final_snapshot, stages_fault,
            inputs_source_ids, inputs_analysis_ids, claims_extracted, claims_updated
            """;

    private final Connection connection;

    RunWriter(Connection connection) {
        this.connection = connection;
    }

    /** The highest number of the year's own ids that has one behind it, plus one; no gap is filled. */
    RunId nextId(int year) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT coalesce(max(id_number), 0) + 1 FROM analysis_runs WHERE id_year = ? AND id_number < ?")) {
            query.setInt(1, year);
            query.setLong(2, RunId.LAST);
            try (var row = query.executeQuery()) {
                row.next();
                return new RunId(year, row.getLong(1));
            }
        }
    }

    /** By the rule of {@link #nextId}. */
    int nextPass(String sourceId) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT coalesce(max(pass), 0) + 1 FROM analysis_runs WHERE source_id = ? AND pass < ?")) {
            query.setString(1, sourceId);
            query.setInt(2, Identity.LAST_PASS);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Returns whether the id was free. */
    boolean insert(AnalysisRun run) throws SQLException {
        var number = RunId.parse(run.id());
        var values = fields(run);
        try (var insert = connection.prepareStatement(
                "INSERT INTO analysis_runs(id, id_year, id_number, %s) VALUES (?, ?, ?, %s) ON CONFLICT(id) DO NOTHING"
                        .formatted(FIELDS, places(values.size())))) {
            insert.setString(1, run.id());
            insert.setObject(2, number.map(RunId::year).orElse(null));
            insert.setObject(3, number.map(RunId::number).orElse(null));
            set(insert, 4, values);
            if (insert.executeUpdate() == 0) {
                return false;
            }
        }
        insertStages(run);
        return true;
    }

    /** Writes all of the run, its stages included, and returns whether nobody had changed it since it was read. */
    boolean replace(StoredRun before, AnalysisRun run) throws SQLException {
        var values = fields(run);
        try (var update = connection.prepareStatement(
                "UPDATE analysis_runs SET (%s) = (%s), revision = revision + 1 WHERE id = ? AND revision = ?"
                        .formatted(FIELDS, places(values.size())))) {
            set(update, 1, values);
            update.setString(values.size() + 1, run.id());
            update.setLong(values.size() + 2, before.revision());
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        if (!run.stages().equals(before.run().stages())) {
            try (var delete = connection.prepareStatement("DELETE FROM analysis_stages WHERE run_id = ?")) {
                delete.setString(1, run.id());
                delete.executeUpdate();
            }
            insertStages(run);
        }
        return true;
    }

    void addMove(StoredRun before, RunMove move) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO analysis_moves(run_id, position, at, stages, from_session, to_session, carried, base, gap)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            set(
                    insert,
                    1,
                    Arrays.asList(
                            before.run().id(),
                            before.moves().size(),
                            Stamps.text(move.at()),
                            move.stages(),
                            move.fromSession(),
                            move.toSession(),
                            UsageJson.write(move.carried()),
                            UsageJson.write(move.base()),
                            move.gap()));
            insert.executeUpdate();
        }
    }

    private void insertStages(AnalysisRun run) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO analysis_stages(
                    run_id, position, name, at, tokens_cumulative, tokens_delta, tokens_in, tokens_out, notes, snapshot)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int position = 0; position < run.stages().size(); position++) {
                var stage = run.stages().get(position);
                set(
                        insert,
                        1,
                        Arrays.asList(
                                run.id(),
                                position,
                                stage.name(),
                                Stamps.text(stage.at()),
                                stage.cumulative(),
                                stage.delta(),
                                stage.tokensIn(),
                                stage.tokensOut(),
                                stage.notes(),
                                UsageJson.write(stage.snapshot())));
                insert.executeUpdate();
            }
        }
    }

    private static List<@Nullable Object> fields(AnalysisRun run) {
        var description = run.description();
        var times = run.times();
        var tokens = run.tokens();
        var session = run.session();
        return Arrays.<@Nullable Object>asList(
                run.sourceId(),
                run.pass(),
                run.status(),
                run.tool(),
                description.analysisFile(),
                description.command(),
                description.model(),
                description.frameworkVersion(),
                description.methodologyVersion(),
                description.notes(),
                description.gitCommit(),
                Stamps.textOrNull(times.startedAt()),
                Stamps.textOrNull(times.completedAt()),
                times.durationSeconds(),
                Stamps.text(times.createdAt()),
                tokens.in(),
                tokens.out(),
                tokens.total(),
                tokens.baseline(),
                tokens.last(),
                tokens.check(),
                digits(tokens.costUsd()),
                session.provider(),
                session.mode(),
                session.sessionId(),
                session.folder(),
                session.chosenBy(),
                session.unknownReason(),
                UsageJson.write(session.baseline()),
                UsageJson.write(session.last()),
                run.stagesFault(),
                UsageJson.write(run.inputs().sourceIds()),
                UsageJson.write(run.inputs().analysisIds()),
                UsageJson.write(run.claims().extracted()),
                UsageJson.write(run.claims().updated()));
    }

    private static @Nullable String digits(@Nullable BigDecimal money) {
        return money == null ? null : money.toPlainString();
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static void set(PreparedStatement statement, int first, List<? extends @Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(first + i, values.get(i));
        }
    }
}
