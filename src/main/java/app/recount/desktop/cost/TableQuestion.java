package app.recount.desktop.cost;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Question;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.generation.TableMigration.Direction;
import app.recount.generation.TableMigration.Plan;
import app.recount.store.DataDirectory;
import app.recount.text.Texts;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Shows the exact statements that would make or remove the table, and where the copy goes, before anything is done. */
record TableQuestion(Desk desk, CostWork work) {

    private static final double WIDTH = 780;

    void ask(Direction direction, Window owner) {
        var directory = work.directory();
        work.plan(directory, direction, plan -> ask(directory, plan, owner));
    }

    private void ask(DataDirectory directory, Plan plan, Window owner) {
        var texts = desk.texts();
        var question =
                new Question(texts, owner, texts.get("cost.table.title." + plan.direction()), content(plan), WIDTH);
        if (plan.isNothingToDo()) {
            question.tell();
        } else {
            question.ask(
                    texts.get("cost.table.confirm." + plan.direction()),
                    () -> work.migrate(directory, plan.direction()));
        }
    }

    Node content(Plan plan) {
        var texts = desk.texts();
        var facts = new Facts()
                .mono(texts.get("cost.table.database"), desk.paths().of(plan.database()))
                .row(texts.get("cost.table.state"), texts.say(plan.why()));
        if (plan.isNothingToDo()) {
            return new VBox(12, facts, Labels.paragraph(texts.get("cost.table.nothing"), "muted"));
        }
        facts.mono(
                texts.get("cost.table.backup"),
                desk.paths()
                        .of(plan.database()
                                .resolveSibling(texts.get(
                                        "cost.table.backup.name",
                                        plan.database().getFileName()))));
        return new VBox(12, facts, statements(plan, texts), consequences(plan.direction(), texts));
    }

    private static Node statements(Plan plan, Texts texts) {
        var sql = plan.statements().stream().map(each -> each + ";").collect(Collectors.joining("\n"));
        var area = new TextArea(sql);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount((int) sql.lines().count() + 2);
        area.getStyleClass().addAll("mono", "sql");
        area.setAccessibleText(texts.get("cost.table.statements"));
        return new VBox(4, Labels.muted(texts.get("cost.table.statements")), area);
    }

    private static Node consequences(Direction direction, Texts texts) {
        var lines = new VBox(6);
        for (var key : texts.keysBelow("cost.table.says." + direction + ".")) {
            lines.getChildren().add(new HBox(8, Icons.of(Feather.CHEVRON_RIGHT), Labels.paragraph(texts.get(key))));
        }
        return lines;
    }
}
