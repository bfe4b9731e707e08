package app.recount.store;

import java.util.List;

/**
 * The tables of analysis runs, as they were first released. Ids of sources, inputs and claims are plain text on purpose: a run may name
 * what is not registered, and validation reports it. Imports may bring odd numbers (a negative cost, say), which validation reports as
 * well, so only what Recount itself counted is checked here. Instants are text with nine decimals, which sort as they stand.
 */
final class AnalysisTables {

    private static final String RUNS = """
            CREATE TABLE analysis_runs(
                id TEXT NOT NULL PRIMARY KEY CHECK(id <> ''),
                -- the two numbers of ANALYSIS-YYYY-NNN, null for ids of other forms
                id_year INTEGER,
                id_number INTEGER,
                -- grows with every change, so that a writer notices another one
                revision INTEGER NOT NULL DEFAULT 1,
                source_id TEXT NOT NULL,
                pass INTEGER NOT NULL,
                status TEXT NOT NULL,
                tool TEXT NOT NULL,
                analysis_file TEXT,
                command TEXT,
                model TEXT,
                framework_version TEXT,
                methodology_version TEXT,
                notes TEXT,
                git_commit TEXT,
                started_at TEXT,
                completed_at TEXT,
                duration_seconds INTEGER,
                created_at TEXT NOT NULL,
                tokens_in INTEGER,
                tokens_out INTEGER,
                total_tokens INTEGER,
                tokens_baseline INTEGER,
                tokens_final INTEGER,
                tokens_check INTEGER,
                -- a decimal number in digits: money is never a binary fraction
                cost_usd TEXT,
                usage_provider TEXT,
                usage_mode TEXT,
                usage_session_id TEXT,
                folder TEXT,
                chosen_by TEXT,
                unknown_reason TEXT,
                baseline_snapshot TEXT CHECK(baseline_snapshot IS NULL OR json_valid(baseline_snapshot)),
                final_snapshot TEXT CHECK(final_snapshot IS NULL OR json_valid(final_snapshot)),
                stages_fault TEXT,
                inputs_source_ids TEXT NOT NULL CHECK(json_valid(inputs_source_ids)),
                inputs_analysis_ids TEXT NOT NULL CHECK(json_valid(inputs_analysis_ids)),
                claims_extracted TEXT NOT NULL CHECK(json_valid(claims_extracted)),
                claims_updated TEXT NOT NULL CHECK(json_valid(claims_updated)),
                CHECK((id_year IS NULL) = (id_number IS NULL)),
                -- without a snapshot the numbers are somebody else's
                CHECK(final_snapshot IS NULL OR tokens_check IS NULL OR tokens_check >= 0)
            ) STRICT
            """;

    private static final String STAGES = """
            CREATE TABLE analysis_stages(
                run_id TEXT NOT NULL REFERENCES analysis_runs(id) ON DELETE CASCADE,
                position INTEGER NOT NULL CHECK(position >= 0),
                name TEXT NOT NULL,
                at TEXT NOT NULL,
                tokens_cumulative INTEGER,
                tokens_delta INTEGER,
                tokens_in INTEGER,
                tokens_out INTEGER,
                notes TEXT,
                snapshot TEXT CHECK(snapshot IS NULL OR json_valid(snapshot)),
                PRIMARY KEY(run_id, position),
                CHECK(snapshot IS NULL OR tokens_delta IS NULL OR tokens_delta >= 0)
            ) STRICT, WITHOUT ROWID
            """;

    private static final String SAMPLES = """
            CREATE TABLE analysis_samples(
                run_id TEXT NOT NULL REFERENCES analysis_runs(id) ON DELETE CASCADE,
                at TEXT NOT NULL,
                -- since the start of the run
                tokens INTEGER NOT NULL CHECK(tokens >= 0),
                PRIMARY KEY(run_id, at)
            ) STRICT, WITHOUT ROWID
            """;

    private static final String MOVES = """
            CREATE TABLE analysis_moves(
                run_id TEXT NOT NULL REFERENCES analysis_runs(id) ON DELETE CASCADE,
                position INTEGER NOT NULL CHECK(position >= 0),
                at TEXT NOT NULL,
                -- how many stages were marked by then
                stages INTEGER NOT NULL CHECK(stages >= 0),
                from_session TEXT,
                to_session TEXT NOT NULL,
                -- the run's count when it moved, and what the new session held that is not part of the run
                carried TEXT NOT NULL CHECK(json_valid(carried)),
                base TEXT NOT NULL CHECK(json_valid(base)),
                -- why the session before could not be counted to its end, if so
                gap TEXT,
                PRIMARY KEY(run_id, position)
            ) STRICT, WITHOUT ROWID
            """;

    /** Grows with every change of runs, stages, moves and sources, not with samples, which are taken several times a second. */
    private static final String CHANGES = """
            CREATE TABLE analysis_changes(
                id INTEGER NOT NULL PRIMARY KEY CHECK(id = 1),
                number INTEGER NOT NULL
            ) STRICT
            """;

    static final List<String> STATEMENTS = List.of(
            RUNS,
            "CREATE INDEX analysis_runs_by_number ON analysis_runs(id_year, id_number)",
            "CREATE INDEX analysis_runs_by_source ON analysis_runs(source_id, pass)",
            "CREATE INDEX analysis_runs_by_time ON analysis_runs(created_at)",
            STAGES,
            SAMPLES,
            MOVES,
            "CREATE TABLE sources(id TEXT NOT NULL PRIMARY KEY CHECK(id <> ''), title TEXT NOT NULL) STRICT",
            CHANGES,
            "INSERT INTO analysis_changes VALUES (1, 0)",
            // stages and moves only change together with their run's revision
            counted("INSERT", "analysis_runs"),
            counted("UPDATE", "analysis_runs"),
            counted("DELETE", "analysis_runs"),
            counted("INSERT", "sources"),
            counted("UPDATE", "sources"),
            counted("DELETE", "sources"));

    private AnalysisTables() {}

    private static String counted(String event, String table) {
        return """
                CREATE TRIGGER %2$s_%1$s AFTER %1$s ON %2$s
                BEGIN UPDATE analysis_changes SET number = number + 1; END
                """.formatted(event, table);
    }
}
