package app.recount.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where windows and their parts stand.
 *
 * @param window where the window stood
 * @param mini where the small view of a run stood
 * @param dividers positions of split panes between 0 and 1, by the pane's id
 * @param tables columns and order of tables, by the table's id
 */
public record WindowLayout(
        Optional<WindowPlace> window,
        Optional<WindowPlace> mini,
        Map<String, Double> dividers,
        Map<String, TableLayout> tables) {

    /** Nothing was moved yet. */
    public static final WindowLayout NONE = new WindowLayout(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    /** Bounds of a window when it is not maximized, and whether it is. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /**
     * How one table stands.
     *
     * @param columns in the order they stand
     * @param order columns sorted by, first key first
     */
    public record TableLayout(List<Column> columns, List<SortKey> order) {

        /** One column, shown or hidden. */
        public record Column(String id, double width, boolean visible) {}

        /** One key of the order. */
        public record SortKey(String column, boolean ascending) {}

        public TableLayout {
            columns = List.copyOf(columns);
            order = List.copyOf(order);
        }
    }

    public WindowLayout {
        dividers = Map.copyOf(dividers);
        tables = Map.copyOf(tables);
    }

    public WindowLayout withWindow(WindowPlace changed) {
        return new WindowLayout(Optional.of(changed), mini, dividers, tables);
    }

    public WindowLayout withMini(WindowPlace changed) {
        return new WindowLayout(window, Optional.of(changed), dividers, tables);
    }

    public WindowLayout withDivider(String id, double position) {
        return new WindowLayout(window, mini, with(dividers, id, position), tables);
    }

    public WindowLayout withTable(String id, TableLayout layout) {
        return new WindowLayout(window, mini, dividers, with(tables, id, layout));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
