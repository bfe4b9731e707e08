package app.recount.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What filling in changes of one field of a run.
 *
 * @param field its name in exports
 * @param before as it is exported; null where there was none
 * @param after null where it is taken away
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
