package app.recount.memory;

/** The tables of the memory database that are counted, each with the column that says when a row came to be. */
public enum SourceTable {
    OBSERVATIONS("observations", "created_at_epoch"),
    SESSIONS("sdk_sessions", "started_at_epoch"),
    SUMMARIES("session_summaries", "created_at_epoch"),
    PROMPTS("user_prompts", "created_at_epoch");

    private final String tableName;
    private final String epochColumn;

    SourceTable(String tableName, String epochColumn) {
        this.tableName = tableName;
        this.epochColumn = epochColumn;
    }

    public String tableName() {
        return tableName;
    }

    public String epochColumn() {
        return epochColumn;
    }
}
