package app.recount.desktop.analyses;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Whose tokens are counted, how, and at which prices. */
final class FactsCard extends Card {

    private final Desk desk;
    private final Facts rows = new Facts();
    private List<Fact> shown = List.of();

    FactsCard(Desk desk, RunsModel model) {
        super(desk.texts().get("analyses.facts"));
        this.desk = desk;
        rows.getStyleClass().add("run-facts");
        body(rows);
        model.shown().subscribe(run -> run.ifPresent(now -> show(RunFacts.of(now, desk.texts(), desk.paths()))));
    }

    /** Built anew only when something is said differently, which in a live run is a line or two. */
    private void show(List<Fact> facts) {
        if (!facts.equals(shown)) {
            shown = facts;
            rows.clear();
            facts.forEach(fact -> rows.row(fact.name(), value(fact)));
        }
    }

    private Node value(Fact fact) {
        if (fact.whole().isPresent()) {
            return shortened(fact, fact.whole().get());
        }
        if (!fact.bold().isEmpty()) {
            var start = fact.value()
                    .substring(0, fact.value().length() - fact.bold().length());
            return Prose.of(Prose.piece(start), Prose.strong(fact.bold()));
        }
        return fact.mono() ? Labels.paragraph(fact.value(), "mono") : Labels.paragraph(fact.value());
    }

    private Node shortened(Fact fact, String whole) {
        var label = fact.mono() ? Labels.mono(fact.value()) : Labels.plain(fact.value());
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Buttons.name(label, whole);
        var copy = Buttons.quiet(
                Feather.COPY,
                desk.texts().get("analyses.copy", fact.name()),
                () -> desk.clipboard().accept(whole));
        copy.getStyleClass().add("tiny-tool");
        var row = new HBox(4, label, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
