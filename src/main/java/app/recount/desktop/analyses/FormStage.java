package app.recount.desktop.analyses;

import app.recount.desktop.shell.Look;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Opens forms in dialogs of their own, dressed as the window that they belong to.
 *
 * @param unseen is told what went wrong with a step whose dialog was closed meanwhile
 */
record FormStage(Texts texts, Consumer<Problem> unseen) {

    /**
     * Shows a form, and returns its window.
     *
     * @param title of the dialog
     * @param confirm what the button is called that does it
     */
    Stage show(Window owner, Form form, String title, String confirm, double width) {
        var stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        var dialog = new FormDialog(texts, form, confirm, stage::hide, unseen);
        var scene = new Scene(dialog);
        Look.dressLike(scene, owner.getScene());
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setResizable(true);
        // the width decides how lines break and so how high the form is
        scene.getRoot().applyCss();
        stage.sizeToScene();
        stage.setWidth(width);
        stage.show();
        // the frame that the system draws around, taken while stage and scene agree
        double frame = Math.max(0, stage.getHeight() - scene.getHeight());
        form.content().layoutBoundsProperty().subscribe(bounds -> grow(stage, dialog, frame));
        form.firstFocus().requestFocus();
        return stage;
    }

    /** What a form learns while it is open, such as the sessions to choose from, is seen without scrolling. */
    private static void grow(Stage stage, FormDialog dialog, double frame) {
        // the system takes its time to make a window higher: the height that is asked for does not depend on the
        // present one
        double needed = Math.ceil(dialog.wantedHeight()) + frame;
        if (needed > stage.getHeight()) {
            stage.setHeight(
                    Math.min(needed, Screen.getPrimary().getVisualBounds().getHeight()));
        }
    }
}
