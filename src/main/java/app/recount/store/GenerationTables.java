package app.recount.store;

import java.util.List;

/** The tables of compression turns. Money is kept as the decimal that was reported, times are in milliseconds. */
final class GenerationTables {

    static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE compression_events(
                memory_session_id TEXT NOT NULL CHECK (memory_session_id <> ''),
                turn INTEGER NOT NULL CHECK (typeof(turn) = 'integer' AND turn >= 0),
                tokens_input INTEGER CHECK (tokens_input IS NULL OR (typeof(tokens_input) = 'integer' AND tokens_input >= 0)),
                tokens_output INTEGER CHECK (tokens_output IS NULL OR (typeof(tokens_output) = 'integer' AND tokens_output >= 0)),
                cost_usd TEXT CHECK (cost_usd GLOB '[0-9]*' AND cost_usd NOT GLOB '*[^0-9.]*' AND cost_usd NOT GLOB '*.*.*'),
                model TEXT,
                provider TEXT CHECK (provider IS NOT NULL OR cost_usd IS NULL),
                outcome TEXT CHECK (outcome IN ('ok', 'error', 'partial', 'invalid_output', 'aborted')),
                created_at_epoch INTEGER NOT NULL
                    CHECK (typeof(created_at_epoch) = 'integer' AND created_at_epoch >= 1704067200000),
                origin TEXT NOT NULL CHECK (origin IN ('recorded', 'transcript')),
                data_directory TEXT NOT NULL,
                PRIMARY KEY(memory_session_id, turn))
            """,
            "CREATE INDEX compression_events_by_time ON compression_events(created_at_epoch DESC)",
            // what was gathered and belongs to no turn: one row per call, so that a line found again is known again,
            // but dated by day alone
            """
            CREATE TABLE generation_leftovers(
                data_directory TEXT NOT NULL,
                identity TEXT NOT NULL,
                day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
                origin TEXT NOT NULL CHECK (origin IN ('openrouter-log', 'claude-log', 'transcript')),
                tokens_input INTEGER CHECK (tokens_input IS NULL OR (typeof(tokens_input) = 'integer' AND tokens_input >= 0)),
                tokens_output INTEGER CHECK (tokens_output IS NULL OR (typeof(tokens_output) = 'integer' AND tokens_output >= 0)),
                cost_usd TEXT CHECK (cost_usd GLOB '[0-9]*' AND cost_usd NOT GLOB '*[^0-9.]*' AND cost_usd NOT GLOB '*.*.*'),
                model TEXT,
                provider TEXT,
                PRIMARY KEY(data_directory, identity)) WITHOUT ROWID
            """);

    private GenerationTables() {}
}
