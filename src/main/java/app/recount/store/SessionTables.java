package app.recount.store;

import java.util.List;

/** The tables of the session index. */
final class SessionTables {

    static final List<String> STATEMENTS = List.of(
            // one conversation of a coding agent, as its logs were understood last; times are microseconds since 1970
            """
                    CREATE TABLE sessions(
                        id INTEGER PRIMARY KEY,
                        tool TEXT NOT NULL,
                        session TEXT NOT NULL,
                        stamp INTEGER NOT NULL, -- another one whenever something was read of its logs
                        resolved INTEGER, -- the stamp at which what follows was worked out
                        path TEXT,
                        folder TEXT,
                        parent TEXT,
                        model TEXT,
                        last_activity INTEGER,
                        last_call INTEGER,
                        started_at INTEGER,
                        counted INTEGER NOT NULL DEFAULT 0 CHECK(counted IN (0, 1)), -- whether there ever were good counts
                        unreadable TEXT,
                        logs INTEGER NOT NULL DEFAULT 0,
                        subagent_logs INTEGER NOT NULL DEFAULT 0,
                        bytes INTEGER NOT NULL DEFAULT 0,
                        read_to INTEGER NOT NULL DEFAULT 0,
                        repeats INTEGER NOT NULL DEFAULT 0,
                        bad_lines INTEGER NOT NULL DEFAULT 0,
                        gone INTEGER NOT NULL DEFAULT 0 CHECK(gone IN (0, 1)),
                        archived INTEGER NOT NULL DEFAULT 0 CHECK(archived IN (0, 1)),
                        fingerprint TEXT NOT NULL DEFAULT '',
                        UNIQUE(tool, session))
                    """,
            "CREATE INDEX sessions_by_parent ON sessions(tool, parent) WHERE parent IS NOT NULL",
            "CREATE INDEX sessions_to_resolve ON sessions(id) WHERE resolved IS NOT stamp",
            """
                    CREATE TABLE session_tokens(
                        session INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
                        subagent INTEGER NOT NULL CHECK(subagent IN (0, 1)),
                        model TEXT NOT NULL, -- empty where the log does not say it
                        input INTEGER NOT NULL,
                        cache_read INTEGER NOT NULL,
                        cache_write_5m INTEGER NOT NULL,
                        cache_write_1h INTEGER NOT NULL,
                        output INTEGER NOT NULL,
                        reasoning_output INTEGER NOT NULL,
                        calls INTEGER NOT NULL,
                        PRIMARY KEY(session, subagent, model)) WITHOUT ROWID
                    """,
            // one log, however it is called and whether it is compressed now; it stays when the file is deleted
            """
                    CREATE TABLE log_files(
                        id INTEGER PRIMARY KEY,
                        tool TEXT NOT NULL,
                        content TEXT NOT NULL,
                        path TEXT NOT NULL,
                        named_session TEXT, -- as the file's name says
                        session INTEGER REFERENCES sessions(id) ON DELETE CASCADE,
                        subagent INTEGER NOT NULL CHECK(subagent IN (0, 1)),
                        archived INTEGER NOT NULL CHECK(archived IN (0, 1)),
                        compressed INTEGER NOT NULL CHECK(compressed IN (0, 1)),
                        stamp INTEGER NOT NULL, -- another one at every change of this row
                        size INTEGER NOT NULL,
                        modified INTEGER NOT NULL, -- nanoseconds since 1970
                        born INTEGER NOT NULL, -- microseconds since 1970
                        file_key TEXT NOT NULL, -- empty where the file system has none
                        position INTEGER NOT NULL,
                        memo TEXT NOT NULL,
                        head TEXT NOT NULL, -- hash of the first bytes, as far as they were read
                        tail TEXT NOT NULL, -- hash of the last bytes before the position
                        generation INTEGER NOT NULL, -- another one whenever the entries were replaced instead of continued
                        entries INTEGER NOT NULL, -- of complete lines
                        open_entries INTEGER NOT NULL, -- of a last line without an end; they stand after the others
                        settled INTEGER NOT NULL, -- for so many entries it is known whose calls they are
                        repeats INTEGER NOT NULL, -- lines that the reader left out, because they told nothing new
                        bad_lines INTEGER NOT NULL,
                        inner_session TEXT,
                        folder TEXT,
                        parent TEXT,
                        first_at INTEGER,
                        last_at INTEGER,
                        was_read INTEGER NOT NULL CHECK(was_read IN (0, 1)),
                        gone INTEGER NOT NULL CHECK(gone IN (0, 1)),
                        unreadable TEXT,
                        UNIQUE(tool, content))
                    """,
            "CREATE INDEX log_files_by_session ON log_files(session)",
            "CREATE INDEX log_files_unsettled ON log_files(tool) WHERE settled < entries + open_entries",
            """
                    CREATE TABLE log_entries(
                        file INTEGER NOT NULL REFERENCES log_files(id) ON DELETE CASCADE,
                        seq INTEGER NOT NULL,
                        call TEXT NOT NULL,
                        at INTEGER,
                        model TEXT,
                        subagent INTEGER NOT NULL,
                        elsewhere INTEGER NOT NULL DEFAULT 0, -- whether another session owns the call
                        usage TEXT, -- the seven counts of TokenCount, in its order; null where the line tells none
                        counter TEXT,
                        PRIMARY KEY(file, seq)) WITHOUT ROWID
                    """,
            // given once and never changed, so that a session's count never falls because another log turns up
            """
                    CREATE TABLE call_owners(
                        tool TEXT NOT NULL,
                        call TEXT NOT NULL,
                        session INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
                        PRIMARY KEY(tool, call)) WITHOUT ROWID
                    """);

    /** Entries in pages, where each had a row. */
    static final List<String> PAGES = List.of(
            """
                    CREATE TABLE entry_pages(
                        id INTEGER PRIMARY KEY,
                        file INTEGER NOT NULL REFERENCES log_files(id) ON DELETE CASCADE,
                        first INTEGER NOT NULL, -- the number of its first entry in the log
                        size INTEGER NOT NULL,
                        calls TEXT NOT NULL, -- a JSON array
                        models TEXT NOT NULL, -- a JSON array
                        entries TEXT NOT NULL, -- a line for each: model's place, time, subagent, usage, counter; - is none
                        UNIQUE(file, first))
                    """,
            // entries whose call another session owns
            """
                    CREATE TABLE foreign_entries(
                        file INTEGER NOT NULL REFERENCES log_files(id) ON DELETE CASCADE,
                        number INTEGER NOT NULL,
                        PRIMARY KEY(file, number)) WITHOUT ROWID
                    """,
            """
                    INSERT INTO foreign_entries SELECT file, seq FROM log_entries WHERE elsewhere
                    """,
            // no page goes over where what is settled ends, nor over where the entries of a last line without an end
            // begin
            """
                    INSERT INTO entry_pages(file, first, size, calls, models, entries)
                    SELECT file, min(seq), count(*),
                           json_group_array(call ORDER BY seq),
                           json_group_array(coalesce(model, '') ORDER BY seq),
                           group_concat(
                               CASE WHEN model IS NULL THEN '-' ELSE seq - start END || ' ' || coalesce(at, '-') || ' '
                               || subagent || ' ' || coalesce(replace(usage, ' ', ','), '-') || ' '
                               || coalesce(replace(counter, ' ', ','), '-') || char(10),
                               '' ORDER BY seq)
                    FROM (SELECT entry.*,
                                 min(seq) OVER (PARTITION BY entry.file, seq >= settled, seq >= entries) AS start
                          FROM log_entries AS entry JOIN log_files AS file ON file.id = entry.file)
                    GROUP BY file, start
                    """,
            "DROP TABLE log_entries");

    private SessionTables() {}
}
