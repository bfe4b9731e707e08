package app.recount.desktop.cost;

import app.recount.generation.GenerationPlace;
import app.recount.generation.GenerationSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of the table by model: a share, or a sum below those that it adds.
 *
 * @param share empty in a sum
 */
record ModelRow(Kind kind, Optional<ModelShare> share, GenerationSum sum) {

    /** In the order of the table, whatever it is sorted by. */
    enum Kind {
        TURNS,
        SUM_OF_TURNS,
        LEFTOVERS,
        OVERLAPPING,
        SUM_OF_LEFTOVERS,
        SUM;

        boolean isSum() {
            return this == SUM_OF_TURNS || this == SUM_OF_LEFTOVERS || this == SUM;
        }
    }

    /** Turns, then what belongs to none, which has a sum of its own, so that it is never taken for part of an event. */
    static List<ModelRow> of(List<ModelShare> shares) {
        var turns = rows(shares, Kind.TURNS);
        var loose = rows(shares, Kind.LEFTOVERS);
        var overlapping = rows(shares, Kind.OVERLAPPING);
        var rows = new ArrayList<ModelRow>(turns);
        boolean anyLoose = !loose.isEmpty() || !overlapping.isEmpty();
        if (anyLoose && !turns.isEmpty()) {
            rows.add(sum(Kind.SUM_OF_TURNS, turns));
        }
        rows.addAll(loose);
        rows.addAll(overlapping);
        if (anyLoose) {
            rows.add(sum(Kind.SUM_OF_LEFTOVERS, loose));
        }
        if (!turns.isEmpty()) {
            rows.add(sum(Kind.SUM, Stream.concat(turns.stream(), loose.stream()).toList()));
        }
        return List.copyOf(rows);
    }

    private static List<ModelRow> rows(List<ModelShare> shares, Kind kind) {
        return shares.stream()
                .filter(share -> kind(share) == kind)
                .map(share -> new ModelRow(kind, Optional.of(share), share.sum()))
                .toList();
    }

    private static Kind kind(ModelShare share) {
        return share.overlapping() ? Kind.OVERLAPPING : share.isOfTurns() ? Kind.TURNS : Kind.LEFTOVERS;
    }

    private static ModelRow sum(Kind kind, List<ModelRow> rows) {
        return new ModelRow(
                kind,
                Optional.empty(),
                rows.stream().map(ModelRow::sum).reduce(GenerationSum.NONE, GenerationSum::plus));
    }

    Optional<GenerationPlace> place() {
        return share.map(ModelShare::place);
    }
}
