package app.recount.desktop.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A figure of each period, in order; empty where it is not known. */
record Series(List<Optional<BigDecimal>> values) {

    Series {
        values = List.copyOf(values);
    }

    /** Each figure and all before it; empty up to the first that is known. */
    Series cumulated() {
        var sums = new ArrayList<Optional<BigDecimal>>();
        Optional<BigDecimal> sum = Optional.empty();
        for (var value : values) {
            var before = sum;
            sum = value.map(now -> now.add(before.orElse(BigDecimal.ZERO))).or(() -> before);
            sums.add(sum);
        }
        return new Series(sums);
    }

    BigDecimal highest() {
        return values.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
