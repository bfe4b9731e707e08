package app.recount.memory;

import app.recount.memory.ColumnReport.Use;

/**
 * What a compiled statement does with a column.
 *
 * @param column {@code rowid} for the number of a row that no column shows
 */
public record ColumnRead(String relation, String column, Use use) {}
