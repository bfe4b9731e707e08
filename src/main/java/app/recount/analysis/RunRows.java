package app.recount.analysis;

import app.recount.analysis.AnalysisRun.Claims;
import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.Identity;
import app.recount.analysis.AnalysisRun.Inputs;
import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Times;
import app.recount.analysis.AnalysisRun.Tokens;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads runs: three queries, however many runs there are. */
final class RunRows {

    private final Connection connection;

    RunRows(Connection connection) {
        this.connection = connection;
    }

    Optional<StoredRun> find(String id) throws SQLException {
        return select("WHERE id = ?", List.of(id)).stream().findFirst();
    }

    /**
     * Reads the runs of one query.
     *
     * @param clause what follows {@code FROM analysis_runs}
     * @param values of its parameters
     */
    List<StoredRun> select(String clause, List<?> values) throws SQLException {
        try (var query = connection.prepareStatement("SELECT * FROM analysis_runs " + clause)) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            var found = new ArrayList<StoredRun>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new StoredRun(run(row), row.getLong("revision"), List.of()));
                }
            }
            return withParts(found);
        }
    }

    private List<StoredRun> withParts(List<StoredRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return runs;
        }
        var ids = UsageJson.write(runs.stream().map(each -> each.run().id()).toList());
        var stages = stages(ids);
        var moves = moves(ids);
        return runs.stream()
                .map(each -> new StoredRun(
                        each.run().stagesFault() == null
                                ? each.run()
                                        .withStages(
                                                stages.getOrDefault(each.run().id(), List.of()))
                                : each.run(),
                        each.revision(),
                        moves.getOrDefault(each.run().id(), List.of())))
                .toList();
    }

    private Map<String, List<Stage>> stages(String ids) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT * FROM analysis_stages
                WHERE run_id IN (SELECT value FROM json_each(?))
                ORDER BY run_id, position
                """)) {
            query.setString(1, ids);
            var found = new HashMap<String, List<Stage>>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString("run_id"), _ -> new ArrayList<>())
                            .add(stage(row));
                }
            }
            return found;
        }
    }

    private Map<String, List<RunMove>> moves(String ids) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT * FROM analysis_moves
                WHERE run_id IN (SELECT value FROM json_each(?))
                ORDER BY run_id, position
                """)) {
            query.setString(1, ids);
            var found = new HashMap<String, List<RunMove>>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString("run_id"), _ -> new ArrayList<>())
                            .add(move(row));
                }
            }
            return found;
        }
    }

    private static AnalysisRun run(ResultSet row) throws SQLException {
        return new AnalysisRun(
                new Identity(
                        row.getString("id"), row.getString("source_id"), row.getInt("pass"), row.getString("tool")),
                row.getString("status"),
                new Description(
                        row.getString("analysis_file"),
                        row.getString("command"),
                        row.getString("model"),
                        row.getString("framework_version"),
                        row.getString("methodology_version"),
                        row.getString("notes"),
                        row.getString("git_commit")),
                new Times(
                        Stamps.instantOrNull(row.getString("started_at")),
                        Stamps.instantOrNull(row.getString("completed_at")),
                        number(row, "duration_seconds"),
                        Instant.parse(row.getString("created_at"))),
                tokens(row),
                link(row),
                List.of(),
                row.getString("stages_fault"),
                new Inputs(
                        UsageJson.ids(row.getString("inputs_source_ids")),
                        UsageJson.ids(row.getString("inputs_analysis_ids"))),
                new Claims(
                        UsageJson.ids(row.getString("claims_extracted")),
                        UsageJson.ids(row.getString("claims_updated"))));
    }

    private static Tokens tokens(ResultSet row) throws SQLException {
        var cost = row.getString("cost_usd");
        return new Tokens(
                number(row, "tokens_in"),
                number(row, "tokens_out"),
                number(row, "total_tokens"),
                number(row, "tokens_baseline"),
                number(row, "tokens_final"),
                number(row, "tokens_check"),
                cost == null ? null : new BigDecimal(cost));
    }

    private static SessionLink link(ResultSet row) throws SQLException {
        return new SessionLink(
                row.getString("usage_provider"),
                row.getString("usage_mode"),
                row.getString("usage_session_id"),
                row.getString("folder"),
                row.getString("chosen_by"),
                row.getString("unknown_reason"),
                UsageJson.snapshot(row.getString("baseline_snapshot")),
                UsageJson.snapshot(row.getString("final_snapshot")));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return new Stage(
                row.getString("name"),
                Instant.parse(row.getString("at")),
                number(row, "tokens_cumulative"),
                number(row, "tokens_delta"),
                number(row, "tokens_in"),
                number(row, "tokens_out"),
                row.getString("notes"),
                UsageJson.snapshot(row.getString("snapshot")));
    }

    private static RunMove move(ResultSet row) throws SQLException {
        return new RunMove(
                Instant.parse(row.getString("at")),
                row.getInt("stages"),
                row.getString("from_session"),
                row.getString("to_session"),
                UsageJson.usage(row.getString("carried")),
                UsageJson.usage(row.getString("base")),
                row.getString("gap"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
