package app.recount.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field of a run holds, in the few kinds that all export forms know. */
sealed interface FieldValue {

    /** Nobody knows; never the same as 0 or an empty text. */
    record Unknown() implements FieldValue {}

    record Text(String value) implements FieldValue {}

    record Whole(long value) implements FieldValue {}

    /** Without trailing zeros, so that equal amounts are equal. */
    record Decimal(BigDecimal value) implements FieldValue {

        public Decimal {
            value = value.stripTrailingZeros();
        }

        String plain() {
            return value.toPlainString();
        }
    }

    record Words(List<String> values) implements FieldValue {

        public Words {
            values = values.stream().map(FieldValue::wellFormed).toList();
        }
    }

    static FieldValue text(@Nullable String value) {
        return value == null ? new Unknown() : new Text(wellFormed(value));
    }

    static FieldValue instant(@Nullable Instant value) {
        return value == null ? new Unknown() : new Text(value.toString());
    }

    static FieldValue whole(@Nullable Long value) {
        return value == null ? new Unknown() : new Whole(value);
    }

    static FieldValue decimal(@Nullable BigDecimal value) {
        return value == null ? new Unknown() : new Decimal(value);
    }

    /** Half a surrogate pair cannot be written in any form; it becomes the question mark that UTF-8 makes of it. */
    private static String wellFormed(String text) {
        return text.codePoints().noneMatch(FieldValue::isLoneSurrogate)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
