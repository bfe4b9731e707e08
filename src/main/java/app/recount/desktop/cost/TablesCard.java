package app.recount.desktop.cost;

import app.recount.desktop.cost.CostModel.Face;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.FilterField;
import app.recount.desktop.widget.Segments;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** One of the tables, as high as its rows need, and the choice between them. */
final class TablesCard extends Card {

    private static final double ROW = 28;
    private static final int MOST_ROWS = 12;

    private final ModelTable models;
    private final PeriodTable periods;
    private final SourcesPane sources;
    private final FilterField filter;

    TablesCard(Desk desk, CostModel model) {
        super("");
        var texts = desk.texts();
        models = new ModelTable(desk, model);
        periods = new PeriodTable(desk, model);
        sources = new SourcesPane(model, texts);
        filter = new FilterField(texts.get("cost.filter"), Shortcuts.shown("F"));
        filter.setPrefWidth(200);
        filter.textProperty().bindBidirectional(model.filterText);
        var faces = new Segments<>(texts.get("cost.face"), model.face);
        for (var face : Face.values()) {
            faces.choice(face, texts.get("cost.face." + face));
        }
        setAccessibleText(texts.get("cost.face"));
        ((HBox) title().getParent()).getChildren().set(0, faces);
        aside(filter);
        getStyleClass().add("cost-tables");
        flush();
        asHighAsItsRows(models);
        asHighAsItsRows(periods);
        model.face.subscribe(this::show);
    }

    FilterField filter() {
        return filter;
    }

    private void show(Face face) {
        filter.setVisible(face != Face.SOURCES);
        body(
                switch (face) {
                    case MODELS -> models;
                    case PERIODS -> periods;
                    case SOURCES -> sources;
                });
    }

    private static void asHighAsItsRows(TableView<?> table) {
        Runnable fit = () -> {
            double height = ROW * (Math.clamp(table.getItems().size(), 1, MOST_ROWS) + 1) + 3;
            table.setMinHeight(height);
            table.setPrefHeight(height);
            table.setMaxHeight(height);
        };
        table.getItems().addListener((ListChangeListener<Object>) change -> fit.run());
        fit.run();
    }
}
