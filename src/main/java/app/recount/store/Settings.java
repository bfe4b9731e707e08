package app.recount.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user chose and what the window remembers; a value that never changes. Kept by {@link SettingsStore}.
 *
 * @param theme the look of the window
 * @param notifications whether the end of long work is told outside the window while nobody looks at it
 * @param recentFiles memory databases that were opened, newest first
 * @param dataDirectory claude-mem's data directory, where the user names another than the one that is found
 * @param host the destination's host, where the user names another than the default; the environment wins over it
 * @param apiKey the destination's project key; the environment wins over it
 * @param window where the window stood
 * @param mini where the small view of a run stood
 * @param dividers positions of split panes between 0 and 1, by the pane's id
 * @param tables columns and order of tables, by the table's id
 */
public record Settings(
        Theme theme,
        boolean notifications,
        List<Path> recentFiles,
        Optional<Path> dataDirectory,
        Optional<String> host,
        Optional<String> apiKey,
        Optional<WindowPlace> window,
        Optional<WindowPlace> mini,
        Map<String, Double> dividers,
        Map<String, TableLayout> tables) {

    /** How many recent files are kept. */
    public static final int RECENT_LIMIT = 10;

    /** Light, dark, or whatever the system shows. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Bounds of the window when it is not maximized, and whether it is. */
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

    public Settings {
        recentFiles = recentFiles.stream().distinct().limit(RECENT_LIMIT).toList();
        dividers = Map.copyOf(dividers);
        tables = Map.copyOf(tables);
    }

    /** What a first start begins with. */
    public static Settings defaults() {
        return new Settings(
                Theme.SYSTEM,
                true,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    public Settings withTheme(Theme changed) {
        return new Settings(
                changed, notifications, recentFiles, dataDirectory, host, apiKey, window, mini, dividers, tables);
    }

    public Settings withNotifications(boolean changed) {
        return new Settings(theme, changed, recentFiles, dataDirectory, host, apiKey, window, mini, dividers, tables);
    }

    /** Puts this file first; the oldest beyond the limit is forgotten. */
    public Settings withRecentFile(Path file) {
        var files = new ArrayList<>(List.of(file));
        files.addAll(recentFiles);
        return withRecentFiles(files);
    }

    public Settings withRecentFiles(List<Path> changed) {
        return new Settings(theme, notifications, changed, dataDirectory, host, apiKey, window, mini, dividers, tables);
    }

    public Settings withDataDirectory(Optional<Path> changed) {
        return new Settings(theme, notifications, recentFiles, changed, host, apiKey, window, mini, dividers, tables);
    }

    public Settings withHost(Optional<String> changed) {
        return new Settings(
                theme, notifications, recentFiles, dataDirectory, changed, apiKey, window, mini, dividers, tables);
    }

    public Settings withApiKey(Optional<String> changed) {
        return new Settings(
                theme, notifications, recentFiles, dataDirectory, host, changed, window, mini, dividers, tables);
    }

    public Settings withWindow(WindowPlace changed) {
        return new Settings(
                theme,
                notifications,
                recentFiles,
                dataDirectory,
                host,
                apiKey,
                Optional.of(changed),
                mini,
                dividers,
                tables);
    }

    public Settings withMini(WindowPlace changed) {
        return new Settings(
                theme,
                notifications,
                recentFiles,
                dataDirectory,
                host,
                apiKey,
                window,
                Optional.of(changed),
                dividers,
                tables);
    }

    public Settings withDivider(String id, double position) {
        return new Settings(
                theme,
                notifications,
                recentFiles,
                dataDirectory,
                host,
                apiKey,
                window,
                mini,
                with(dividers, id, position),
                tables);
    }

    public Settings withTable(String id, TableLayout layout) {
        return new Settings(
                theme,
                notifications,
                recentFiles,
                dataDirectory,
                host,
                apiKey,
                window,
                mini,
                dividers,
                with(tables, id, layout));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
