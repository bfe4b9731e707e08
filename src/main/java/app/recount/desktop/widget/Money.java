package app.recount.desktop.widget;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How sums of dollars are written: to the cent; below ten cents to a hundredth of a cent, so that something is left of them. */
public final class Money {

    private static final BigDecimal SMALL = new BigDecimal("0.10");

    private Money() {}

    public static String of(BigDecimal dollars) {
        return of(dollars, digits(dollars));
    }

    /** With as many decimals as another sum has, so that a column is even. */
    public static String of(BigDecimal dollars, int digits) {
        return Figures.of(dollars.setScale(digits, RoundingMode.HALF_UP), digits);
    }

    public static int digits(BigDecimal dollars) {
        return dollars.signum() == 0 || dollars.abs().compareTo(SMALL) >= 0 ? 2 : 4;
    }
}
