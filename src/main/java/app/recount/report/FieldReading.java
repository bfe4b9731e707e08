package app.recount.report;

import app.recount.report.RawEntry.RawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads single fields of an entry; null is “not known”. */
record FieldReading(RawEntry entry) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Digits, sign and exponent of any number that a run can have; longer ones are not even tried. */
    private static final int LONGEST_NUMBER = 40;

    private static final BigDecimal HIGHEST_COST = new BigDecimal("1e12");

    private static final int FINEST_COST = 30;

    @Nullable
    String text(RunField field) throws FieldException {
        return entry.scalar(field).orElse(null);
    }

    String required(RunField field) throws FieldException {
        return entry.scalar(field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new FieldException(field, "missing"));
    }

    @Nullable
    Instant instant(RunField field) throws FieldException {
        var text = entry.scalar(field).filter(written -> !written.isBlank()).orElse(null);
        return text == null ? null : Timestamps.read(text).orElseThrow(() -> new FieldException(field, "noTime"));
    }

    @Nullable
    Long whole(RunField field) throws FieldException {
        var number = number(field);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            throw new FieldException(field, "noWholeNumber");
        }
    }

    @Nullable
    BigDecimal decimal(RunField field) throws FieldException {
        var number = number(field);
        if (number == null) {
            return null;
        }
        // the scale first: comparing 1e999999999 with anything would write it out
        boolean sane = number.scale() >= -FINEST_COST
                && number.scale() <= FINEST_COST
                && number.abs().compareTo(HIGHEST_COST) <= 0;
        if (!sane) {
            throw new FieldException(field, "outOfRange");
        }
        return number.stripTrailingZeros();
    }

    private @Nullable BigDecimal number(RunField field) throws FieldException {
        var text = entry.scalar(field).map(String::strip).orElse("");
        if (text.isEmpty() || text.toLowerCase(Locale.ROOT).equals(".nan")) {
            return null;
        }
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text.replace("_", ""));
            }
        } catch (NumberFormatException e) {
            // falls through to the same words
        }
        throw new FieldException(field, "noNumber");
    }

    List<String> words(RunField field) throws FieldException {
        return switch (entry.value(field)) {
            case RawValue.Nothing _ -> List.of();
            case RawValue.Scalar _ -> throw new FieldException(field, "noList");
            case RawValue.Structure structure -> list(field, structure.json());
        };
    }

    private static List<String> list(RunField field, String json) throws FieldException {
        var words = new ArrayList<String>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            while (list && parser.nextToken() != JsonToken.END_ARRAY) {
                if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
                    list = false;
                } else {
                    words.add(parser.getString());
                }
            }
            if (!list) {
                throw new FieldException(field, "noWords");
            }
            return words;
        }
    }
}
