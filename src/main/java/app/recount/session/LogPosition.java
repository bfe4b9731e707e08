package app.recount.session;

/**
 * Where a reading ended.
 *
 * @param offset of the first byte that was not read as part of a complete line; of the uncompressed bytes
 * @param memo what the reader wants to know when it reads on, in its own words; empty at the start
 */
public record LogPosition(long offset, String memo) {

    public static final LogPosition START = new LogPosition(0, "");
}
