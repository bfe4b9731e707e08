package app.recount.memory;

/** How a memory database was read without touching it. */
public enum ReadMode {
    /** In place: nothing was being written, and nothing had changed afterwards. */
    IMMUTABLE,
    /** From a private copy of the database and its write-ahead log. */
    SNAPSHOT
}
