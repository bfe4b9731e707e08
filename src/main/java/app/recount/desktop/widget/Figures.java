package app.recount.desktop.widget;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How figures, days, sizes and ids are written. English throughout, whatever the machine's locale, as the texts are. */
public final class Figures {

    /** What stands where a key is absent. */
    public static final String ABSENT = "–";

    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private Figures() {}

    public static String of(long value) {
        return format().format(value);
    }

    /** Grouped, with as many decimals as the value has. */
    public static String of(BigDecimal value) {
        return format().format(value);
    }

    /** Grouped, with exactly so many decimals. */
    public static String of(BigDecimal value, int decimals) {
        var format = format();
        format.setMinimumFractionDigits(decimals);
        return format.format(value);
    }

    public static String of(Optional<BigDecimal> value) {
        return value.map(Figures::of).orElse(ABSENT);
    }

    /** Short for an axis: 60k, 1.5M. */
    public static String rough(double value) {
        var magnitude = Math.abs(value);
        var format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        if (magnitude >= 1e9) {
            return format.format(value / 1e9) + "G";
        }
        if (magnitude >= 1e6) {
            return format.format(value / 1e6) + "M";
        }
        return magnitude >= 1e3 ? format.format(value / 1e3) + "k" : format.format(value);
    }

    public static String bytes(long count) {
        return of(count) + " B";
    }

    /** Roughly, as file managers do: 812 B, 1.9 MB. */
    public static String size(long bytes) {
        var units = List.of("kB", "MB", "GB", "TB");
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < units.size() - 1) {
            value /= 1000;
            unit++;
        }
        if (unit < 0) {
            return bytes(bytes);
        }
        var pattern = value < 9.95 ? "0.0" : "0";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value) + " "
                + units.get(unit);
    }

    /** “5 Jun”. */
    public static String dayAndMonth(LocalDate day) {
        return DAY_AND_MONTH.format(day);
    }

    /** A day on an axis: “5 Jun”, or “Jun 2026” on one so long that days of the same name would stand there twice. */
    public static String onAxis(LocalDate day, LocalDate from, LocalDate to) {
        return (from.plusYears(1).isAfter(to) ? DAY_AND_MONTH : MONTH).format(day);
    }

    /** “11 May – 9 Jun 2026”; the first year is said only where it differs. */
    public static String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return FULL_DAY.format(first);
        }
        var from = first.getYear() == last.getYear() ? DAY_AND_MONTH : FULL_DAY;
        return from.format(first) + " – " + FULL_DAY.format(last);
    }

    /** The ends of a long id or digest: {@code sha256:86bf7660de…fd839f6a}. */
    public static String shortened(String id, int head, int tail) {
        return id.length() <= head + tail + 1 ? id : id.substring(0, head) + "…" + id.substring(id.length() - tail);
    }

    /** {@code DecimalFormat} is not safe to share between threads. */
    private static DecimalFormat format() {
        return new DecimalFormat("#,##0.################", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    }
}
