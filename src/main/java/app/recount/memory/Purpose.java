package app.recount.memory;

/** What a statement on a memory database is for. */
public enum Purpose {
    /** How SQLite shall behave. */
    SETTING,
    /** Which tables, columns and indices there are. */
    SCHEMA,
    /** How many rows a table has, to notice damage, and where they begin and end, to divide the work. */
    ROWS,
    /** The counters of each day. */
    DAYS,
    /** Compression turns, row by row. */
    TURNS,
    /** Whether a compression turn lies in the window. */
    WINDOW,
    /** How one value came about. */
    EXPLANATION,
    /** Whose an old transcript is. */
    SESSION_IDS,
    /** What stands where the table of compression turns would. */
    TABLE_OF_TURNS,
    /** The one change, on request: it makes or removes the table of compression turns. */
    MIGRATION,
    /** A copy of the whole file beside it, made by SQLite before the one change, and its check. */
    COPY
}
