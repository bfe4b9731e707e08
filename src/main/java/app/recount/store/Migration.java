package app.recount.store;

import java.util.List;

/**
 * One step of recount.db's schema. What was released is never edited: a change is a new step at the end.
 *
 * @param statements run in one transaction together with the new {@code user_version}
 */
record Migration(List<String> statements) {

    /** All steps; the first makes version 1 out of an empty file. */
    static final List<Migration> ALL = List.of(
            new Migration(List.of(
                    // what was shown to the user, so that an approval on the command line can be told from one of
                    // unseen bytes
                    """
                    CREATE TABLE previews(
                        digest TEXT NOT NULL,
                        destination TEXT NOT NULL,
                        data_directory TEXT NOT NULL,
                        first_day TEXT NOT NULL,
                        through_day TEXT NOT NULL,
                        event_count INTEGER NOT NULL,
                        payload_version INTEGER NOT NULL,
                        install_id TEXT NOT NULL,
                        text_version TEXT NOT NULL,
                        text_hash TEXT NOT NULL,
                        shown_at TEXT NOT NULL,
                        PRIMARY KEY(digest, destination, data_directory, through_day))
                    """,
                    // single values: the provisional install id, the newest receipt's hash
                    """
                    CREATE TABLE facts(
                        key TEXT NOT NULL PRIMARY KEY,
                        value TEXT NOT NULL)
                    """)),
            new Migration(AnalysisTables.STATEMENTS),
            new Migration(SessionTables.STATEMENTS),
            new Migration(GenerationTables.STATEMENTS),
            new Migration(SessionTables.PAGES));

    Migration {
        statements = List.copyOf(statements);
    }
}
