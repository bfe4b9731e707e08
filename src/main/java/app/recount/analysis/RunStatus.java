package app.recount.analysis;

/** Where a run stands. {@link #word()} is the stored and exported form. */
public enum RunStatus {
    STARTED,
    COMPLETED,
    FAILED,
    CANCELED,
    DRAFT;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
