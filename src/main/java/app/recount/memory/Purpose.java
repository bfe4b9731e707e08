package app.recount.memory;

/** What a statement on a memory database is for. */
public enum Purpose {
    /** How SQLite shall behave. */
    SETTING("settings of the connection"),
    /** Which tables, columns and indices there are. */
    SCHEMA("what the database consists of"),
    /** How many rows a table has, to notice damage, and where they begin and end, to divide the work. */
    ROWS("counting all rows"),
    /** The counters of each day. */
    DAYS("counting days"),
    /** Compression turns, row by row. */
    TURNS("compression turns"),
    /** Whether a compression turn lies in the window. */
    WINDOW("payload version"),
    /** How one value came about. */
    EXPLANATION("explaining a value"),
    /** Whose an old transcript is. */
    SESSION_IDS("gathering transcripts"),
    /** What stands where the table of compression turns would. */
    TABLE_OF_TURNS("table of compression turns"),
    /** The one change, on request: it makes or removes the table of compression turns. */
    MIGRATION("making the table of compression turns"),
    /** A copy of the whole file beside it, made by SQLite before the one change, and its check. */
    COPY("copy before the table is made");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    /** A few plain words. */
    public String words() {
        return words;
    }
}
