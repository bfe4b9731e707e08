package app.recount.desktop.analyses;

import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Choices of status, tool, source and time; those only that some run has. */
final class FilterMenu {

    private final RunsModel model;
    private final Texts texts;

    FilterMenu(RunsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    ContextMenu menu() {
        var filter = model.filter().get();
        var clear = new MenuItem(texts.get("analyses.filter.clear"));
        clear.setOnAction(event -> model.filter().set(RunFilter.NONE));
        clear.setDisable(filter.isNone());
        return new ContextMenu(
                choice(
                        "status",
                        states(),
                        filter.state(),
                        state -> texts.get(state.key()),
                        chosen -> filter.withState(chosen)),
                choice(
                        "tool",
                        distinct(row -> row.run().tool()),
                        filter.tool(),
                        word -> word,
                        chosen -> filter.withTool(chosen)),
                choice(
                        "source",
                        distinct(row -> row.run().sourceId()),
                        filter.source(),
                        word -> word,
                        chosen -> filter.withSource(chosen)),
                choice(
                        "time",
                        List.of(RunFilter.Period.values()),
                        filter.period(),
                        period -> texts.get("analyses.filter.time." + period),
                        chosen -> filter.withPeriod(chosen)),
                new SeparatorMenuItem(),
                clear);
    }

    private List<RunState> states() {
        return model.rows().stream().map(RunRow::state).distinct().sorted().toList();
    }

    private List<String> distinct(Function<RunRow, String> word) {
        return model.rows().stream().map(word).distinct().sorted().toList();
    }

    private <T> Menu choice(
            String key,
            List<T> values,
            Optional<T> current,
            Function<T, String> name,
            Function<Optional<T>, RunFilter> change) {
        var menu = new Menu(texts.get("analyses.filter." + key));
        Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .forEach(value -> {
                    var item = new RadioMenuItem(value.map(name).orElseGet(() -> texts.get("analyses.filter.any")));
                    item.setMnemonicParsing(false);
                    item.setSelected(value.equals(current));
                    item.setOnAction(event -> model.filter().set(change.apply(value)));
                    menu.getItems().add(item);
                });
        return menu;
    }
}
