package app.recount.report;

import app.recount.text.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one entry of a file as they are written, not yet understood.
 *
 * @param place of the entry in the list, from 1
 * @param fault why the entry cannot be taken as a whole, or null
 */
record RawEntry(
        int place, Map<String, RawValue> fields, @Nullable Wording fault) {

    RawEntry {
        fields = new LinkedHashMap<>(fields);
    }

    /** A value as it is written. */
    sealed interface RawValue {

        record Nothing() implements RawValue {}

        record Scalar(String text) implements RawValue {}

        /** A list or a map, as JSON. */
        record Structure(String json) implements RawValue {}
    }

    RawValue value(RunField field) {
        return fields.getOrDefault(field.key(), new RawValue.Nothing());
    }

    /** The id if there is one, else where the entry stands. */
    String name() {
        return value(RunField.ID) instanceof RawValue.Scalar(var id) && !id.isBlank() ? id : "entry " + place;
    }

    Optional<String> scalar(RunField field) throws FieldException {
        return switch (value(field)) {
            case RawValue.Nothing _ -> Optional.empty();
            case RawValue.Scalar scalar -> Optional.of(scalar.text());
            case RawValue.Structure _ -> throw new FieldException(field, "noSingleValue");
        };
    }
}
