package app.recount.store;

import app.recount.store.Settings.Own;
import app.recount.store.Settings.Theme;
import app.recount.store.WindowLayout.TableLayout;
import app.recount.store.WindowLayout.TableLayout.Column;
import app.recount.store.WindowLayout.TableLayout.SortKey;
import app.recount.store.WindowLayout.WindowPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings as JSON: reads what it understands and counts what it does not; writes into a tree whose other keys stay. */
final class SettingsJson {

    /** Its name in the file. */
    static final String SCALE = "scale";

    /** In percent: with less nothing can be read, with more nothing fits on a screen. */
    private static final int SMALLEST = 50;

    private static final int LARGEST = 400;

    private final List<String> misunderstood = new ArrayList<>();

    /** Keys whose values were not what they should be and were read as the default. */
    List<String> misunderstood() {
        return List.copyOf(misunderstood);
    }

    Settings read(ObjectNode root) {
        var defaults = Settings.defaults();
        return new Settings(
                value(root, "theme", this::theme).orElse(defaults.theme()),
                value(root, SCALE, this::scale),
                value(root, "notifications", this::flag).orElse(defaults.notifications()),
                value(root, "recent_files", node -> list(node, this::path)).orElse(defaults.recentFiles()),
                new Own(
                        value(root, "data_directory", this::path),
                        value(root, "host", this::text),
                        value(root, "api_key", this::text)),
                new WindowLayout(
                        value(root, "window", this::window),
                        value(root, "mini", this::window),
                        value(root, "dividers", node -> map(node, this::number)).orElse(Map.of()),
                        value(root, "tables", node -> map(node, this::table)).orElse(Map.of())));
    }

    void write(Settings settings, ObjectNode root) {
        root.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        settings.scale().ifPresentOrElse(percent -> root.put(SCALE, percent), () -> root.remove(SCALE));
        root.put("notifications", settings.notifications());
        var files = root.putArray("recent_files");
        settings.recentFiles().forEach(file -> files.add(file.toString()));
        var own = settings.own();
        putText(root, "data_directory", own.dataDirectory().map(Path::toString));
        putText(root, "host", own.host());
        putText(root, "api_key", own.apiKey());
        var layout = settings.layout();
        putWindow(root, "window", layout.window());
        putWindow(root, "mini", layout.mini());
        var dividers = root.putObject("dividers");
        layout.dividers().forEach(dividers::put);
        var tables = root.putObject("tables");
        layout.tables().forEach((id, table) -> writeTable(table, tables.putObject(id)));
    }

    private static void putText(ObjectNode root, String key, Optional<String> value) {
        value.ifPresentOrElse(text -> root.put(key, text), () -> root.remove(key));
    }

    /** Also what was misunderstood goes, or it would be set aside at each start. */
    private static void putWindow(ObjectNode root, String key, Optional<WindowPlace> value) {
        value.ifPresentOrElse(window -> write(window, root.putObject(key)), () -> root.remove(key));
    }

    private static void write(WindowPlace window, ObjectNode node) {
        node.put("x", window.x())
                .put("y", window.y())
                .put("width", window.width())
                .put("height", window.height())
                .put("maximized", window.maximized());
    }

    private static void writeTable(TableLayout layout, ObjectNode node) {
        var columns = node.putArray("columns");
        for (var column : layout.columns()) {
            columns.addObject()
                    .put("id", column.id())
                    .put("width", column.width())
                    .put("visible", column.visible());
        }
        var order = node.putArray("order");
        for (var key : layout.order()) {
            order.addObject().put("column", key.column()).put("ascending", key.ascending());
        }
    }

    private <T> Optional<T> value(ObjectNode root, String key, Function<JsonNode, Optional<T>> reader) {
        var node = root.get(key);
        if (node == null) {
            return Optional.empty();
        }
        var value = reader.apply(node);
        if (value.isEmpty()) {
            misunderstood.add(key);
        }
        return value;
    }

    private Optional<Theme> theme(JsonNode node) {
        return text(node)
                .flatMap(name -> List.of(Theme.values()).stream()
                        .filter(theme -> theme.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    private Optional<Integer> scale(JsonNode node) {
        return node.isInt() && node.intValue() >= SMALLEST && node.intValue() <= LARGEST
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    private Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private Optional<Path> path(JsonNode node) {
        try {
            return text(node).map(Path::of);
        } catch (InvalidPathException e) {
            // the name comes from a system with other rules for paths; it is counted as misunderstood
            return Optional.empty();
        }
    }

    private Optional<Boolean> flag(JsonNode node) {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    private Optional<Double> number(JsonNode node) {
        var number = node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    private Optional<WindowPlace> window(JsonNode node) {
        var x = number(node.path("x"));
        var y = number(node.path("y"));
        var width = number(node.path("width"));
        var height = number(node.path("height"));
        if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WindowPlace(
                x.get(),
                y.get(),
                width.get(),
                height.get(),
                flag(node.path("maximized")).orElse(false)));
    }

    private Optional<TableLayout> table(JsonNode node) {
        var columns = list(node.path("columns"), this::column);
        var order = list(node.path("order"), this::sortKey);
        return columns.isPresent() && order.isPresent()
                ? Optional.of(new TableLayout(columns.get(), order.get()))
                : Optional.empty();
    }

    private Optional<Column> column(JsonNode node) {
        var id = text(node.path("id"));
        var width = number(node.path("width"));
        var visible = flag(node.path("visible"));
        return id.isPresent() && width.isPresent() && visible.isPresent()
                ? Optional.of(new Column(id.get(), width.get(), visible.get()))
                : Optional.empty();
    }

    private Optional<SortKey> sortKey(JsonNode node) {
        var column = text(node.path("column"));
        var ascending = flag(node.path("ascending"));
        return column.isPresent() && ascending.isPresent()
                ? Optional.of(new SortKey(column.get(), ascending.get()))
                : Optional.empty();
    }

    /** All entries, or nothing if one of them is not understood. */
    private static <T> Optional<List<T>> list(JsonNode node, Function<JsonNode, Optional<T>> reader) {
        if (!node.isArray()) {
            return Optional.empty();
        }
        var values = node.valueStream().map(reader).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private static <T> Optional<Map<String, T>> map(JsonNode node, Function<JsonNode, Optional<T>> reader) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        var values = new HashMap<String, T>();
        for (var entry : node.properties()) {
            var value = reader.apply(entry.getValue());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(entry.getKey(), value.get());
        }
        return Optional.of(values);
    }
}
