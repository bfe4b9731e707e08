package app.recount.desktop.cost;

import app.recount.generation.GenerationPlace;
import app.recount.generation.GenerationShare;
import app.recount.generation.GenerationSum;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one provider's model used on all days, as one store knows it.
 *
 * @param overlapping a better source probably tells of the same calls; shown, and not added
 * @param first the first of its days
 */
record ModelShare(
        GenerationPlace place,
        String provider,
        String model,
        boolean overlapping,
        GenerationSum sum,
        LocalDate first,
        LocalDate last) {

    private static final Comparator<ModelShare> MOST_CALLS_FIRST = Comparator.comparingLong(
                    (ModelShare share) -> share.sum().calls())
            .reversed()
            .thenComparing(ModelShare::model)
            .thenComparing(ModelShare::provider)
            .thenComparing(ModelShare::place);

    private record Kind(GenerationPlace place, String provider, String model, boolean overlapping) {}

    static List<ModelShare> of(Collection<GenerationShare> shares) {
        return shares.stream()
                .collect(Collectors.groupingBy(
                        share -> new Kind(share.place(), share.provider(), share.model(), share.overlapping())))
                .entrySet()
                .stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(MOST_CALLS_FIRST)
                .toList();
    }

    private static ModelShare of(Kind kind, List<GenerationShare> shares) {
        var sum = shares.stream().map(GenerationShare::sum).reduce(GenerationSum.NONE, GenerationSum::plus);
        var days = shares.stream().map(GenerationShare::day).sorted().toList();
        return new ModelShare(
                kind.place(), kind.provider(), kind.model(), kind.overlapping(), sum, days.getFirst(), days.getLast());
    }

    /** Whether it enters the events of its days. */
    boolean isOfTurns() {
        return place.isOfTurns();
    }
}
