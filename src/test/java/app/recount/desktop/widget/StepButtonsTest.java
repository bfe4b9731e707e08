package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three entries, of which the first is selected. */
class StepButtonsTest {

    private static final int LAST = 2;

    private final AtomicInteger selected = new AtomicInteger();
    private final StepButtons steps = new StepButtons("Back", "On", this::move);

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @Test
    void what_leads_nowhere_is_inert() {
        FxThread.call(() -> {
            show();
            assertThat(inert()).containsExactly(true, false);
            button(1).fire();
            assertThat(inert()).containsExactly(false, false);
            button(1).fire();
            assertThat(inert()).containsExactly(false, true);
            return selected;
        });

        assertThat(selected).hasValue(LAST);
    }

    @Test
    void at_an_end_the_other_one_takes_the_focus() {
        FxThread.call(() -> {
            var stage = new Stage();
            var row = new HBox(new Button("Before"));
            row.getChildren().addAll(steps.nodes());
            row.getChildren().add(new Button("Behind"));
            stage.setScene(new Scene(row));
            stage.show();
            show();

            button(1).requestFocus();
            button(1).fire();
            assertThat(stage.getScene().getFocusOwner()).isSameAs(button(1));
            button(1).fire();
            assertThat(stage.getScene().getFocusOwner()).isSameAs(button(0));
            stage.close();
            return selected;
        });
    }

    private void move(int step) {
        selected.addAndGet(step);
        show();
    }

    private void show() {
        steps.update(step -> selected.get() + step >= 0 && selected.get() + step <= LAST);
    }

    private Button button(int at) {
        return (Button) steps.nodes().get(at);
    }

    private List<Boolean> inert() {
        return steps.nodes().stream().map(Node::isDisable).toList();
    }
}
