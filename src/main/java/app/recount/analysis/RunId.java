package app.recount.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code ANALYSIS-YYYY-NNN}: counted within the year; the thousandth simply has four digits. Imports may bring ids of any other form,
 * which take no part in the counting.
 */
record RunId(int year, long number) {

    /** Nothing is counted on from here: the next one would have another form. */
    static final long LAST = 999_999_999_999_999L;

    private static final Pattern FORM = Pattern.compile("ANALYSIS-([0-9]{4})-([0-9]{1,15})");

    static Optional<RunId> parse(String id) {
        var matcher = FORM.matcher(id);
        return matcher.matches()
                ? Optional.of(new RunId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "ANALYSIS-%04d-%03d", year, number);
    }
}
