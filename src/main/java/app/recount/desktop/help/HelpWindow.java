package app.recount.desktop.help;

import app.recount.desktop.shell.Look;
import app.recount.text.Texts;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The window in which the guide is read beside the program's own. */
public final class HelpWindow {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 360;

    private final Texts texts;
    private final Documents documents = new Documents();
    private @Nullable Stage stage;
    private @Nullable HelpModel model;
    private @Nullable SearchModel search;

    public HelpWindow(Texts texts) {
        this.texts = texts;
    }

    /**
     * Shows the chapter about a page; the window comes to the front if it is open.
     *
     * @param page as the rail calls it
     * @param main whose look it has, and with which it closes
     */
    public void open(String page, Window main) {
        if (stage == null || model == null || search == null) {
            model = new HelpModel(documents);
            // the others are read beside the opening: that takes longer than a frame, and nobody has typed yet
            var reading = CompletableFuture.supplyAsync(() -> new HelpSearch(documents.places()));
            search = new SearchModel(model, reading::join);
            stage = make(model, search, main);
        }
        search.end();
        model.showPage(page);
        stage.show();
        stage.toFront();
    }

    private Stage make(HelpModel read, SearchModel within, Window main) {
        var made = new Stage();
        var view = new HelpView(
                read, within, documents, texts, main.getScene().getPreferences().colorSchemeProperty());
        var scene = new Scene(view, WIDTH, HEIGHT);
        Look.dressLike(scene, main.getScene());
        Runnable escape = () -> {
            if (!view.endSearch()) {
                made.close();
            }
        };
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), escape);
        // a list keeps the key for itself, as the end of an edit that there is not
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof ListView) {
                escape.run();
                event.consume();
            }
        });
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), view::focusSearch);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), read::goBack);
        made.setScene(scene);
        made.setTitle(texts.get("help.title"));
        made.setMinWidth(LEAST_WIDTH);
        made.setMinHeight(LEAST_HEIGHT);
        if (main instanceof Stage own) {
            made.getIcons().setAll(own.getIcons());
        }
        main.showingProperty().subscribe(showing -> {
            if (!showing) {
                made.close();
            }
        });
        made.setOnShown(event -> view.firstFocus().requestFocus());
        return made;
    }
}
