package app.recount.memory;

/** The tables that are counted, each with the column that says when a row came to be. */
public enum SourceTable {
    OBSERVATIONS("observations", "created_at_epoch", Home.MEMORY),
    SESSIONS("sdk_sessions", "started_at_epoch", Home.MEMORY),
    SUMMARIES("session_summaries", "created_at_epoch", Home.MEMORY),
    PROMPTS("user_prompts", "created_at_epoch", Home.MEMORY),
    /** Compression turns in the memory database, where no claude-mem release makes this table yet. */
    TURNS("compression_events", "created_at_epoch", Home.MEMORY_AT_WILL),
    /** Compression turns that Recount keeps itself; see {@link KeptTurns}. */
    KEPT_TURNS("compression_events", "created_at_epoch", Home.RECOUNT);

    /** Whose database a table stands in. */
    private enum Home {
        MEMORY,
        MEMORY_AT_WILL,
        RECOUNT
    }

    private final String tableName;
    private final String epochColumn;
    private final Home home;

    SourceTable(String tableName, String epochColumn, Home home) {
        this.tableName = tableName;
        this.epochColumn = epochColumn;
        this.home = home;
    }

    public String tableName() {
        return tableName;
    }

    public String epochColumn() {
        return epochColumn;
    }

    /** The table as people look for it: one of Recount's own carries the name of its file. */
    public String place() {
        return isInMemory() ? tableName : "recount.db: " + tableName;
    }

    /** Whether it is a table of the memory database. */
    public boolean isInMemory() {
        return home != Home.RECOUNT;
    }

    /** Whether something is amiss when the memory database lacks it. */
    boolean isExpected() {
        return home == Home.MEMORY;
    }
}
