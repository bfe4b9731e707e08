package app.recount.desktop.cost;

import app.recount.desktop.cost.CostDay.Knowledge;
import app.recount.generation.GenerationDay;
import app.recount.generation.GenerationSum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Days that are shown as one: a day, a week, a month, or all of them. Sums are of what is known; a period of which nothing is known has
 * none, which is not zero.
 */
record Period(List<CostDay> days) {

    Period {
        days = List.copyOf(days);
    }

    /** Cuts consecutive days where a new span begins; the first and the last period may be shorter. */
    static List<Period> cut(List<CostDay> days, Span span) {
        var periods = new ArrayList<Period>();
        int from = 0;
        for (int at = 1; at <= days.size(); at++) {
            if (at == days.size()
                    || !span.firstDay(days.get(at).day())
                            .equals(span.firstDay(days.get(from).day()))) {
                periods.add(new Period(days.subList(from, at)));
                from = at;
            }
        }
        return List.copyOf(periods);
    }

    LocalDate first() {
        return days.getFirst().day();
    }

    LocalDate last() {
        return days.getLast().day();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    Knowledge knowledge() {
        return count(CostDay::isKnown) > 0
                ? Knowledge.KNOWN
                : count(CostDay::isUnknown) > 0 ? Knowledge.UNKNOWN : Knowledge.IDLE;
    }

    long knownDays() {
        return count(CostDay::isKnown);
    }

    /** Days of work of which nobody told what compressing cost. */
    long unknownActiveDays() {
        return count(day -> day.active() && day.isUnknown());
    }

    long activeDays() {
        return count(day -> day.active() || day.isKnown());
    }

    private long count(Predicate<CostDay> what) {
        return days.stream().filter(what).count();
    }

    /** What enters the events of these days. */
    GenerationSum turns() {
        return sum(GenerationDay::turns);
    }

    /** What belongs to no turn and never enters an event. */
    GenerationSum leftovers() {
        return sum(GenerationDay::leftovers);
    }

    GenerationSum all() {
        return sum(GenerationDay::all);
    }

    private GenerationSum sum(Function<GenerationDay, GenerationSum> part) {
        return days.stream()
                .flatMap(day -> day.generation().stream())
                .map(part)
                .reduce(GenerationSum.NONE, GenerationSum::plus);
    }

    /** Tokens in and out of the days that are known. */
    Optional<BigDecimal> generated() {
        return tokens(all());
    }

    static Optional<BigDecimal> tokens(GenerationSum sum) {
        return add(Stream.of(sum.tokensInput(), sum.tokensOutput()));
    }

    /** Tokens saved on the days of which the cost is known, so that both are of the same days. */
    Optional<BigDecimal> savedOnSameDays() {
        return add(days.stream().filter(CostDay::isComparable).map(CostDay::saved));
    }

    /** How many tokens were saved for each one that was generated on the same days. */
    Optional<BigDecimal> savedPerGenerated() {
        var generated = new Period(days.stream().filter(CostDay::isComparable).toList()).generated();
        return savedOnSameDays()
                .filter(saved -> generated.filter(tokens -> tokens.signum() > 0).isPresent())
                .map(saved -> saved.divide(generated.orElseThrow(), 2, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> add(Stream<Optional<BigDecimal>> figures) {
        return figures.flatMap(Optional::stream).reduce(BigDecimal::add);
    }
}
