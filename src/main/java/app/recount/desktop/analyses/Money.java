package app.recount.desktop.analyses;

import app.recount.desktop.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How sums of dollars are written: to the cent; below ten cents to a hundredth of a cent, so that something is left of them. */
final class Money {

    private static final BigDecimal SMALL = new BigDecimal("0.10");

    private Money() {}

    static String of(BigDecimal dollars) {
        return of(dollars, digits(dollars));
    }

    /** With as many decimals as another sum has, so that a column is even. */
    static String of(BigDecimal dollars, int digits) {
        return Figures.of(dollars.setScale(digits, RoundingMode.HALF_UP), digits);
    }

    static int digits(BigDecimal dollars) {
        return dollars.signum() == 0 || dollars.abs().compareTo(SMALL) >= 0 ? 2 : 4;
    }
}
