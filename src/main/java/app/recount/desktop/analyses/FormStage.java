package app.recount.desktop.analyses;

import app.recount.text.Texts;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Opens forms in dialogs of their own, dressed as the window that they belong to. */
record FormStage(Texts texts) {

    /**
     * Shows a form.
     *
     * @param title of the dialog
     * @param confirm what the button is called that does it
     */
    void show(Window owner, Form form, String title, String confirm, double width) {
        var stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        var scene = new Scene(new FormDialog(texts, form, confirm, stage::hide));
        dress(scene, owner.getScene());
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setResizable(true);
        // the width decides how lines break and so how high the form is
        scene.getRoot().applyCss();
        stage.sizeToScene();
        stage.setWidth(width);
        stage.show();
        form.content().layoutBoundsProperty().subscribe(bounds -> grow(stage));
        form.firstFocus().requestFocus();
    }

    /** What a form learns while it is open, such as the sessions to choose from, is seen without scrolling. */
    private static void grow(Stage stage) {
        var scene = stage.getScene();
        double missing = Math.ceil(scene.getRoot().prefHeight(scene.getWidth())) - scene.getHeight();
        if (missing > 0) {
            var screen = Screen.getPrimary().getVisualBounds();
            stage.setHeight(Math.min(stage.getHeight() + missing, screen.getHeight()));
        }
    }

    /** Gives a scene the styles and the colours of another. */
    static void dress(Scene scene, Scene like) {
        scene.getStylesheets().setAll(like.getStylesheets());
        like.getPreferences()
                .colorSchemeProperty()
                .subscribe(scheme -> scene.getPreferences().setColorScheme(scheme));
    }
}
